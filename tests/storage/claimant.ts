import { sqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';

/** A process of its own that claims all keys in a file, and says which it won. */
const [file = '', ...keys] = process.argv.slice(2);
const storage = sqliteStorage(file);
const won: string[] = [];
for (const key of keys) if ((await storage.claims.claim(key)).kind === 'mine') won.push(key);
await storage.close();
process.send?.(won);
process.disconnect();
