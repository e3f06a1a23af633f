import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/blocks/ids.ts';
import { printSlots } from '../../src/conversation/thread.ts';
import type { TopicId } from '../../src/knowledge/model.ts';
import type { Dict } from '../../src/playground/pretend-slack.ts';
import { type Office, office } from '../support/workspace.ts';

const windows = printSlots({
  topics: ['windows' as TopicId],
  frameworks: [],
  only: false,
  want: 'comparison',
  pins: [],
});
const tpu = printSlots({ topics: ['tpu' as TopicId], frameworks: [], only: false, want: 'comparison', pins: [] });

/** Puts buttons with these values before people, in place of the ones of the last message of the bot. */
async function withButtons(
  room: Office,
  values: Readonly<Record<string, string>>,
  where: { thread_ts?: string; channel?: string } = {},
) {
  const { slack } = room;
  const elements = Object.entries(values).map(([action_id, value]) => ({
    type: 'button',
    action_id,
    value,
    text: { type: 'plain_text', text: action_id },
  }));
  const body = {
    channel: where.channel ?? slack.channels.general.id,
    text: 'buttons',
    blocks: [{ type: 'actions', elements }],
    ...where,
  };
  const answer = await call(slack.apiUrl, 'chat.postMessage', body);
  return { channel: body.channel, ts: String(answer.ts) };
}

async function call(apiUrl: string, method: string, body: Dict): Promise<Dict> {
  const headers = { authorization: 'Bearer xoxb-local', 'content-type': 'application/json' };
  const response = await fetch(`${apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Dict;
}

async function privateAnswer({ slack }: Office, text = '/fwcompare tpu') {
  const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text });
  if (seen.kind !== 'ephemeral') throw new Error(`not private: ${seen.kind}`);
  return seen.message;
}

describe('a button under an answer in a thread', () => {
  it('answers in the thread, leaves the old answer, and the thread goes on from there', async () => {
    const room = await office();
    const { slack } = room;
    const said = await room.say('@fwcompare tpu?');
    const on = await withButtons(room, { [`${ACTIONS.showTopic}-2`]: windows }, { thread_ts: said.ts });
    const before = slack.thread(said.channel, said.ts).length;
    await slack.click({ by: slack.people.ben, on, action_id: `${ACTIONS.showTopic}-2` });
    await slack.settled();

    const after = slack.thread(said.channel, said.ts);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.text).toContain('Only one runs on Windows');
    await room.say('who?', { thread_ts: said.ts });
    await room.say('@fwcompare why?', { thread_ts: said.ts });
    expect(slack.thread(said.channel, said.ts).at(-1)?.text).toContain('before: windows');
  });

  it('that asks why is answered to the clicker alone', async () => {
    const room = await office();
    const { slack } = room;
    const said = await room.say('@fwcompare tpu?');
    const on = await withButtons(room, { [ACTIONS.why]: tpu }, { thread_ts: said.ts });
    await slack.click({ by: slack.people.ben, on, action_id: ACTIONS.why });
    await slack.settled();
    expect(slack.ephemerals(slack.people.ben)[0]).toMatchObject({
      text: expect.stringContaining('Rule "mention"'),
      thread_ts: said.ts,
    });
  });

  it('of a message at the top of a channel opens a thread on it', async () => {
    const room = await office();
    const on = await withButtons(room, { [ACTIONS.showCode]: tpu });
    await room.slack.click({ by: room.slack.people.ada, on, action_id: ACTIONS.showCode });
    await room.slack.settled();
    expect(room.slack.thread(on.channel, on.ts)).toHaveLength(1);
  });

  it('in a direct conversation is answered there', async () => {
    const room = await office();
    const dm = room.slack.dm(room.slack.people.ada);
    const on = await withButtons(room, { [ACTIONS.showMore]: tpu }, { channel: dm.id });
    await room.slack.click({ by: room.slack.people.ada, on, action_id: ACTIONS.showMore });
    await room.slack.settled();
    expect(room.slack.messages(dm).at(-1)?.thread_ts).toBeUndefined();
    expect(room.slack.messages(dm)).toHaveLength(2);
  });

  it.each(['not slots', '', '{"topics":["gone"],"frameworks":[],"only":false,"want":"comparison","pins":[]}'])(
    'of an older version (%s) says so to the clicker',
    async (value) => {
      const room = await office();
      const on = await withButtons(room, { [ACTIONS.showSources]: value });
      await room.slack.click({ by: room.slack.people.ada, on, action_id: ACTIONS.showSources });
      await room.slack.settled();
      expect(room.slack.ephemerals(room.slack.people.ada)[0]?.text).toContain('older version');
    },
  );

  it('that nobody knows is acknowledged', async () => {
    const room = await office();
    const on = await withButtons(room, { 'from-another-age': 'x' });
    expect(await room.slack.click({ by: room.slack.people.ada, on, action_id: 'from-another-age' })).toMatchObject({
      ok: true,
    });
  });

  it('to remove an answer is refused to anybody but the asker', async () => {
    const room = await office();
    const said = await room.say('@fwcompare tpu?');
    const answer = room.slack.thread(said.channel, said.ts)[0];
    const value = JSON.stringify({ channel: said.channel, ts: answer?.ts, asker: room.slack.people.ada.id, of: 'k' });
    const on = await withButtons(room, { [ACTIONS.removeAnswer]: value });
    await room.slack.click({ by: room.slack.people.ben, on, action_id: ACTIONS.removeAnswer });
    await room.slack.settled();
    expect(room.slack.thread(said.channel, said.ts)).toHaveLength(1);
    expect(room.slack.ephemerals(room.slack.people.ben)[0]?.text).toContain('Only the person who asked');
  });
});

describe('a button under a private answer', () => {
  it('shares it with the channel, under the name of the one who did', async () => {
    const room = await office();
    const { slack } = room;
    const on = await privateAnswer(room);
    const reply = await slack.click({ by: slack.people.ada, on, action_id: ACTIONS.share });
    await slack.settled();
    expect(reply.ok).toBe(true);
    const [shared] = slack.messages(slack.channels.random);
    expect(shared?.text).toMatch(/Both run on TPUs\.[\s\S]*Shared by <@U0ADA>/);
    expect(slack.ephemerals(slack.people.ada)).toHaveLength(1);
    expect(JSON.stringify(shared?.blocks)).not.toContain(`"${ACTIONS.share}"`);
  });

  it('shows more to nobody else', async () => {
    const room = await office();
    const { slack } = room;
    const on = await privateAnswer(room);
    await slack.click({ by: slack.people.ada, on, action_id: `${ACTIONS.showTopic}-1` });
    await slack.settled();
    expect(slack.ephemerals(slack.people.ada).at(-1)?.text).toContain('Only one runs on Windows');
    expect(slack.messages(slack.channels.random)).toHaveLength(0);
  });

  it('whose time is up ends in an apology, not in an error', async () => {
    let now = Date.now();
    const room = await office({ slack: { clock: () => now } });
    const { slack } = room;
    const on = await withButtons(room, { [ACTIONS.showCode]: tpu });
    const clicked = slack.click({ by: slack.people.ada, on, action_id: ACTIONS.showCode });
    now += 31 * 60 * 1000;
    await clicked;
    await slack.settled();
    expect(slack.ephemerals(slack.people.ada)[0]?.text).toContain('no longer lets me answer');
    expect(room.log.join('')).toContain('has run out');
    expect(room.log.join('')).not.toContain('"level":50');
  });
});
