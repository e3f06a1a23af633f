import { describe, expect, it } from 'vitest';
import { parseThread, printThread } from '../../src/conversation/thread.ts';
import { shipped } from '../knowledge/shipped.ts';
import { answered, columnsOf, overhear, say, shippedBot, smallBot, topicsOf } from './talk.ts';
import { threadAbout } from './thread-about.ts';

describe('a question for itself', () => {
  it.each([
    ['tpu and mobile', ['tpu', 'mobile']],
    ['tpu, mobile and gpu', ['tpu', 'mobile', 'gpu']],
    ['tpu + mobile?', ['tpu', 'mobile']],
    // Two names of one topic are one topic.
    ['mobile and android', ['mobile']],
    ['tpu', ['tpu']],
  ])('%j is about %j', (text, topics) => {
    expect(topicsOf(say(smallBot, text))).toEqual(topics);
  });

  it('about two topics of the shipped knowledge gives both, in the order of asking', () => {
    expect(topicsOf(say(shippedBot, 'tpu and mobile'))).toEqual(['tpu', 'mobile']);
  });

  it('puts the framework that it names first', () => {
    expect(columnsOf(say(smallBot, 'does tensorflow run on tpus?'))).toEqual(['tensorflow', 'pytorch']);
    expect(columnsOf(say(smallBot, 'jax on tpu'))).toEqual(['jax', 'pytorch', 'tensorflow']);
  });

  it.each(['pytorch or tensorflow?', 'pytorch vs tensorflow', 'tf vs torch'])('%j is about the whole', (text) => {
    expect(topicsOf(say(smallBot, text))).toEqual(['verdict']);
  });

  it('tells of what is not compared, whatever else it finds', () => {
    const { answer } = say(smallBot, 'what about MXNet on a tpu?');
    expect(answer).toMatchObject({ lead: ['MXNet: not compared here. Compared are PyTorch, TensorFlow and JAX.'] });
  });

  it('offers a choice of what fits alike, at most three, and picks none', () => {
    const { answer, nearest } = say(smallBot, 'kernel');
    if (answer.kind !== 'choices') throw new Error(answer.kind);
    const offered = answer.choices.map(({ topic }) => topic);
    expect([...offered].sort()).toEqual(['kernel-here', 'kernel-there']);
    expect(nearest.slice(0, 2).map(({ topic }) => topic)).toEqual(offered);
  });

  it('that is refused comes back with what was understood and at most three nearest, each with a reason', () => {
    const { answer } = say(smallBot, 'tpu einsum tokenizer embedding gradients');
    if (answer.kind !== 'unknown') throw new Error(answer.kind);
    expect(answer.understood).toEqual(['tpu']);
    expect(answer.nearest.length).toBeGreaterThan(0);
    expect(answer.nearest.length).toBeLessThanOrEqual(3);
    expect(answer.nearest[0]?.ref.topic).toBe('tpu');
    for (const { why } of answer.nearest) expect(why).not.toBe('');
  });

  it('that is refused shows the words that were understood as they were typed, not their stems', () => {
    const { answer } = say(shippedBot, 'CUDA out of memory in my dataloader');
    expect(answer).toMatchObject({ kind: 'unknown', understood: expect.arrayContaining(['dataloader']) });
  });

  it.each(['', '   ', '🔥🔥', 'hello', 'thanks'])('%j is met with help when said to the bot', (text) => {
    expect(say(smallBot, text, 'direct').answer.kind).toBe('help');
  });
});

