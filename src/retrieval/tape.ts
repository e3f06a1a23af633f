import type { Slices } from '../slices.ts';

const BITS = 16;
const CHUNK = 1 << BITS;

/** A list of numbers from 0 to 2³² − 1 that grows without ever copying itself: nothing in it takes long. */
export class Tape {
  private readonly chunks: Uint32Array[] = [];
  private size = 0;

  get length(): number {
    return this.size;
  }

  push(value: number): void {
    if (this.size === this.chunks.length * CHUNK) this.chunks.push(new Uint32Array(CHUNK));
    this.set(this.size, value);
    this.size += 1;
  }

  /** Begins anew, in the same room. */
  clear(): void {
    this.size = 0;
  }

  /** Where the value stands first among those from `from` on, or -1. */
  indexOf(value: number, from = 0): number {
    for (let index = from; index < this.size; index += 1) if (this.at(index) === value) return index;
    return -1;
  }

  *values(): Generator<number, void> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }

  /** 0 past the end. */
  at(index: number): number {
    return this.chunks[index >>> BITS]?.[index & (CHUNK - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    const chunk = this.chunks[index >>> BITS];
    if (chunk) chunk[index & (CHUNK - 1)] = value;
  }

  /** All of it as one array; yields after each chunk. */
  *toArray(): Slices<Uint32Array> {
    const array = new Uint32Array(this.size);
    for (const [at, chunk] of this.chunks.entries()) {
      array.set(chunk.subarray(0, Math.min(CHUNK, this.size - at * CHUNK)), at * CHUNK);
      yield;
    }
    return array;
  }
}
