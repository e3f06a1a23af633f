import { describe, expect, it } from 'vitest';
import { type Office, office } from '../support/workspace.ts';

const ready = async ({ bot }: Office) =>
  (await (await fetch(`${bot.url}/readyz`)).json()) as { ready: boolean; knowledge: unknown };
const FAULT = ['sections/hardware.yaml', 'keeps: history', 'keeps: forever'] as const;

describe('a change of the knowledge folder', () => {
  it('is answered from a moment later, without a restart', async () => {
    const room = await office();
    room.knowledge.change('sections/hardware.yaml', 'Both run on TPUs.', 'Neither runs on toasters.');
    await expect.poll(() => room.log.join('')).toContain('knowledge reloaded');
    const said = await room.say('@fwcompare tpu?');
    expect(room.slack.thread(said.channel, said.ts)[0]?.text).toContain('toasters');
  });

  it('with a fault is refused aloud while the old answers go on', async () => {
    const room = await office();
    room.knowledge.change(...FAULT);
    await expect.poll(() => room.log.join('')).toContain('knowledge refused');
    expect(room.log.join('')).toMatch(/hardware\.yaml:\d+/);
    expect(await ready(room)).toMatchObject({
      ready: true,
      knowledge: { topics: 2, refused: { faults: 1, first: [expect.stringContaining('sections/hardware.yaml')] } },
    });
    const said = await room.say('@fwcompare tpu?');
    expect(room.slack.thread(said.channel, said.ts)[0]?.text).toContain('Both run on TPUs.');
  });

  it('with a fault is told to the maintainers, once for the same faults', async () => {
    const room = await office();
    const told = () => room.slack.messages(room.slack.dm(room.slack.people.mira));
    room.knowledge.change(...FAULT);
    await room.bot.reload();
    await room.bot.reload();
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain('sections/hardware.yaml');

    room.knowledge.change('sections/hardware.yaml', 'keeps: history', 'keeps: forever');
    await room.bot.reload();
    expect(told()).toHaveLength(2);
  });

  it('that mends the fault is taken, and the complaint is gone', async () => {
    const room = await office();
    room.knowledge.change(...FAULT);
    await room.bot.reload();
    room.knowledge.change('sections/hardware.yaml', 'keeps: forever', 'keeps: history');
    await room.bot.reload();
    expect((await ready(room)).knowledge).not.toHaveProperty('refused');
  });

  it('that leaves an old button without its topic is told to the clicker', async () => {
    const room = await office();
    const { slack } = room;
    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare tpu' });
    room.knowledge.change('sections/hardware.yaml', 'id: windows', 'id: linux');
    room.knowledge.change('sections/hardware.yaml', 'related: [windows]', 'related: [linux]');
    await room.bot.reload();
    if (seen.kind !== 'ephemeral') throw new Error(seen.kind);
    await slack.click({ by: slack.people.ada, on: seen.message, action_id: 'show-topic-1' });
    await slack.settled();
    expect(slack.ephemerals(slack.people.ada).at(-1)?.text).toContain('older version');
  });
});