describe('on the shipped knowledge', () => {
  it.each([
    ['show me a training loop in both', 'training-loop', 2],
    ['tpu code example', 'tpu', 2],
    ['code for mixed precision', 'mixed-precision', 2],
    ['multi gpu example', 'multi-gpu', 2],
  ])('%j is answered with code', (text, topic, snippets) => {
    const { topics, want } = answered(say(shippedBot, text));
    expect(want).toBe('code');
    expect([topics[0].ref.topic, topics[0].code?.snippets.length]).toEqual([topic, snippets]);
  });

  it.each(['only pytorch on tpu', 'tpus, just torch', 'tpu support, pytorch only'])(
    '%j shows that framework and no other',
    (text) => {
      expect(columnsOf(say(shippedBot, text))).toEqual(['pytorch']);
    },
  );

  it('two sides that name a framework each are one question, not two', () => {
    const { topics } = answered(say(shippedBot, 'my professor says tensorflow, the internet says pytorch'));
    expect(topics).toHaveLength(1);
  });

  it.each(['ELI5 pytorch vs tensorflow', 'abeg wetin be di difference between tensorflow and pytorch'])(
    'two frameworks and little that is known are compared as a whole: %j',
    (text) => {
      const reply = say(shippedBot, text);
      expect(reply.why.rule.name).toBe('names-only');
      expect(topicsOf(reply)).toEqual([shippedBot.knowledge.about.defaultTopic]);
    },
  );

  it.each(['+1', '42', '2 3 5'])('figures alone ask nothing: %j', (text) => {
    expect(say(shippedBot, text).answer.kind).not.toBe('answer');
  });

  it('"only" of something else leaves both', () => {
    expect(columnsOf(say(shippedBot, 'is tensorflow only good for production?'))).toEqual(['tensorflow', 'pytorch']);
  });
});

describe('a version pinned', () => {
  it('changes the cell of its framework and of no other', () => {
    const { topics, breadcrumb } = answered(say(smallBot, 'tpu @torch2.1'));
    expect(topics[0].cells).toEqual([
      expect.objectContaining({ says: 'Through a plug-in.', support: 'partly', at: 'PyTorch 2.1' }),
      expect.objectContaining({ says: 'With a strategy.' }),
    ]);
    expect(breadcrumb).toContain('PyTorch 2.1');
  });

  it('before all that is known says so, and not "no"', () => {
    const [cell] = answered(say(smallBot, 'tpu @torch1.0')).topics[0].cells;
    expect(cell).toEqual({ kind: 'unknown', says: expect.stringContaining('begins with 1.5') });
  });
});

describe('a retired name', () => {
  const retired = shipped.tools.filter((tool) => tool.retired);
  const names = retired.flatMap((tool) => [tool.name, ...tool.aliases].map((name) => [name, tool] as const));

  it('has an entry in the shipped knowledge, with its successor', () => {
    expect(retired.length).toBeGreaterThanOrEqual(5);
  });

  it.each(names)('%s leads with what people use now', (name, tool) => {
    const { answer } = say(shippedBot, name);
    if (answer.kind !== 'answer') throw new Error(`${name}: ${answer.kind}`);
    expect(answer.lead[0]).toBe(tool.retired?.says);
    expect(answer.topics[0].ref.topic).toBe(tool.topic);
  });

  it('leads in the middle of a question too', () => {
    expect(answered(say(smallBot, 'is torch serve good for serving?')).lead).toEqual([
      'TorchServe is no longer maintained; people use others.',
    ]);
  });
});

describe('what a store keeps of a thread', () => {
  it('comes back as it was', () => {
    for (const thread of [
      say(smallBot, 'tpu @torch2.1').thread,
      overhear(smallBot, 'lol', threadAbout('tpu')).thread,
      threadAbout('tpu', { only: true }),
    ]) {
      if (!thread) throw new Error('no thread');
      expect(parseThread(printThread(thread))).toEqual(thread);
    }
  });

  it.each(['', '{', 'null', '[]', '{"muted":"yes"}', '{"slots":{"topics":"tpu"},"muted":false,"why":[]}', '42'])(
    'is no thread when it is %j',
    (text) => {
      expect(parseThread(text)).toBeUndefined();
    },
  );

  it('may name topics of an older release: the thread goes on without an error', () => {
    const reply = overhear(smallBot, 'source?', threadAbout('gone'));
    expect(['unknown', 'silent', 'answer']).toContain(reply.answer.kind);
    expect(reply.answer.kind).not.toBe('unknown');
  });
});

it('the same text, thread and day give the same reply', () => {
  for (const text of ['tpu', 'and pytorch?', 'kernel', 'mute', '']) {
    expect(overhear(smallBot, text, threadAbout('tpu'))).toEqual(overhear(smallBot, text, threadAbout('tpu')));
    expect(say(smallBot, text)).toEqual(say(smallBot, text));
  }
});

it('a click on a button gives the answer that its slots gave before', () => {
  const answer = answered(say(smallBot, 'tpu @torch2.1'));
  expect(smallBot.again(answer.slots, '2026-11-22')).toEqual(answer);
});
