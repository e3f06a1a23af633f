import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './built.ts';
import { atEnd, temporaryFolder } from './workspace.ts';

/** By its address, since the processes run in folders from which it cannot be found. */
export const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Process {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Resolves with what a line of the output says there. */
  line(pattern: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Starts a module of the built program, by its path in `src`, with these variables and no others of ours, in a folder where there is no .env. */
export function run(source: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Process {
  const child = spawn(process.execPath, [join(ROOT, 'dist', source.replace(/\.ts$/, '.js')), ...args], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  atEnd(() => child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    child,
    out: () => out,
    err: () => err,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(out);
          if (found) resolve(found[1] ?? found[0]);
        };
        child.stdout.on('data', look);
        child.once('exit', (code) => reject(new Error(`ended with ${code} before it said ${pattern}: ${out}${err}`)));
        look();
      }),
  };
}
