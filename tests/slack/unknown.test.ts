import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Dict } from '../../src/playground/pretend-slack.ts';
import { office } from '../support/workspace.ts';

/** Sends what no page and no client of today sends, signed as Slack signs it. */
async function send(
  url: string,
  payload: Dict,
  { form = true, secret = 'local-signing-secret' } = {},
): Promise<Response> {
  const body = form ? new URLSearchParams({ payload: JSON.stringify(payload) }).toString() : JSON.stringify(payload);
  const stamp = String(Math.floor(Date.now() / 1000));
  return fetch(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`,
    },
  });
}

const somebody = { user: { id: 'U0ADA', team_id: 'T0LOCAL' }, team: { id: 'T0LOCAL' }, token: 't' };

describe('what no listener is for', () => {
  it.each([
    ['a global shortcut', { type: 'shortcut', callback_id: 'x', trigger_id: '1', ...somebody }],
    [
      'a message shortcut',
      { type: 'message_action', callback_id: 'x', channel: { id: 'C1' }, message: {}, ...somebody },
    ],
    ['a modal sent off', { type: 'view_submission', view: { callback_id: 'x' }, ...somebody }],
    ['a modal closed', { type: 'view_closed', view: { callback_id: 'x' }, ...somebody }],
    ['a menu', { type: 'block_actions', actions: [{ type: 'static_select', action_id: 'x' }], ...somebody }],
    [
      'an old attachment button',
      { type: 'interactive_message', callback_id: 'x', actions: [{ name: 'x' }], channel: { id: 'C1' }, ...somebody },
    ],
    ['a question for options', { type: 'block_suggestion', action_id: 'x', block_id: 'b', value: '', ...somebody }],
  ])('is acknowledged at once: %s', async (_, payload) => {
    const { bot } = await office();
    const began = Date.now();
    expect((await send(bot.url, payload)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  it.each(['http', 'socket'] as const)('does no harm: a notice that there are too many events (%s)', async (mode) => {
    const { slack, say } = await office({ mode, slack: { ackTimeoutMs: 300, retryDelaysMs: [] } });
    await slack.deliver({ type: 'app_rate_limited' }, { type: 'app_rate_limited', event: undefined });
    const said = await say('@fwcompare tpu?');
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
  });

  it('is acknowledged: an event of a kind nobody subscribed to', async () => {
    const { slack } = await office();
    expect((await slack.deliver({ type: 'team_join', user: { id: 'U1' } })).acknowledged).toBe(true);
  });
});

describe('what is not from Slack', () => {
  it('is turned away by its signature', async () => {
    const { bot, slack } = await office();
    const event = { type: 'app_mention', user: 'U0ADA', channel: 'C0GENERAL', ts: '1.1', text: 'tpu' };
    const forged = await send(
      bot.url,
      { type: 'event_callback', team_id: 'T0LOCAL', event },
      { form: false, secret: 'guess-guess' },
    );
    expect(forged.status).toBe(401);
    expect(slack.calls('chat.postMessage')).toHaveLength(0);
  });
});
