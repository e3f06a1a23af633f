import { readFileSync } from 'node:fs';
import { config as readDotenv } from 'dotenv';
import { compose } from './compose.ts';
import { readConfig } from './config/read-config.ts';
import { FwcompareError } from './errors.ts';
import { keptBot } from './kept/kept-bot.ts';
import { programShelf } from './kept/program-shelf.ts';
import { createLog, withoutWords } from './ops/log.ts';

/** `npm start`: one process, from its environment to its last signal. */
async function main(): Promise<void> {
  readDotenv({ quiet: true });
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const leave = (code: number) => process.exit(code);
  process.on('unhandledRejection', (error) => {
    log.fatal(withoutWords(error), 'something went wrong that nothing was prepared for');
    leave(1);
  });

  const shelf = programShelf();
  const running = await compose(config, {
    createBot: (knowledge) => keptBot(knowledge, shelf),
    log,
    version: version(),
    onLost: () => leave(1),
  });
  for (const note of config.notes) console.warn(note);
  console.log(running.greeting);
  if (running.local && !running.local.hasPage)
    console.warn('The page of the local workspace is not built; `npm start` builds it.');

  process.on('SIGHUP', () => void running.reload());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second signal does not wait.
    process.once(signal, () => {
      process.once(signal, () => leave(1));
      running.stop().then(
        () => leave(0),
        () => leave(1),
      );
    });
  }
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

main().catch((error: unknown) => {
  console.error(error instanceof FwcompareError ? error.message : error);
  process.exit(1);
});
