// A process of its own that claims all keys of a file and says which it won. Plain JavaScript, since Node runs it as it is.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [file, ...keys] = process.argv.slice(2);
const source = fileURLToPath(new URL('../../src/storage/sqlite/sqlite-storage.ts', import.meta.url));
const { module } = await runnerImport(source);
const storage = module.sqliteStorage(file);
const won = [];
for (const key of keys) if ((await storage.claims.claim(key)).kind === 'mine') won.push(key);
await storage.close();
process.send(won);
process.disconnect();
