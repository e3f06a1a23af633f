import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/playground/pretend-slack.ts';
import { office } from '../support/workspace.ts';

async function answersAfter(failure: Failure, times = 1) {
  const room = await office();
  room.slack.failNext('chat.postMessage', failure, times);
  const said = await room.say('@fwcompare tpu?');
  return { ...room, answers: room.slack.thread(said.channel, said.ts), said };
}

describe('an answer whose post goes wrong', () => {
  it.each(['invalid_blocks', 'invalid_attachments', 'msg_blocks_too_long', 'only_one_table_allowed'])(
    'is sent as text alone when Slack says %s',
    async (error) => {
      const { answers } = await answersAfter({ kind: 'error', error });
      expect(answers).toHaveLength(1);
      expect(answers[0]?.blocks).toBeUndefined();
      expect(answers[0]?.text).toContain('Both run on TPUs.');
    },
  );

  it('waits as long as a rate limit asks, and tries again', async () => {
    const { answers, slack } = await answersAfter({ kind: 'rate_limited', retryAfterS: 1 });
    expect(answers).toHaveLength(1);
    const [first, second] = slack.calls('chat.postMessage');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('holds up nobody else meanwhile', async () => {
    const { slack } = await office();
    slack.failNext('chat.postMessage', { kind: 'rate_limited', retryAfterS: 1 });
    const { people, channels } = slack;
    const slow = slack.say({ by: people.ada, channel: channels.general, text: '@fwcompare tpu?' });
    await slack.until(() => slack.calls('chat.postMessage').length > 0);
    const said = await slack.say({ by: people.ben, channel: channels.mlPlatform, text: '@fwcompare tpu?' });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
    expect(slack.messages(channels.general)).toHaveLength(1);
    await slow;
  });

  const lost: readonly (readonly [string, Failure])[] = [
    ['an error of the server', { kind: 'http', status: 500, storesFirst: true }],
    ['a broken connection', { kind: 'drop', storesFirst: true }],
    ['silence', { kind: 'hang', ms: 900, storesFirst: true }],
    ['an internal error', { kind: 'error', error: 'internal_error', storesFirst: true }],
  ];
  it.each(lost)('is not doubled when it stands and only its receipt was lost by %s', async (_, failure) => {
    const { answers, slack } = await answersAfter(failure);
    expect(answers).toHaveLength(1);
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
    expect(slack.calls('conversations.replies')).toHaveLength(1);
  });

  it('is posted again when it does not stand', async () => {
    const { answers } = await answersAfter({ kind: 'http', status: 503 });
    expect(answers).toHaveLength(1);
  });

  it('is not doubled in a direct conversation either', async () => {
    const { slack, say } = await office();
    slack.failNext('chat.postMessage', { kind: 'drop', storesFirst: true });
    const dm = slack.dm(slack.people.ada);
    await say('tpu?', { channel: dm.id });
    expect(slack.messages(dm)).toHaveLength(2);
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
  });

  it('is not doubled as text alone', async () => {
    const { slack, say } = await office();
    slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    slack.failNext('chat.postMessage', { kind: 'drop', storesFirst: true });
    const said = await say('@fwcompare tpu?');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('is looked for when the event comes again after all tries failed', async () => {
    const { slack, say } = await office();
    slack.failNext('chat.postMessage', { kind: 'drop', storesFirst: true });
    slack.failNext('conversations.replies', { kind: 'http', status: 500 });
    const said = await say('@fwcompare tpu?');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
    expect(said.deliveries.some((one) => one.attempts.length > 1)).toBe(true);
  });

  it.each(['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action'])(
    'is given up without a fuss when Slack says %s',
    async (error) => {
      const { answers, said, log, slack } = await answersAfter({ kind: 'error', error });
      expect(answers).toHaveLength(0);
      expect(said.deliveries.every((one) => one.attempts.length === 1 && one.acknowledged)).toBe(true);
      expect(slack.ephemerals()).toHaveLength(0);
      expect(log.join('')).toContain(error);
    },
  );

  it('never unfurls links', async () => {
    const { slack, say } = await office();
    await say('@fwcompare tpu?');
    expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });
});
