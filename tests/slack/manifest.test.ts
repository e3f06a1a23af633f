import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND } from '../../src/slack/app.ts';
import { manifest } from '../support/workspace.ts';

const { features, oauth_config, settings } = z
  .object({
    features: z.object({
      app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
      slash_commands: z.array(z.object({ command: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
    }),
  })
  .parse(manifest);

/** What each event needs, from Slack's reference; a scope that nothing here asks for is one too many. */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  app_home_opened: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
};
/** And each method that the code calls. */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.history': ['im:history'],
  'views.publish': [],
  'auth.test': [],
};

const route = readFileSync(new URL('../../src/slack/app.ts', import.meta.url), 'utf8');

describe('the manifest and the code', () => {
  it('subscribe to the same events', () => {
    const heard = [...route.matchAll(/app\.event\('(\w+)'/g)].map(([, name]) => name ?? '');
    const subscribed = settings.event_subscriptions.bot_events.map((event) => event.replace(/\..*/, ''));
    expect(new Set(subscribed)).toEqual(new Set(heard));
  });

  it('know the same commands', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
  });

  it('need exactly the scopes that are asked for', () => {
    const { bot_events } = settings.event_subscriptions;
    const needed = [...bot_events.flatMap((event) => EVENT_SCOPES[event] ?? [`unknown event ${event}`]), 'commands'];
    const called = Object.values(METHOD_SCOPES).flat();
    expect(new Set(oauth_config.scopes.bot)).toEqual(new Set([...needed, ...called]));
  });

  it('account for every method that is called', () => {
    const folder = new URL('../../src/slack/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const calls = files.flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(
        /\bclient\s*\.((?:chat|conversations|views|auth|users)\.\w+)\(/g,
      ),
    ]);
    expect(new Set(calls.map(([, method]) => method))).toEqual(new Set(Object.keys(METHOD_SCOPES)));
  });

  it('switch on what the listeners are for', () => {
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
  });
});
