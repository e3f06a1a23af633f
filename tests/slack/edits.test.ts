import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/blocks/ids.ts';
import { type Office, office } from '../support/workspace.ts';

async function edit({ slack }: Office, place: { channel: string; ts: string }, text: string): Promise<void> {
  await slack.edit(place, text);
  await slack.settled();
}

describe('a question that is edited', () => {
  it('changes its answer in place', async () => {
    const room = await office();
    const said = await room.say('@fwcompare tpu?');
    await edit(room, said, '@fwcompare windows?');
    const answers = room.slack.thread(said.channel, said.ts);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.text).toContain('Only one runs on Windows');
  });

  it('changes what the thread is about', async () => {
    const room = await office();
    const said = await room.say('@fwcompare tpu?');
    await edit(room, said, '@fwcompare windows?');
    await room.say('tell me of what was before', { thread_ts: said.ts });
    await room.say('@fwcompare why?', { thread_ts: said.ts });
    expect(room.slack.thread(said.channel, said.ts).at(-1)?.text).toContain('before: windows');
  });

  it('is answered as if asked then: what was said in between does not count', async () => {
    const room = await office();
    const said = await room.say('@fwcompare tpu?');
    await room.say('and windows?', { thread_ts: said.ts });
    await edit(room, said, '@fwcompare who?');
    await room.say('@fwcompare why?', { thread_ts: said.ts });
    expect(room.slack.thread(said.channel, said.ts).at(-1)?.text).toContain('before: nothing');
  });

  it('gets the answer it did not get before', async () => {
    const room = await office();
    const said = await room.say('tpu, I wonder');
    await edit(room, said, '@fwcompare tpu');
    expect(room.slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('gets one answer when Slack also sends the edit as a mention', async () => {
    const room = await office();
    const said = await room.say('tpu, I wonder');
    await edit(room, said, '@fwcompare tpu');
    const now = room.slack.messages(said.channel).find((one) => one.ts === said.ts);
    await room.slack.deliver({ ...now, type: 'app_mention', channel: said.channel });
    await room.slack.settled();
    expect(room.slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('changes its answer in a direct conversation', async () => {
    const room = await office();
    const dm = room.slack.dm(room.slack.people.ada);
    const said = await room.say('tpu', { channel: dm.id });
    await edit(room, said, 'windows');
    expect(room.slack.messages(dm)).toHaveLength(2);
    expect(room.slack.messages(dm)[1]?.text).toContain('Only one runs on Windows');
  });

  it('is shown as text alone when its new blocks are refused', async () => {
    const room = await office();
    const said = await room.say('@fwcompare tpu?');
    room.slack.failNext('chat.update', { kind: 'error', error: 'invalid_blocks' });
    await edit(room, said, '@fwcompare windows?');
    expect(room.slack.thread(said.channel, said.ts)[0]).toMatchObject({ text: expect.stringContaining('Windows') });
    expect(room.slack.thread(said.channel, said.ts)[0]?.blocks ?? []).toHaveLength(0);
  });

  it('is left alone after ten minutes', async () => {
    let now = Date.now();
    const room = await office({ slack: { clock: () => now } });
    const said = await room.say('@fwcompare tpu?');
    now += 11 * 60 * 1000;
    await edit(room, said, '@fwcompare windows?');
    expect(room.slack.thread(said.channel, said.ts)[0]?.text).toContain('Both run on TPUs.');
  });

  it('is not mistaken for one when Slack unfurls a link in it', async () => {
    const room = await office();
    const said = await room.say('tpu');
    const changed = { ...said.message, text: '<@U0BOT> tpu', attachments: [{ id: 1 }] };
    await room.slack.deliver({
      type: 'message',
      subtype: 'message_changed',
      channel: said.channel,
      channel_type: 'channel',
      hidden: true,
      ts: said.ts,
      message: changed,
      previous_message: said.message,
    });
    expect(room.slack.calls('chat.postMessage')).toHaveLength(0);
  });

  it('is ignored when it is an answer of the bot', async () => {
    const room = await office();
    await room.say('@fwcompare tpu?');
    const answer = room.slack.messages(room.slack.channels.general).at(-1);
    expect(answer?.user).toBe(room.slack.bot.id);
    await edit(room, answer ?? { channel: '', ts: '' }, '@fwcompare windows');
    expect(room.slack.calls('chat.postMessage')).toHaveLength(1);
  });
});

describe('a question that is deleted', () => {
  async function deleted(channel: 'general' | 'dm') {
    const room = await office();
    const { slack } = room;
    const dm = slack.dm(slack.people.ada);
    const said = await room.say('@fwcompare tpu?', channel === 'dm' ? { channel: dm.id } : {});
    await slack.remove(said);
    await slack.settled();
    return {
      slack,
      dm,
      answers: () => slack.messages(said.channel).filter((one) => one.blocks && one.user === slack.bot.id),
    };
  }

  it('leaves its answer, and the asker alone is asked whether to remove it', async () => {
    const { slack, answers } = await deleted('general');
    expect(answers()).toHaveLength(1);
    expect(slack.ephemerals()).toHaveLength(1);
    expect(slack.ephemerals(slack.people.ada)[0]?.text).toContain('Shall I remove my answer');
  });

  it('takes the answer with it when the asker says so', async () => {
    const { slack, answers } = await deleted('general');
    const offer = slack.ephemerals(slack.people.ada)[0];
    if (offer) await slack.click({ by: slack.people.ada, on: offer, action_id: ACTIONS.removeAnswer });
    await slack.settled();
    expect(answers()).toHaveLength(0);
    expect(slack.ephemerals()).toHaveLength(0);
  });

  it('leaves the answer when the asker keeps it', async () => {
    const { slack, answers } = await deleted('general');
    const offer = slack.ephemerals(slack.people.ada)[0];
    if (offer) await slack.click({ by: slack.people.ada, on: offer, action_id: ACTIONS.keepAnswer });
    await slack.settled();
    expect(answers()).toHaveLength(1);
    expect(slack.ephemerals()).toHaveLength(0);
  });

  it('in a direct conversation is asked about there', async () => {
    const { slack, dm } = await deleted('dm');
    const offer = slack.messages(dm).at(-1);
    expect(offer?.text).toContain('Shall I remove my answer');
    if (offer) await slack.click({ by: slack.people.ada, on: offer, action_id: ACTIONS.removeAnswer });
    await slack.settled();
    expect(slack.messages(dm)).toHaveLength(0);
  });

  it('is not asked about when it had no answer', async () => {
    const room = await office();
    const said = await room.say('tpu is a word');
    await room.slack.remove(said);
    await room.slack.settled();
    expect(room.slack.ephemerals()).toHaveLength(0);
  });
});
