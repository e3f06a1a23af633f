import { describe, expect, it } from 'vitest';
import { office } from '../support/workspace.ts';

describe.each(['http', 'socket'] as const)('those who watch the bot (%s)', (mode) => {
  it('learn that it lives and is ready, and from what it answers', async () => {
    const { bot } = await office({ mode });
    const health = await fetch(`${bot.url}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, 'ok']);
    const ready = await fetch(`${bot.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ready: true,
      slack: true,
      database: true,
      knowledge: {
        revision: expect.stringMatching(/^[0-9a-f]{12}$/),
        topics: 2,
        loadedAt: expect.stringContaining('T'),
      },
    });
  });

  it('find its figures', async () => {
    const { bot, slack, say } = await office({ mode });
    await say('@fwcompare tpu?');
    slack.failNext('chat.postMessage', { kind: 'error', error: 'is_archived' });
    await say('@fwcompare windows?');
    await slack.command({ by: slack.people.ada, channel: slack.channels.random, text: '/fwcompare help' });
    await bot.reload();
    const figures = await (await fetch(`${bot.url}/metrics`)).text();
    for (const line of [
      'fwcompare_answers_total{kind="answer",way="mention"} 1',
      'fwcompare_answers_total{kind="help",way="command"} 1',
      'fwcompare_answer_seconds_count{way="mention"} 1',
      'fwcompare_ack_seconds_count{payload="command"} 1',
      'fwcompare_claims_lost_total 2',
      'fwcompare_post_failures_total{code="is_archived"} 1',
      'fwcompare_build_info{version="test"',
      'process_resident_memory_bytes',
    ])
      expect(figures).toContain(line);
    expect(figures).not.toContain('xoxb');
  });

  it('are told 404 of anything else', async () => {
    const { bot } = await office({ mode });
    expect((await fetch(`${bot.url}/nothing`)).status).toBe(404);
  });
});
