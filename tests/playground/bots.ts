import { readFileSync } from 'node:fs';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type PretendSlack, type PretendSlackOptions, startPretendSlack } from '../../src/playground/pretend-slack.ts';

export const manifest: unknown = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
export const SIGNING_SECRET = 'local-signing-secret';
export const BOT_TOKEN = 'xoxb-local';
export const APP_TOKEN = 'xapp-local';

export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export function openSlack(more: Partial<PretendSlackOptions> = {}): Promise<PretendSlack> {
  return startPretendSlack({
    manifest,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    retryDelaysMs: [10, 20, 40],
    ackTimeoutMs: 400,
    ...more,
  });
}

export interface Bot {
  readonly app: App;
  stop(): Promise<void>;
}

/** A bot behind the events URL; `listen` adds what it listens to before the URL is verified. */
export async function httpBot(slack: PretendSlack, listen: (app: App) => void, secret = SIGNING_SECRET): Promise<Bot> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logger: quiet });
  const app = newApp(slack, receiver);
  listen(app);
  const server = await receiver.start(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bot has no port');
  const stop = async () => {
    server.closeAllConnections();
    await receiver.stop();
  };
  try {
    await slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { app, stop };
}

export async function socketBot(slack: PretendSlack, listen: (app: App) => void): Promise<Bot> {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({ appToken: APP_TOKEN, logger: quiet, installerOptions: { clientOptions } });
  const app = newApp(slack, receiver);
  listen(app);
  await app.start();
  return { app, stop: async () => void (await app.stop()) };
}

function newApp(slack: PretendSlack, receiver: HTTPReceiver | SocketModeReceiver): App {
  return new App({
    token: BOT_TOKEN,
    receiver,
    logger: quiet,
    convoStore: false,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
}

/** Repeats what it is told: a mention in a thread, a direct message where it came, a command privately. */
export function echo(app: App): void {
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type === 'im' && message.subtype === undefined) await say(`heard: ${message.text}`);
  });
  app.command('/fwcompare', async ({ command, ack }) => {
    const text = `heard: ${command.text}`;
    const share = {
      type: 'button' as const,
      action_id: 'share',
      text: { type: 'plain_text' as const, text: 'Share' },
      value: text,
    };
    await ack({
      response_type: 'ephemeral',
      text,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text } },
        { type: 'actions', elements: [share] },
      ],
    });
  });
  app.action('share', async ({ ack, action, respond }) => {
    await ack();
    if (action.type === 'button')
      await respond({ response_type: 'in_channel', replace_original: false, text: action.value ?? '' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const text = { type: 'mrkdwn' as const, text: 'Welcome *home*' };
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text }] } });
  });
}
