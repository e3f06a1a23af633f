import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { APP_TOKEN, atEnd, manifest, office, temporaryFolder } from '../support/workspace.ts';

describe('the bot does not start', () => {
  it.each(['http', 'socket'] as const)('with a wrong bot token, and names the variable (%s)', async (mode) => {
    const config =
      mode === 'http'
        ? { kind: 'http' as const, botToken: 'xoxb-wrong', signingSecret: 'local-signing-secret' }
        : { kind: 'socket' as const, botToken: 'xoxb-wrong', appToken: APP_TOKEN };
    await expect(office({ mode, config: { mode: config } })).rejects.toMatchObject({
      code: 'SLACK_TOKEN_REFUSED',
      message: expect.stringContaining('SLACK_BOT_TOKEN'),
    });
  });

  it('with a wrong app token', async () => {
    const mode = { kind: 'socket' as const, botToken: 'xoxb-local', appToken: 'xapp-wrong' };
    await expect(office({ mode: 'socket', config: { mode } })).rejects.toMatchObject({
      code: 'SLACK_TOKEN_REFUSED',
      message: expect.stringContaining('SLACK_APP_TOKEN'),
    });
  });

  it('without Slack, and says where to look', async () => {
    await expect(office({ config: { slackApiUrl: 'http://127.0.0.1:9/api/' } })).rejects.toMatchObject({
      code: 'SLACK_UNREACHABLE',
    });
  });

  it.each(['http', 'socket'] as const)('on a port of another program (%s)', async (mode) => {
    const other = createServer().listen(0, '127.0.0.1');
    atEnd(() => other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(office({ mode, config: { http: { host: '127.0.0.1', port } } })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining(`PORT=${port + 1}`),
    });
  });

  it('in a data folder that cannot be written', async () => {
    const wall = join(temporaryFolder(), 'wall');
    writeFileSync(wall, '');
    const database = { kind: 'sqlite' as const, file: join(wall, 'x.db') };
    await expect(office({ config: { database } })).rejects.toMatchObject({ code: 'STORAGE_UNWRITABLE' });
  });

  it('without knowledge', async () => {
    await expect(office({ config: { knowledgeDir: temporaryFolder() } })).rejects.toMatchObject({
      code: 'KNOWLEDGE_INVALID',
    });
  });
});

describe('the bot starts', () => {
  it('and says who it is', async () => {
    const { bot } = await office();
    expect(bot.greeting).toContain('@fwcompare');
  });

  it('and warns of scopes it lacks', async () => {
    const less = structuredClone(manifest) as { oauth_config: { scopes: { bot: string[] } } };
    less.oauth_config.scopes.bot = less.oauth_config.scopes.bot.filter((scope) => scope !== 'im:history');
    const { log } = await office({ slack: { manifest: less } });
    expect(log.filter((line) => line.includes('"level":40')).join('')).toContain('im:history');
  });

  it('and writes no token into its log', async () => {
    const { log, say } = await office();
    await say('@fwcompare tpu?');
    expect(log.join('')).not.toMatch(/xoxb-local|local-signing-secret|tpu\?/);
  });
});

describe.each(['http', 'socket'] as const)('the bot stops (%s)', (mode) => {
  it('after it has answered what it was asked, and what comes later is answered by its successor', async () => {
    const room = await office({ mode, slack: { retryDelaysMs: [300, 600, 1_000] } });
    const { slack } = room;
    slack.failNext('chat.postMessage', { kind: 'rate_limited', retryAfterS: 1 });
    const first = slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare tpu?' });
    await slack.until(() => slack.calls('chat.postMessage').length === 1);
    // Its other event is on its way still.
    await sleep(50);
    const restarted = room.restart();
    await sleep(50);
    const second = slack.say({ by: slack.people.ben, channel: slack.channels.mlPlatform, text: '@fwcompare windows?' });
    await restarted;
    const said = [await first, await second];
    await slack.settled();
    for (const { channel, ts } of said) expect(slack.thread(channel, ts)).toHaveLength(1);
    expect(said[0]?.deliveries.every((one) => one.attempts.length === 1)).toBe(true);
  });

  it('within its time though an answer takes longer', async () => {
    const { slack, bot } = await office({ mode, parts: { drainMs: 200 }, slack: { ackTimeoutMs: 500 } });
    slack.failNext('chat.postMessage', { kind: 'rate_limited', retryAfterS: 3 });
    void slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare tpu?' });
    await slack.until(() => slack.calls('chat.postMessage').length === 1);
    const began = Date.now();
    await bot.stop();
    expect(Date.now() - began).toBeLessThan(2_500);
  });

  it('once, however often it is told to', async () => {
    const { bot } = await office({ mode });
    await Promise.all([bot.stop(), bot.stop()]);
    await bot.stop();
  });
});
