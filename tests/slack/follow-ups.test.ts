import { describe, expect, it } from 'vitest';
import { office } from '../support/workspace.ts';

describe('in a thread where the bot has answered', () => {
  it('a follow-up needs no mention', async () => {
    const { slack, say } = await office();
    const said = await say('@fwcompare tpu?');
    await say('and windows?', { thread_ts: said.ts, by: slack.people.ben.id });
    expect(slack.thread(said.channel, said.ts).at(-1)?.text).toContain('Only one runs on Windows');
  });

  it('it is silent when people talk to each other, and can say why', async () => {
    const { slack, say } = await office();
    const said = await say('@fwcompare tpu?');
    await say('thanks, see you', { thread_ts: said.ts });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(2);

    await say('@fwcompare why?', { thread_ts: said.ts });
    expect(slack.thread(said.channel, said.ts).at(-1)?.text).toContain('Rule "overheard"');
  });

  it('a follow-up that comes before the first answer is posted finds what the question was', async () => {
    const { slack, say } = await office();
    slack.failNext('chat.postMessage', { kind: 'rate_limited', retryAfterS: 1 });
    const first = slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare tpu?' });
    await slack.until(() => slack.messages(slack.channels.general).length === 1);
    const head = slack.messages(slack.channels.general)[0]?.ts ?? '';
    await say('and windows?', { thread_ts: head });
    await first;
    expect(slack.thread(slack.channels.general, head).map((one) => one.user)).toEqual(['U0ADA', 'U0BOT', 'U0BOT']);
  });

  it('it forgets the thread when told to leave', async () => {
    const { slack, say } = await office();
    const said = await say('@fwcompare tpu?');
    await say('@fwcompare leave', { thread_ts: said.ts });
    await say('and windows?', { thread_ts: said.ts });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(4);
  });

  it('it still follows after a restart', async () => {
    const room = await office();
    const said = await room.say('@fwcompare tpu?');
    await room.restart();
    await room.say('and windows?', { thread_ts: said.ts });
    expect(room.slack.thread(said.channel, said.ts)).toHaveLength(3);
  });
});

describe('in a thread where it has not answered', () => {
  it('nothing is said without a mention', async () => {
    const { slack, say } = await office();
    const head = await say('lunch?');
    await say('and windows?', { thread_ts: head.ts });
    expect(slack.calls('chat.postMessage')).toHaveLength(0);
  });
});

describe('a direct message', () => {
  it('is answered where it stands, and followed up there', async () => {
    const { slack, say } = await office();
    const dm = slack.dm(slack.people.ben);
    await say('tpu?', { channel: dm.id, by: slack.people.ben.id });
    await say('why?', { channel: dm.id, by: slack.people.ben.id });
    const [, first, , second] = slack.messages(dm);
    expect(first).toMatchObject({ user: slack.bot.id, text: expect.stringContaining('Both run on TPUs.') });
    expect(first?.thread_ts).toBeUndefined();
    expect(second?.text).toContain('Rule "direct"');
  });

  it('in a thread is answered in the thread, which knows what was said outside of it', async () => {
    const { slack, say } = await office();
    const dm = slack.dm(slack.people.ada);
    const said = await say('tpu?', { channel: dm.id });
    await say('why?', { channel: dm.id, thread_ts: said.ts });
    const [, answer] = slack.thread(dm, said.ts);
    expect(answer).toMatchObject({ user: slack.bot.id, text: expect.stringContaining('Rule "direct"') });
  });

  it('is answered even when it names the bot', async () => {
    const { slack, say } = await office();
    const dm = slack.dm(slack.people.ada);
    await say('@fwcompare tpu?', { channel: dm.id });
    expect(slack.messages(dm)).toHaveLength(2);
  });
});
