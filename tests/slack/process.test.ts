import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PretendSlack, startPretendSlack } from '../../src/playground/pretend-slack.ts';
import { build } from '../support/built.ts';
import { run } from '../support/process.ts';
import { knowledgeFolder } from '../support/small-knowledge.ts';
import { APP_TOKEN, atEnd, BOT_TOKEN, manifest, temporaryFolder } from '../support/workspace.ts';

beforeAll(build);

const SECRET = 'local-signing-secret';

function common(): Record<string, string> {
  const knowledge = knowledgeFolder();
  atEnd(() => knowledge.remove());
  return {
    KNOWLEDGE_DIR: knowledge.dir,
    DATABASE_URL: `file:${join(temporaryFolder(), 'test.db')}`,
    PORT: '0',
    HOST: '127.0.0.1',
  };
}

async function pretend(more: { appToken?: string; retryDelaysMs?: readonly number[] } = {}): Promise<PretendSlack> {
  const slack = await startPretendSlack({
    manifest,
    signingSecret: SECRET,
    botToken: BOT_TOKEN,
    retryDelaysMs: [50, 500],
    ...more,
  });
  atEnd(() => slack.close());
  return slack;
}

const URL_OF = /(http:\/\/127\.0\.0\.1:\d+)/;

describe('npm start', { timeout: 60_000 }, () => {
  it('opens the local workspace when there are no tokens, and ends when told to', async () => {
    const bot = run('main.ts', common());
    const url = await bot.line(URL_OF);
    expect(bot.out()).toContain('try /fwcompare tpu');
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('connects to Slack when there are tokens, takes changed knowledge on SIGHUP, and ends on Ctrl-C', async () => {
    const slack = await pretend({ appToken: APP_TOKEN });
    const bot = run('main.ts', {
      ...common(),
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    });
    await bot.line(/connected to Local workspace as @fwcompare/);
    const said = await slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare tpu' });
    expect(slack.thread(said.channel, said.ts)).toHaveLength(1);
    bot.child.kill('SIGHUP');
    bot.child.kill('SIGINT');
    expect(await bot.ended).toBe(0);
  });

  it.each([
    [
      'a wrong token',
      async () => ({
        SLACK_BOT_TOKEN: 'xoxb-wrong',
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_API_URL: (await pretend()).apiUrl,
      }),
      /SLACK_BOT_TOKEN/,
    ],
    ['a wrong setting', async () => ({ LOG_LEVEL: 'loud' }), /LOG_LEVEL must be one of/],
    ['a faulty knowledge folder', async () => ({ KNOWLEDGE_DIR: temporaryFolder() }), /has 1 fault/],
    ['a port that is taken', async () => ({ PORT: String(await takenPort()) }), /in use by another program/],
  ])('says in a few words what is wrong with %s, and ends with 1', async (_, env, message) => {
    const bot = run('main.ts', { ...common(), ...(await env()) });
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toMatch(message);
    expect(bot.err()).not.toMatch(/^\s+at /m);
  });
});

describe('a process that is killed amid its work', { timeout: 90_000 }, () => {
  it('loses no mention and doubles no answer', async () => {
    const slack = await pretend({ retryDelaysMs: [100, 7_000, 9_000] });
    const env = { ...common(), SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: slack.apiUrl };
    const first = run('main.ts', env);
    const url = await first.line(URL_OF);
    await slack.deliverTo(`${url}/slack/events`);

    const saying = Array.from({ length: 60 }, () =>
      slack.say({ by: slack.people.ada, channel: slack.channels.general, text: '@fwcompare tpu' }),
    );
    await slack.until(() => slack.calls('chat.postMessage').length >= 20);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = run('main.ts', { ...env, PORT: new URL(url).port });
    await second.line(URL_OF);
    const said = await Promise.all(saying);
    await slack.settled();
    expect(said.map(({ channel, ts }) => slack.thread(channel, ts).length).filter((count) => count !== 1)).toEqual([]);
  });
});

describe('fwcompare doctor', { timeout: 60_000 }, () => {
  const doctor = async (env: Record<string, string>) => {
    const seen = run('cli/main.ts', env, ['doctor']);
    return { code: await seen.ended, out: seen.out() };
  };

  it('says that all is well without Slack', async () => {
    const { code, out } = await doctor(common());
    expect([code, out.match(/^[✓✗] \w+/gm)]).toEqual([0, ['✓ settings', '✓ database', '✓ knowledge']]);
    expect(out).toContain('local workspace');
  });

  it('looks at both tokens and the scopes', async () => {
    const slack = await pretend({ appToken: APP_TOKEN });
    const { code, out } = await doctor({
      ...common(),
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    });
    expect([code, out.match(/^[✓✗] [\w ]+/gm)]).toEqual([
      0,
      ['✓ settings', '✓ bot token', '✓ scopes', '✓ app token', '✓ database', '✓ knowledge'],
    ]);
  });

  it('says what to do about each thing that is amiss, and ends with 1', async () => {
    const slack = await pretend({ appToken: APP_TOKEN });
    const { code, out } = await doctor({
      ...common(),
      SLACK_BOT_TOKEN: 'xoxb-wrong',
      SLACK_APP_TOKEN: 'xapp-wrong',
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: 'file:/proc/nowhere/test.db',
      KNOWLEDGE_DIR: temporaryFolder(),
    });
    expect(code).toBe(1);
    expect(out.match(/^✗ [\w ]+/gm)).toEqual(['✗ bot token', '✗ app token', '✗ database', '✗ knowledge']);
    expect(out).not.toMatch(/xoxb-|xapp-/);
  });
});

async function takenPort(): Promise<number> {
  const other = createServer().listen(0, '127.0.0.1');
  atEnd(() => other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  return (other.address() as AddressInfo).port;
}
