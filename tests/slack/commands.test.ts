import { describe, expect, it } from 'vitest';
import { office } from '../support/workspace.ts';

describe('/fwcompare', () => {
  it('is answered to the asker alone, in the acknowledgement, even where the bot is no member', async () => {
    const { slack } = await office();
    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare tpu' });
    expect(seen).toMatchObject({
      kind: 'ephemeral',
      message: { user: slack.people.ada.id, text: expect.stringContaining('Both run') },
    });
    expect(slack.calls().map((call) => call.method)).toEqual(['auth.test']);
  });

  it.each(['', 'help'])('explains itself when it is "%s"', async (text) => {
    const { slack } = await office();
    const seen = await slack.command({
      by: slack.people.ada,
      channel: slack.channels.random,
      text: `/fwcompare ${text}`,
    });
    expect(seen).toMatchObject({ kind: 'ephemeral', message: { text: expect.stringContaining('side by side') } });
  });

  it('tells why it gave its last answer to that person there', async () => {
    const { slack } = await office();
    const { ada, ben } = slack.people;
    const ask = async (by: typeof ada | typeof ben, text: string) => {
      const seen = await slack.command({ by, channel: slack.channels.random, text: `/fwcompare ${text}` });
      return seen.kind === 'ephemeral' ? seen.message.text : seen.kind;
    };
    await ask(ada, 'tpu');
    expect(await ask(ada, 'why')).toContain('Rule "command"');
    expect(await ask(ada, 'why')).toContain('Rule "command"');
    expect(await ask(ben, 'why')).not.toContain('Rule');
  });

  it('apologises when it breaks, instead of looking broken', async () => {
    const { slack, log } = await office();
    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare boom' });
    expect(seen).toMatchObject({ kind: 'ephemeral', message: { text: expect.stringMatching(/^Sorry/) } });
    expect(log.join('')).toContain('could not be dealt with');
    expect(log.join('')).not.toContain('boom');
  });

  it('of another name is acknowledged with a word of help', async () => {
    const manifest = {
      display_information: { name: 'x' },
      features: { bot_user: { display_name: 'fwcompare' }, slash_commands: [{ command: '/other' }] },
      oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
      settings: {},
    };
    const { slack } = await office({ slack: { manifest } });
    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/other tpu' });
    expect(seen).toMatchObject({ kind: 'ephemeral', message: { text: expect.stringContaining('/fwcompare help') } });
  });
});
