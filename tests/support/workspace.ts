import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { compose, type Parts, type Running } from '../../src/compose.ts';
import type { Config } from '../../src/config/config.ts';
import { createLog } from '../../src/ops/log.ts';
import { type PretendSlack, type PretendSlackOptions, startPretendSlack } from '../../src/playground/pretend-slack.ts';
import { createSmallBot } from './small-bot.ts';
import { type KnowledgeFolder, knowledgeFolder } from './small-knowledge.ts';

export const manifest: unknown = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
const SIGNING_SECRET = 'local-signing-secret';
export const BOT_TOKEN = 'xoxb-local';
export const APP_TOKEN = 'xapp-local';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
/** Runs at the end of the test, last first. */
export const atEnd = (close: () => unknown): void => void closers.push(close);

export interface Setting {
  readonly slack?: Partial<PretendSlackOptions>;
  readonly mode?: 'http' | 'socket';
  readonly config?: Partial<Config>;
  readonly parts?: Partial<Parts>;
  /** What happens in the workspace before there is a bot: nothing of it is delivered. */
  readonly before?: (slack: PretendSlack) => Promise<unknown>;
}

export interface Office {
  readonly slack: PretendSlack;
  readonly bot: Running;
  readonly knowledge: KnowledgeFolder;
  readonly config: Config;
  /** What the bot wrote into its log, a line each. */
  readonly log: readonly string[];
  /** Ends the bot and starts another with the same settings, as after a crash or a release. */
  restart(): Promise<Running>;
  /** Says something in #general, as Ada unless told otherwise, and waits until all is quiet. */
  say(text: string, more?: { thread_ts?: string; by?: string; channel?: string }): ReturnType<PretendSlack['say']>;
}

/** A real bot, from its configuration on, in front of a pretend Slack: only the wire is not real. */
export async function office({ mode = 'http', ...setting }: Setting = {}): Promise<Office> {
  const slack = await startPretendSlack({
    manifest,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    ...(mode === 'socket' && { appToken: APP_TOKEN }),
    retryDelaysMs: [10, 20, 40],
    ackTimeoutMs: 2_000,
    ...setting.slack,
  });
  atEnd(() => slack.close());
  const knowledge = knowledgeFolder();
  atEnd(() => knowledge.remove());
  const config: Config = {
    mode:
      mode === 'http'
        ? { kind: 'http', botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET }
        : { kind: 'socket', botToken: BOT_TOKEN, appToken: APP_TOKEN },
    slackApiUrl: slack.apiUrl,
    http: { host: '127.0.0.1', port: 0 },
    database: { kind: 'sqlite', file: join(temporaryFolder(), 'test.db') },
    knowledgeDir: knowledge.dir,
    logLevel: 'debug',
    notes: [],
    ...setting.config,
  };
  const log: string[] = [];
  const start = async (): Promise<Running> => {
    const running = await compose(config, {
      createBot: createSmallBot,
      log: createLog('debug', { write: (line: string) => void log.push(line) }),
      version: 'test',
      callMs: 500,
      settleMs: 10,
      drainMs: 2_000,
      ...setting.parts,
    });
    if (mode === 'http') await slack.deliverTo(`${running.url}/slack/events`);
    return running;
  };
  await setting.before?.(slack);
  let bot = await start();
  atEnd(() => bot.stop());
  return {
    slack,
    knowledge,
    config,
    log,
    get bot() {
      return bot;
    },
    restart: async () => {
      await bot.stop();
      bot = await start();
      return bot;
    },
    say: async (text, { thread_ts, by = slack.people.ada.id, channel = slack.channels.general.id } = {}) => {
      const said = await slack.say({ by, channel, text, thread_ts });
      await slack.settled();
      return said;
    },
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fwcompare-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
