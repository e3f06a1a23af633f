/** Work that yields after each slice, so that others may run between them. */
export type Slices<T> = Generator<void, T>;

/** How long a slice may keep the event loop, in milliseconds. */
const SLICE_MS = 4;

/** Does it all at once. */
export function atOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** Does it without keeping the event loop for longer than a slice: for a reload while questions come in. */
export async function inSlices<T>(slices: Slices<T>): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ; ) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + SLICE_MS;
  }
}
