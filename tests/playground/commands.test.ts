import { describe, expect, it } from 'vitest';
import { closeAfterEach, workspace, workspaceWithBot } from './workspaces.ts';

closeAfterEach();

async function respond(url: string, body: object): Promise<[number, unknown]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
}

describe('a slash command', () => {
  it('is answered privately in its acknowledgement, even where the bot is no member', async () => {
    const slack = await workspaceWithBot();
    const { people, channels } = slack;
    const seen = await slack.command({ by: people.ada, channel: channels.random, text: '/fwcompare tpu @ben <b>' });
    const text = `heard: tpu <@${people.ben.id}|ben> &lt;b&gt;`;
    expect(seen).toMatchObject({ kind: 'ephemeral', message: { text, user: people.ada.id } });
    expect(slack.messages(channels.random)).toEqual([]);
  });

  it('shares its answer by a button through the response URL, for all to see', async () => {
    const slack = await workspaceWithBot();
    const { people, channels } = slack;
    const seen = await slack.command({ by: people.ada, channel: channels.random, text: '/fwcompare tpu' });
    if (seen.kind !== 'ephemeral') throw new Error('the answer is private');
    expect(await slack.click({ by: people.ada, on: seen.message, action_id: 'share' })).toMatchObject({ ok: true });
    await slack.until(() => slack.messages(channels.random).length === 1);
    expect(slack.messages(channels.random)[0]).toMatchObject({ text: 'heard: tpu', subtype: 'bot_message' });
  });

  it('shows operation_timeout when nobody acknowledges, and dispatch_failed when the bot breaks', async () => {
    const slack = await workspaceWithBot((app) => {
      app.command('/fwcompare', async ({ command, ack }) => {
        if (command.text === 'break')
          await ack({ response_type: 'ephemeral', blocks: [{ type: 'divider', x: 1 } as never] });
      });
    });
    const by = slack.people.ada;
    const channel = slack.channels.general;
    const late = await slack.command({ by, channel, text: '/fwcompare hello' });
    expect(late).toMatchObject({ kind: 'error', error: 'operation_timeout' });
    const broken = await slack.command({ by, channel, text: '/fwcompare break' });
    expect(broken).toMatchObject({ kind: 'error', error: 'invalid_command_response' });

    const deaf = await workspace();
    const lost = await deaf.command({ by, channel, text: '/fwcompare hello' });
    expect(lost).toMatchObject({ error: 'dispatch_failed', message: { from: 'USLACKBOT' } });
  });

  it('is refused in threads, and when the manifest does not have it', async () => {
    const slack = await workspaceWithBot();
    const by = slack.people.ada;
    const channel = slack.channels.general;
    expect(await slack.command({ by, channel, text: '/other' })).toMatchObject({ error: 'unknown_command' });
    const inThread = await slack.command({ by, channel, text: '/fwcompare x', thread_ts: '1.1' });
    expect(inThread).toMatchObject({ error: 'not_supported_in_threads' });
  });

  it('answered in_channel shows the command too', async () => {
    const slack = await workspaceWithBot((app) => {
      app.command('/fwcompare', async ({ ack }) => ack({ response_type: 'in_channel', text: 'for all' }));
    });
    await slack.command({ by: slack.people.ada, channel: slack.channels.general, text: '/fwcompare tpu' });
    expect(slack.messages(slack.channels.general).map((one) => one.text)).toEqual(['/fwcompare tpu', 'for all']);
  });
});

describe('a response URL', () => {
  async function granted(clock?: () => number) {
    let url = '';
    const slack = await workspaceWithBot(
      (app) => {
        app.command('/fwcompare', async ({ ack, command }) => {
          url = command.response_url;
          await ack();
        });
        app.action('go', async ({ ack, body }) => {
          if ('response_url' in body) url = String(body.response_url);
          await ack();
        });
      },
      clock ? { clock } : {},
    );
    const seen = await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare x' });
    expect(seen).toEqual({ kind: 'nothing' });
    return { slack, url: () => url };
  }

  it('works five times, privately unless told otherwise', async () => {
    const { slack, url } = await granted();
    for (let use = 0; use < 5; use += 1) expect(await respond(url(), { text: `${use}` })).toEqual([200, { ok: true }]);
    expect(await respond(url(), { text: 'sixth' })).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(slack.ephemerals(slack.people.ada)).toHaveLength(5);
    expect(slack.ephemerals(slack.people.ben)).toHaveLength(0);
  });

  it('works for thirty minutes', async () => {
    let now = 1_800_000_000_000;
    const { url } = await granted(() => now);
    now += 30 * 60 * 1000 + 1;
    expect(await respond(url(), { text: 'late' })).toEqual([404, { ok: false, error: 'expired_url' }]);
  });

  it('refuses what Slack would not show', async () => {
    const { url } = await granted();
    expect(await respond(url(), { blocks: [{ type: 'nonsense' }] })).toMatchObject([400, { error: 'invalid_blocks' }]);
  });

  it('replaces or removes the private message whose button was clicked, but never makes it public', async () => {
    const { slack, url } = await granted();
    const { ada } = slack.people;
    const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
    await respond(url(), { text: 'first', blocks: [{ type: 'actions', elements: [button] }] });
    const [shown] = slack.ephemerals(ada);
    if (!shown) throw new Error('it is shown');
    await slack.click({ by: ada, on: shown, action_id: 'go' });
    await respond(url(), { text: 'second', replace_original: true, response_type: 'in_channel' });
    expect(slack.ephemerals(ada).map((one) => one.text)).toEqual(['second']);
    expect(slack.messages(slack.channels.random)).toEqual([]);
    await respond(url(), { delete_original: true });
    expect(slack.ephemerals(ada)).toEqual([]);
  });
});
