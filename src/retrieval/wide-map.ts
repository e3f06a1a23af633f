/** Enough that no part of half a million keys takes long to copy. */
const PARTS = 64;

/** A map from texts that may grow large without a pause: a Map copies itself whole whenever it has doubled, this one a part. */
export class WideMap<T> {
  private readonly parts = Array.from({ length: PARTS }, () => new Map<string, T>());

  get(key: string): T | undefined {
    return this.partOf(key).get(key);
  }

  has(key: string): boolean {
    return this.partOf(key).has(key);
  }

  set(key: string, value: T): void {
    this.partOf(key).set(key, value);
  }

  /** Part by part, in each in the order of adding. */
  *[Symbol.iterator](): Generator<readonly [string, T]> {
    for (const part of this.parts) yield* part;
  }

  private partOf(key: string): Map<string, T> {
    // First letters and lengths are unlike enough, and cost no reading of the whole text.
    const middle = key.length >>> 1;
    const at =
      (key.length * 31 + key.charCodeAt(0) * 7 + key.charCodeAt(middle) * 13 + key.charCodeAt(key.length - 1)) | 0;
    return this.parts[at & (PARTS - 1)] ?? new Map();
  }
}
