import { describe, expect, it } from 'vitest';
import { office } from '../support/workspace.ts';

describe('in Socket Mode', () => {
  it('mentions, direct messages, commands, clicks and the Home tab are answered as they are by HTTP', async () => {
    const { slack, say } = await office({ mode: 'socket' });
    const said = await say('@fwcompare tpu?');
    await say('and windows?', { thread_ts: said.ts });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(3);

    const dm = slack.dm(slack.people.ben);
    await say('tpu', { channel: dm.id, by: slack.people.ben.id });
    expect(slack.messages(dm)).toHaveLength(2);

    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare tpu' });
    expect(seen.kind).toBe('ephemeral');
    if (seen.kind === 'ephemeral') await slack.click({ by: slack.people.ada, on: seen.message, action_id: 'share' });
    await slack.openHome(slack.people.ada);
    await slack.settled();
    expect(slack.messages(slack.channels.random)).toHaveLength(1);
    expect(slack.home(slack.people.ada)).toBeDefined();
  });

  it('an event that fails is not acknowledged, so that it comes again', async () => {
    const { slack, say } = await office({ mode: 'socket', slack: { ackTimeoutMs: 400 } });
    slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_auth' }, 2);
    const said = await say('@fwcompare tpu?');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
    expect(said.deliveries.some((one) => one.attempts.length > 1)).toBe(true);
  });

  it('a command that breaks is apologised for', async () => {
    const { slack } = await office({ mode: 'socket' });
    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare boom' });
    expect(seen).toMatchObject({ kind: 'ephemeral', message: { text: expect.stringMatching(/^Sorry/) } });
  });

  it('the bot says that it is not ready while it is cut off, and comes back', { timeout: 30_000 }, async () => {
    const { slack, bot, say } = await office({ mode: 'socket' });
    const ready = async () => (await fetch(`${bot.url}/readyz`)).status;
    expect(await ready()).toBe(200);
    slack.sockets.cut();
    await slack.until(() => slack.sockets.connections === 0);
    await expect.poll(ready).toBe(503);
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    const said = await say('@fwcompare tpu?');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('the bot renews its connection when Slack asks for it', { timeout: 30_000 }, async () => {
    const { slack, bot } = await office({ mode: 'socket' });
    slack.sockets.requestReconnect();
    const ready = async () => (await fetch(`${bot.url}/readyz`)).status;
    await expect.poll(ready).toBe(503);
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  });
});
