import { describe, expect, it } from 'vitest';
import { APP_TOKEN, echo, socketBot } from './bots.ts';
import { call, closeAfterEach, workspace, workspaceWithBot } from './workspaces.ts';

closeAfterEach();

describe('in Socket Mode', () => {
  it('events, commands and clicks come by the socket, and a command is answered in its acknowledgement', async () => {
    const slack = await workspaceWithBot(echo, { appToken: APP_TOKEN }, socketBot);
    const { people, channels } = slack;
    const said = await slack.say({ by: people.ada, channel: slack.dm(people.ada), text: 'hello' });
    await slack.until(() => slack.messages(said.channel).length === 2);
    const seen = await slack.command({ by: people.ada, channel: channels.random, text: '/fwcompare tpu' });
    expect(seen).toMatchObject({ kind: 'ephemeral', message: { text: 'heard: tpu' } });
    if (seen.kind !== 'ephemeral') return;
    await slack.click({ by: people.ada, on: seen.message, action_id: 'share' });
    await slack.until(() => slack.messages(channels.random).length === 1);
  });

  it('an event that finds no open socket comes when one opens', async () => {
    const slack = await workspace({ appToken: APP_TOKEN, retryDelaysMs: [100, 400, 2000] });
    const saying = slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare hello' });
    const bot = await socketBot(slack, echo);
    const said = await saying;
    expect(said.deliveries.map((one) => one.acknowledged)).toEqual([true, true]);
    expect(said.deliveries[0]?.attempts.length).toBeGreaterThan(1);
    await bot.stop();
  });

  it('a bot that is told to renew its connection closes it', async () => {
    const slack = await workspaceWithBot(echo, { appToken: APP_TOKEN }, socketBot);
    expect(slack.sockets.connections).toBe(1);
    slack.sockets.requestReconnect();
    await expect.poll(() => slack.sockets.connections).toBe(0);
  });

  it('connections are opened with the app token only', async () => {
    const slack = await workspace({ appToken: APP_TOKEN });
    expect(await call(slack, 'apps.connections.open', {})).toMatchObject({ error: 'not_allowed_token_type' });
    const opened = await call(slack, 'apps.connections.open', {}, APP_TOKEN);
    expect(opened.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/socket\?/);
  });
});
