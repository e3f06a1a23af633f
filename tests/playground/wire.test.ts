import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { UrlNotVerifiedError } from '../../src/playground/pretend-slack.ts';
import { httpBot, manifest } from './bots.ts';
import { alsoClose, closeAfterEach, workspace, workspaceWithBot } from './workspaces.ts';

closeAfterEach();

/** An events URL that answers each delivery with the next of the given answers, and keeps the retry headers. */
async function stubborn(answers: readonly (number | 'silence' | 'no-retry')[]) {
  const heard: { num: string | undefined; reason: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const challenge = /"challenge":"([^"]+)"/.exec(body)?.[1];
    if (challenge) return response.end(challenge);
    const { 'x-slack-retry-num': num, 'x-slack-retry-reason': reason } = request.headers;
    const answer = answers[heard.push({ num: num?.toString(), reason: reason?.toString(), body }) - 1] ?? 200;
    if (answer === 'no-retry') response.writeHead(500, { 'x-slack-no-retry': '1' }).end();
    else if (answer !== 'silence') response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  alsoClose(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { heard, url: `http://127.0.0.1:${port}/slack/events` };
}

describe('a mention in a channel', () => {
  it('reaches the bot as two events with one ts and two ids, and is answered in its thread', async () => {
    const slack = await workspaceWithBot();
    const said = await slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare hello' });
    await slack.until(() => slack.thread(said.channel, said.ts).length > 0);

    expect(said.message.text).toBe(`<@${slack.bot.id}> hello`);
    expect(said.deliveries.map((one) => [one.type, one.acknowledged])).toEqual([
      ['app_mention', true],
      ['message', true],
    ]);
    expect(new Set(said.deliveries.map((one) => one.event_id)).size).toBe(2);
    expect(slack.thread(said.channel, said.ts)[0]?.text).toBe(`heard: <@${slack.bot.id}> hello`);
  });

  it('is not heard where the bot is not a member; the person is told, and an invitation mends it', async () => {
    const slack = await workspaceWithBot();
    const { people, channels } = slack;
    const unheard = await slack.say({ by: people.ada, channel: channels.random, text: '@fwcompare hello' });
    expect(unheard.deliveries).toEqual([]);
    expect(slack.ephemerals(people.ada)[0]?.text).toContain("they're not in this channel");

    const joined = await slack.invite(channels.random);
    expect(joined.map((one) => one.type)).toEqual(['message']);
    const heard = await slack.say({ by: people.ada, channel: channels.random, text: '@fwcompare hello' });
    expect(heard.deliveries).toHaveLength(2);
  });

  it('comes only as what the manifest subscribes to', async () => {
    const mentionsOnly = structuredClone(manifest) as { settings: { event_subscriptions: { bot_events: string[] } } };
    mentionsOnly.settings.event_subscriptions.bot_events = ['app_mention'];
    const slack = await workspaceWithBot(undefined, { manifest: mentionsOnly });
    const said = await slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare hello' });
    expect(said.deliveries.map((one) => one.type)).toEqual(['app_mention']);
  });
});

describe('the bot hears', () => {
  it('a direct message once, as message.im', async () => {
    const slack = await workspaceWithBot();
    const { ada } = slack.people;
    const said = await slack.say({ by: ada, channel: slack.dm(ada), text: '@fwcompare hello' });
    await slack.until(() => slack.messages(slack.dm(ada)).length === 2);
    expect(said.deliveries.map((one) => one.type)).toEqual(['message']);
  });

  it('edits as message_changed and deletions as message_deleted', async () => {
    const heard: unknown[] = [];
    const slack = await workspaceWithBot((app) => {
      app.event('message', async ({ event }) => void heard.push(event));
    });
    const said = await slack.say({ by: slack.people.ada, channel: slack.channels.leads, text: 'one' });
    await slack.edit(said, 'two');
    await slack.remove(said);
    await slack.settled();
    expect(heard).toMatchObject([
      { text: 'one', channel_type: 'group' },
      { subtype: 'message_changed', message: { text: 'two' }, previous_message: { text: 'one' } },
      { subtype: 'message_deleted', deleted_ts: said.ts },
    ]);
  });

  it('its Home being opened, and what it publishes is there', async () => {
    const slack = await workspaceWithBot();
    const [opened] = await slack.openHome(slack.people.mira);
    await slack.until(() => slack.home(slack.people.mira) !== undefined);
    expect(opened).toMatchObject({ type: 'app_home_opened', acknowledged: true });
    expect(slack.home(slack.people.ada)).toBeUndefined();
  });

  it('the same envelope twice when a test sends it twice', async () => {
    const slack = await workspaceWithBot();
    const event = {
      type: 'app_mention',
      user: 'U0ADA',
      text: 'hi',
      ts: '1.000001',
      channel: 'C0GENERAL',
      event_ts: '1',
    };
    const twice = [await slack.deliver(event, { event_id: 'Ev1' }), await slack.deliver(event, { event_id: 'Ev1' })];
    expect(twice.map((one) => [one.event_id, one.acknowledged])).toEqual([
      ['Ev1', true],
      ['Ev1', true],
    ]);
  });
});

describe('an unacknowledged event', () => {
  it('comes again up to three times, with the number and the reason', async () => {
    const slack = await workspace({ ackTimeoutMs: 50 });
    const bot = await stubborn([500, 'silence', 404, 500]);
    await slack.deliverTo(bot.url);
    const said = await slack.say({ by: slack.people.ada, channel: slack.channels.general, text: 'hello' });
    expect(said.deliveries[0]).toMatchObject({ acknowledged: false });
    expect(bot.heard.map(({ num, reason }) => [num, reason])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
      ['3', 'http_error'],
    ]);
    expect(new Set(bot.heard.map((one) => one.body)).size).toBe(1);
  });

  it('stops coming once it is acknowledged, or when the app asks for no retry', async () => {
    const slack = await workspace();
    const bot = await stubborn([500, 200, 'no-retry']);
    await slack.deliverTo(bot.url);
    const { ada } = slack.people;
    const first = await slack.say({ by: ada, channel: slack.channels.general, text: 'one' });
    const second = await slack.say({ by: ada, channel: slack.channels.general, text: 'two' });
    expect(first.deliveries[0]).toMatchObject({ acknowledged: true, attempts: [{ ok: false }, { ok: true }] });
    expect(second.deliveries[0]).toMatchObject({ acknowledged: false, attempts: [{ noRetry: true }] });
  });
});

describe('an events URL', () => {
  it('is refused when the bot has another signing secret', async () => {
    const slack = await workspace();
    await expect(httpBot(slack, () => undefined, 'another secret')).rejects.toThrow(UrlNotVerifiedError);
  });
});
