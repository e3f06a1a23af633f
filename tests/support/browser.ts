import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Nothing but the page: no sandbox (containers have none), no calls home. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium's path: `CHROMIUM_PATH`, or the first one on the path; undefined when this machine has none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = named ? [named] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Whether browser tests can run here. Without a Chromium they are skipped and say so; in CI that is a failure, so that
 * they cannot go missing unseen.
 */
export function hasChromium(): boolean {
  if (findChromium() !== undefined) return true;
  const advice = 'No Chromium found: set CHROMIUM_PATH, or put chromium or google-chrome on the path.';
  if (process.env.CI === 'true') throw new Error(advice);
  console.warn(`Browser tests are skipped. ${advice}`);
  return false;
}

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found.');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
