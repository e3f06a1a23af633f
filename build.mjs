// Builds what is missing or older than its sources: the program (tsc) and the page of the local workspace (Vite).
// `npm start` runs it first, so that a fresh clone or a pull needs no step of its own; `--all` builds everything.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const all = process.argv.includes('--all');
const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
const isStale = (folder, built) => all || !existsSync(built) || newest(folder) > statSync(built).mtimeMs;

const program = 'dist/main.js';
const page = 'dist/playground/page/index.html';
const stale = [isStale('src', program) && 'program', isStale('src/playground/page', page) && 'page'].filter(Boolean);

if (stale.length > 0) {
  // Installed without its development dependencies it can only run what was built before.
  const require = createRequire(import.meta.url);
  try {
    require.resolve('vite/package.json');
    require.resolve('typescript/package.json');
  } catch {
    if (existsSync(program)) process.exit(0);
    console.error(
      'fwcompare is not built and its build tools are not installed: run `npm install` (with development dependencies).',
    );
    process.exit(1);
  }
  const bin = (name) => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  const run = (name, ...args) =>
    execFileSync(bin(name), args, { stdio: 'inherit', shell: process.platform === 'win32' });
  // An unchanged file keeps its old build under incremental builds; forcing all keeps "newer than" honest.
  try {
    if (stale.includes('program')) run('tsc', '-p', 'tsconfig.json', '--incremental', 'false');
    if (stale.includes('page')) run('vite', 'build', 'src/playground/page', '--logLevel', 'error');
  } catch {
    // The tool has said what is wrong with which file.
    console.error(`fwcompare could not be built (${stale.join(' and ')}).`);
    process.exit(1);
  }
  chmodSync('dist/cli/main.js', 0o755);
}
