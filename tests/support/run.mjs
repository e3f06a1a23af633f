// Runs a module as a process of its own. Plain JavaScript, since Node runs it as it is.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2]), { root: import.meta.dirname, logLevel: 'silent' });
