import { describe, expect, it } from 'vitest';
import type { Dict, Said } from '../../src/playground/pretend-slack.ts';
import { type Office, office } from '../support/workspace.ts';

/** A mention that was said before the bot came, as the two events Slack would make of it. */
async function undelivered(
  text = '@fwcompare tpu?',
): Promise<{ room: Office; said: Said; events: readonly [Dict, Dict] }> {
  let said: Said | undefined;
  const room = await office({
    before: async (slack) => {
      said = await slack.say({ by: slack.people.ada, channel: slack.channels.general, text });
    },
  });
  if (!said) throw new Error('nothing was said');
  const common = { ...said.message, channel: said.channel, event_ts: said.ts };
  return {
    room,
    said,
    events: [
      { ...common, type: 'app_mention' },
      { ...common, type: 'message', channel_type: 'channel' },
    ],
  };
}

describe('a mention in a channel', () => {
  it('is answered once, in a thread on it, though it arrives under two names', async () => {
    const { slack, say } = await office();
    const said = await say('@fwcompare tpu?');

    const answers = slack.thread(said.channel, said.ts);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.text).toContain('Both run on TPUs.');
    expect(answers[0]?.blocks?.length).toBeGreaterThan(0);
    expect(said.deliveries.map((one) => [one.type, one.acknowledged])).toEqual([
      ['app_mention', true],
      ['message', true],
    ]);
  });

  it.each([
    ['app_mention first', [0, 1]],
    ['message first', [1, 0]],
    ['only app_mention, in a workspace without message events', [0]],
    ['only message', [1]],
    ['the same event twice', [0, 0]],
  ] as const)('is answered once when it comes as: %s', async (_, order) => {
    const { room, said, events } = await undelivered();
    for (const which of order) expect((await room.slack.deliver(events[which])).acknowledged).toBe(true);
    await room.slack.settled();
    expect(room.slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('is answered in the thread it was said in', async () => {
    const { slack, say } = await office();
    const head = await say('who knows about hardware?');
    await say('@fwcompare windows?', { thread_ts: head.ts, by: slack.people.ben.id });
    expect(slack.thread(head.channel, head.ts).map((one) => one.user)).toEqual([slack.people.ben.id, slack.bot.id]);
  });

  it.each(['leads', 'group'] as const)('is answered in #%s, too', async (channel) => {
    const { slack, say } = await office();
    const said = await say('@fwcompare tpu?', { channel: slack.channels[channel].id });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('says that it does not know, rather than nothing', async () => {
    const { slack, say } = await office();
    const said = await say('@fwcompare what is for lunch?');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
  });
});

describe('a message of somebody else', () => {
  it('in a channel is let pass', async () => {
    const { slack, say } = await office();
    await say('tpu is a nice word');
    expect(slack.calls('chat.postMessage')).toHaveLength(0);
  });

  const tpu = { type: 'message', channel: 'C0GENERAL', channel_type: 'channel', ts: '1.1', text: '<@U0BOT> tpu?' };
  it.each([
    ['another bot', { ...tpu, user: 'U0OTHER', bot_id: 'B0OTHER' }],
    ['a bot that posts without a user', { ...tpu, subtype: 'bot_message', bot_id: 'B0OTHER' }],
    ['the bot itself', { ...tpu, user: 'U0BOT' }],
    ['the bot itself, by its bot id only', { ...tpu, bot_id: 'B0BOT' }],
    ['Slackbot', { ...tpu, user: 'USLACKBOT' }],
    ['nobody', tpu],
    ['a note of Slack', { ...tpu, subtype: 'channel_join', user: 'U0ADA' }],
    ['a hidden event', { ...tpu, user: 'U0ADA', hidden: true }],
    ['somebody without words', { ...tpu, user: 'U0ADA', text: '' }],
    ['another bot, as a mention', { ...tpu, type: 'app_mention', user: 'U0OTHER', bot_id: 'B0OTHER' }],
  ])('is not answered when it is of %s', async (_, event) => {
    const { slack } = await office();
    expect((await slack.deliver(event)).acknowledged).toBe(true);
    await slack.settled();
    expect(slack.calls('chat.postMessage')).toHaveLength(0);
  });

  it.each(['file_share', 'thread_broadcast'])('is answered with the subtype %s', async (subtype) => {
    const { room, said, events } = await undelivered();
    await room.slack.deliver({ ...events[1], subtype });
    expect(room.slack.thread(said.channel, said.ts)).toHaveLength(1);
  });
});

describe('a mention that cannot be dealt with', () => {
  it('is apologised for once, is not acknowledged, and is answered when Slack brings it again', async () => {
    const { slack, say, log } = await office();
    slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_auth' }, 2);
    const said = await say('@fwcompare tpu?');

    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
    expect(slack.ephemerals(slack.people.ada).map((one) => one.text)).toEqual([expect.stringMatching(/^Sorry/)]);
    expect(said.deliveries.some((one) => one.attempts.length > 1)).toBe(true);
    expect(log.join('')).toContain('POST_FAILED');
  });

  it('leaves neither its words nor a token in the log', async () => {
    const { slack, say, log } = await office();
    const said = await say('@fwcompare boom, my secret plan');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(0);
    expect(slack.ephemerals()).toHaveLength(1);
    expect(log.join('')).toContain('could not be dealt with');
    expect(log.join('')).not.toMatch(/secret plan|xoxb-/);
  });
});

describe('two bots that answer each other', () => {
  it('are stopped after ten answers in a thread within a minute', async () => {
    const { slack, say, log } = await office();
    const said = await say('@fwcompare tpu?');
    for (let i = 0; i < 12; i += 1) await say('@fwcompare windows?', { thread_ts: said.ts });
    const answers = slack.thread(said.channel, said.ts).filter((one) => one.user === slack.bot.id);
    expect(answers).toHaveLength(10);
    expect(log.join('')).toContain('too many answers');
  });
});
