import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { PretendSlack } from '../../src/playground/pretend-slack.ts';
import { BOT_TOKEN, manifest, quiet } from './bots.ts';
import { call, closeAfterEach, workspace } from './workspaces.ts';

closeAfterEach();

const GENERAL = 'C0GENERAL';

function client(slack: PretendSlack, token = BOT_TOKEN): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 300, logger: quiet });
}

async function withScopes(...more: readonly string[]): Promise<PretendSlack> {
  const changed = structuredClone(manifest) as { oauth_config: { scopes: { bot: string[] } } };
  changed.oauth_config.scopes.bot.push(...more);
  return workspace({ manifest: changed });
}

describe('the Web API', () => {
  it('tells who the bot is and which scopes it has', async () => {
    const slack = await workspace();
    const answer = await client(slack).auth.test();
    expect(answer).toMatchObject({ ok: true, user_id: slack.bot.id, bot_id: slack.bot.botId });
    expect(answer.response_metadata?.scopes).toContain('chat:write');
  });

  it('stores a post that the SDK sends as a form, and reads it back', async () => {
    const slack = await workspace();
    const web = client(slack);
    const blocks = [{ type: 'divider' as const }];
    const metadata = { event_type: 'answer', event_payload: { key: 'k' } };
    const posted = await web.chat.postMessage({
      channel: GENERAL,
      text: 'a & b',
      blocks,
      metadata,
      unfurl_links: false,
    });
    await web.chat.postMessage({ channel: GENERAL, text: 'reply', thread_ts: String(posted.ts) });

    const read = await web.conversations.replies({
      channel: GENERAL,
      ts: String(posted.ts),
      include_all_metadata: true,
    });
    expect(read.messages).toMatchObject([
      { text: 'a & b', reply_count: 1, metadata, blocks: [{ type: 'divider', block_id: expect.any(String) }] },
      { text: 'reply', thread_ts: posted.ts },
    ]);
    expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({ blocks, metadata, unfurl_links: false });
    const history = await web.conversations.history({ channel: GENERAL });
    expect(history.messages?.map((one) => one.text)).toEqual(['a & b']);
  });

  it('pages through a long thread', async () => {
    const slack = await workspace();
    const web = client(slack);
    const { ts } = await slack.say({ by: 'U0ADA', channel: GENERAL, text: 'head' });
    for (const text of ['1', '2', '3']) await slack.say({ by: 'U0BEN', channel: GENERAL, text, thread_ts: ts });
    const first = await web.conversations.replies({ channel: GENERAL, ts, limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await web.conversations.replies({ channel: GENERAL, ts, limit: 2, cursor });
    expect(first.messages?.map((one) => one.text)).toEqual(['head', '1', '2']);
    expect(second.messages?.map((one) => one.text)).toEqual(['3']);
    expect(second.has_more).toBe(false);
  });

  it('changes and removes only what the bot wrote', async () => {
    const slack = await workspace();
    const web = client(slack);
    const own = await web.chat.postMessage({ channel: GENERAL, text: 'one' });
    await web.chat.update({ channel: GENERAL, ts: String(own.ts), text: 'two' });
    expect(slack.messages(GENERAL)[0]).toMatchObject({ text: 'two', edited: { user: slack.bot.id } });
    await web.chat.delete({ channel: GENERAL, ts: String(own.ts) });
    expect(slack.messages(GENERAL)).toEqual([]);
    const { ts } = await slack.say({ by: 'U0ADA', channel: GENERAL, text: 'mine' });
    expect(await call(slack, 'chat.update', { channel: GENERAL, ts, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call(slack, 'chat.delete', { channel: GENERAL, ts: '1.1' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('reacts, looks up and opens when the manifest has the scope', async () => {
    const slack = await withScopes('reactions:write', 'users:read', 'im:write', 'channels:read', 'team:read');
    const web = client(slack);
    const { ts } = await slack.say({ by: 'U0ADA', channel: GENERAL, text: 'hi' });
    await web.reactions.add({ channel: GENERAL, timestamp: ts, name: 'eyes' });
    await expect(web.reactions.add({ channel: GENERAL, timestamp: ts, name: 'eyes' })).rejects.toThrow(
      'already_reacted',
    );
    expect((await web.users.info({ user: 'U0ADA' })).user?.name).toBe('ada');
    expect((await web.conversations.open({ users: 'U0ADA' })).channel?.id).toBe(slack.dm('U0ADA').id);
    expect((await web.conversations.info({ channel: 'C0RANDOM' })).channel).toMatchObject({ is_member: false });
    expect((await web.team.info()).team?.id).toBe('T0LOCAL');
  });
});

describe('it refuses', () => {
  it.each([
    ['a call without a token', 'auth.test', {}, '', 'not_authed'],
    ['a wrong token', 'auth.test', {}, 'xoxb-other', 'invalid_auth'],
    ['a method nobody knows', 'chat.shout', {}, BOT_TOKEN, 'unknown_method'],
    ['a channel nobody knows', 'chat.postMessage', { channel: 'C1', text: 'a' }, BOT_TOKEN, 'channel_not_found'],
    [
      'a channel the bot is not in',
      'chat.postMessage',
      { channel: 'C0RANDOM', text: 'a' },
      BOT_TOKEN,
      'not_in_channel',
    ],
    ['an empty message', 'chat.postMessage', { channel: GENERAL }, BOT_TOKEN, 'no_text'],
    ['a text too long', 'chat.postMessage', { channel: GENERAL, text: 'x'.repeat(40_001) }, BOT_TOKEN, 'msg_too_long'],
    [
      'a thread nobody began',
      'chat.postMessage',
      { channel: GENERAL, text: 'a', thread_ts: '1.1' },
      BOT_TOKEN,
      'thread_not_found',
    ],
    [
      'a thread_ts that is none',
      'chat.postMessage',
      { channel: GENERAL, text: 'a', thread_ts: 'x' },
      BOT_TOKEN,
      'invalid_thread_ts',
    ],
    [
      'blocks that are none',
      'chat.postMessage',
      { channel: GENERAL, text: 'a', blocks: [{}] },
      BOT_TOKEN,
      'invalid_blocks',
    ],
    [
      'an ephemeral for a stranger',
      'chat.postEphemeral',
      { channel: 'C0LEADS', user: 'U0MIRA', text: 'a' },
      BOT_TOKEN,
      'user_not_in_channel',
    ],
    [
      'a Home with a table',
      'views.publish',
      { user_id: 'U0ADA', view: { type: 'home', blocks: [{ type: 'table' }] } },
      BOT_TOKEN,
      'invalid_arguments',
    ],
  ])('%s', async (_what, method, args, token, error) => {
    const slack = await workspace();
    expect(await call(slack, method, args, token)).toMatchObject({ ok: false, error });
  });

  it('a method whose scope the manifest lacks, saying which', async () => {
    const slack = await workspace();
    const answer = await call(slack, 'users.info', { user: 'U0ADA' });
    expect(answer).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: expect.stringContaining('chat:write'),
    });
  });

  it('a private channel as if there were none, once the bot is out of it', async () => {
    const slack = await workspace();
    await slack.kick(slack.channels.leads);
    const answer = await call(slack, 'chat.postMessage', { channel: slack.channels.leads.id, text: 'a' });
    expect(answer).toMatchObject({ error: 'channel_not_found' });
  });
});

describe('told to fail', () => {
  it('an error comes with its messages, once', async () => {
    const slack = await workspace();
    slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks', messages: ['[ERROR] so'] });
    const post = () => client(slack).chat.postMessage({ channel: GENERAL, text: 'a' });
    await expect(post()).rejects.toBeInstanceOf(WebAPIPlatformError);
    await expect(post()).resolves.toMatchObject({ ok: true });
    expect(slack.calls('chat.postMessage')).toHaveLength(2);
  });

  it('a status, a rate limit and a broken connection come as often as asked', async () => {
    const slack = await workspace();
    const post = () =>
      fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers: { authorization: `Bearer ${BOT_TOKEN}` } });
    slack.failNext('chat.postMessage', { kind: 'http', status: 503 }, 2);
    slack.failNext('chat.postMessage', { kind: 'rate_limited', retryAfterS: 7 });
    slack.failNext('chat.postMessage', { kind: 'drop' });
    expect([(await post()).status, (await post()).status]).toEqual([503, 503]);
    const limited = await post();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    await expect(post()).rejects.toThrow();
  });

  it('a lost answer leaves the post stored', async () => {
    const slack = await workspace();
    slack.failNext('chat.postMessage', { kind: 'hang', ms: 5000, storesFirst: true });
    await expect(client(slack).chat.postMessage({ channel: GENERAL, text: 'a' })).rejects.toThrow();
    expect(slack.messages(GENERAL)).toHaveLength(1);
  });
});
