import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { atEnd, temporaryFolder } from './workspace.ts';

const RUN = fileURLToPath(new URL('run.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Process {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Resolves with what a line of the output says there. */
  line(pattern: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Starts a module, by its path in the repository, with these variables and no others of ours, in a folder where there is no .env. */
export function run(source: string, env: Readonly<Record<string, string>>): Process {
  const child = spawn(process.execPath, [RUN, `${ROOT}/${source}`], {
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
