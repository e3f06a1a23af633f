import { watch } from 'chokidar';

/** An editor or `git pull` writes many files within a moment; they are read as one change. */
const QUIET_MS = 300;

/** Calls back when the YAML files of a folder have changed and come to rest. Resolves, once it watches, with the end of it. */
export async function watchFolder(folder: string, onChange: () => void): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    depth: 1,
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith('.yaml'),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  });
  // A folder that cannot be watched (too many watchers, a network drive) is still read on SIGHUP.
  watcher.on('error', () => {});
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
