import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';
import { createLog } from '../../src/ops/log.ts';
import { createSmallBot } from '../support/small-bot.ts';
import { atEnd, office } from '../support/workspace.ts';

describe('the local workspace', () => {
  it('has the real bot in it, and serves the page and those who watch from one address', async () => {
    const { config } = await office();
    const running = await compose(
      { ...config, mode: { kind: 'local' }, database: { ...config.database, file: `${config.database.file}2` } },
      {
        createBot: createSmallBot,
        log: createLog('silent'),
      },
    );
    atEnd(() => running.stop());
    const slack = running.local?.slack;
    if (!slack) throw new Error('no workspace');

    const said = await slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare tpu?' });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
    expect(running.greeting).toBe(`fwcompare is at ${slack.url} — try /fwcompare tpu`);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${running.url}/metrics`)).status).toBe(200);
    const state = (await (await fetch(`${running.url}/local/state`)).json()) as { suggestions: unknown };
    expect(state.suggestions).toEqual(['tpu', 'does it run on windows?', 'which gpu?']);
  });
});
