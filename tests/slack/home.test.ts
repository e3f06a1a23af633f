import { describe, expect, it } from 'vitest';
import { office } from '../support/workspace.ts';

describe('the Home tab', () => {
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
