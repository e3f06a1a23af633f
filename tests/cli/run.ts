import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');

/** Builds the program when it is older than its source; `npm install` leaves it built, so that this is seldom needed. */
export function build(): void {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const newest = Math.max(
    ...sources.filter((file) => file.endsWith('.ts')).map((file) => statSync(join(ROOT, 'src', file)).mtimeMs),
  );
  const built = statSync(MAIN, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const info = statSync(join(ROOT, 'dist/.tsbuildinfo'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > 0 && Math.max(built, info) >= newest) return;
  spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], { cwd: ROOT });
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a person runs it: its own process, its own environment, real pipes. */
export function run(args: readonly string[], stdin = '', env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk;
    });
    child.once('error', reject).once('close', (code) => resolve({ code, out, err }));
    child.stdin.end(stdin);
  });
}

export const linesOf = ({ out }: Ran): readonly string[] => out.split('\n').filter((line) => line !== '');
