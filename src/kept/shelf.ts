import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Enough for a few knowledge folders and their last changes. */
const MOST_FILES = 24;

/** How a thing is kept: without what can be found again, and with its methods given back. */
export interface Keeping<T, C> {
  readonly clone: (made: T) => C;
  readonly revive: (cloned: C) => T;
}

/**
 * Keeps what takes long to find out, each in a file of one folder. It only ever saves time: whatever cannot be read or
 * written (no right to, a full disk, a file cut short) is made anew.
 */
export class Shelf {
  /** @param stamp tells one build of the program from another, which may keep things differently. */
  constructor(
    private readonly folder: string,
    private readonly stamp: string,
  ) {}

  /** What was kept under this name; else what is made now, and kept from now on. */
  async take<T, C>(name: string, make: () => T | Promise<T>, { clone, revive }: Keeping<T, C>): Promise<T> {
    const file = join(this.folder, `${name}-${this.stamp}`);
    try {
      return revive(deserialize(await readFile(file)) as C);
    } catch {
      const made = await make();
      await this.put(file, clone(made)).catch(() => {});
      return made;
    }
  }

  private async put(file: string, value: unknown): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    // Whoever reads meanwhile finds all of it or nothing.
    const part = `${file}.${process.pid}`;
    await writeFile(part, serialize(value));
    await rename(part, file);
    await this.clear();
  }

  private async clear(): Promise<void> {
    const files = await Promise.all(
      (await readdir(this.folder)).map(async (name) => {
        const file = join(this.folder, name);
        return { file, at: (await stat(file)).mtimeMs };
      }),
    );
    const old = files.sort((a, b) => b.at - a.at).slice(MOST_FILES);
    for (const { file } of old) await rm(file, { force: true });
  }
}
