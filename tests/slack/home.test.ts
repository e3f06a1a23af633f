import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/blocks/ids.ts';
import { isDict } from '../../src/playground/wire.ts';
import { type Office, office } from '../support/workspace.ts';

const choose = async ({ slack }: Office, topic: string): Promise<void> => {
  const menus = (slack.home(slack.people.ada)?.blocks ?? []).map((block) => block.accessory).filter(isDict);
  const options = menus.flatMap((menu) => (Array.isArray(menu.options) ? menu.options : []));
  const chosen: unknown = options.find((option) => JSON.stringify(option).includes(topic));
  if (!isDict(chosen)) throw new Error(`There is no ${topic} to choose.`);
  await slack.click({ by: slack.people.ada, on: 'home', action_id: ACTIONS.showTopic, value: String(chosen.value) });
  await slack.settled();
};

describe('the Home tab', () => {
  it('answers a topic chosen there by direct message, and the conversation goes on from it', async () => {
    const room = await office();
    const { slack } = room;
    await slack.openHome(slack.people.ada);
    await slack.settled();
    await choose(room, 'Google TPUs');
    const dm = slack.dm(slack.people.ada);
    expect(slack.messages(dm).map((message) => message.text)).toEqual([expect.stringContaining('Both run on TPUs')]);
    await room.say('so who?', { channel: dm.id });
    await room.say('why?', { channel: dm.id });
    expect(slack.messages(dm).at(-1)?.text).toContain('before: tpu');
  });

  it('says what the bot is, how to ask and what it knows', async () => {
    const { slack } = await office();
    await slack.openHome(slack.people.ada);
    await slack.settled();
    const shown = JSON.stringify(slack.home(slack.people.ada)?.blocks);
    for (const part of ['PyTorch and TensorFlow', '/fwcompare', 'tpu', 'Google TPUs', 'Knowledge '])
      expect(shown).toContain(part);
  });

  it('is drawn once for each person, and again when the knowledge changes', async () => {
    const { slack, knowledge, bot } = await office();
    for (const person of [slack.people.ada, slack.people.ada, slack.people.ben]) await slack.openHome(person);
    expect(slack.calls('views.publish')).toHaveLength(2);
    knowledge.change('sections/hardware.yaml', 'title: Google TPUs', 'title: TPUs of Google');
    await bot.reload();
    await slack.openHome(slack.people.ada);
    await slack.settled();
    expect(JSON.stringify(slack.home(slack.people.ada))).toContain('TPUs of Google');
  });

  it('is not drawn for the Messages tab', async () => {
    const { slack } = await office();
    await slack.openHome(slack.people.ada, 'messages');
    expect(slack.calls('views.publish')).toHaveLength(0);
  });
});
