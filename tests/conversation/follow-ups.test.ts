import { describe, expect, it } from 'vitest';
import { exampleOf, FOLLOW_UPS } from '../../src/conversation/follow-ups.ts';
import { answered, columnsOf, overhear, say, shippedBot, smallBot, topicsOf } from './talk.ts';
import { threadAbout } from './thread-about.ts';

const rowOf = (why: readonly string[]): string | undefined =>
  why.flatMap((line) => /^Follow-up: (\S+) \(/.exec(line)?.[1] ?? [])[0];

describe('the published table of follow-ups', () => {
  /** What the thread is about when the example is said; a new topic has to be new. */
  const ABOUT: Readonly<Record<string, string>> = { 'new-topic': 'eager-vs-graph' };

  it.each(FOLLOW_UPS.map((row) => [row.name, row] as const))(
    'has an example that its own row resolves: %s',
    (name, row) => {
      const reply = overhear(shippedBot, exampleOf(row, shippedBot.knowledge), threadAbout(ABOUT[name] ?? 'tpu'));
      expect(reply.why.rule.name).toBe('follow-up');
      expect(rowOf(reply.why.lines)).toBe(name);
    },
  );

  it('names every row once and tells what it does', () => {
    expect(new Set(FOLLOW_UPS.map(({ name }) => name)).size).toBe(FOLLOW_UPS.length);
    for (const { says } of FOLLOW_UPS) expect(says).toMatch(/^[A-Z].*\.$/);
  });
});

describe('in a thread about TPUs', () => {
  const thread = threadAbout('tpu');
  const heard = (text: string) => overhear(smallBot, text, thread);

  it('"and tensorflow?" shows that framework alone', () => {
    expect(topicsOf(heard('and tensorflow?'))).toEqual(['tpu']);
    expect(columnsOf(heard('and tensorflow?'))).toEqual(['tensorflow']);
  });

  it('"vs jax?" shows the third framework, for which there are facts', () => {
    expect(topicsOf(heard('vs jax?'))).toEqual(['tpu']);
    expect(columnsOf(heard('vs jax?'))).toContain('jax');
    expect(answered(heard('vs jax?')).topics[0].cells).toContainEqual(
      expect.objectContaining({ says: 'At home there.' }),
    );
  });

  it('"and the other one?" where none was spoken of shows every column, and says of none "only"', () => {
    const reply = overhear(smallBot, 'and the other one?', thread);
    expect(columnsOf(reply)).toEqual(columnsOf(say(smallBot, 'tpu')));
    expect(answered(reply).breadcrumb.join()).not.toContain('only');
  });

  it('"and the other one?" shows the framework that was not spoken of', () => {
    const spoken = overhear(smallBot, 'and pytorch?', thread).thread;
    expect(columnsOf(overhear(smallBot, 'and the other one?', spoken ?? thread))).toEqual(['tensorflow']);
  });

  it('"both" shows every column again', () => {
    const spoken = overhear(smallBot, 'and pytorch?', thread).thread;
    expect(columnsOf(overhear(smallBot, 'both?', spoken ?? thread))).toEqual(['pytorch', 'tensorflow']);
  });

  it.each([
    ['source?', 'source'],
    ['is that still true?', 'freshness'],
    ['show me code', 'code'],
    ['which one then?', 'verdict'],
    ['tell me more', 'more'],
    ['why?', 'more'],
    ['but why not?', 'more'],
  ])('%j keeps the topic and wants %s', (text, want) => {
    expect(topicsOf(heard(text))).toEqual(['tpu']);
    expect(answered(heard(text)).want).toBe(want);
  });

  it('"what about mobile?" makes the thread one about phones, and what follows is about those', () => {
    const reply = heard('what about mobile?');
    expect(topicsOf(reply)).toEqual(['mobile']);
    expect(topicsOf(overhear(smallBot, 'source?', reply.thread ?? thread))).toEqual(['mobile']);
  });

  it('a version pinned shows what held then', () => {
    const { topics } = answered(heard('and @torch2.1?'));
    expect(topics[0].cells).toContainEqual(expect.objectContaining({ says: 'Through a plug-in.', at: 'PyTorch 2.1' }));
  });

  it('code goes on being shown for the next framework', () => {
    const coded = heard('show me code').thread ?? thread;
    const { topics, want } = answered(overhear(smallBot, 'and tensorflow?', coded));
    expect(want).toBe('code');
    expect(topics[0].code?.snippets).toEqual([{ name: 'TensorFlow', code: 't = 1' }]);
  });

  it('a question about something that the knowledge has never heard of is left to people, not answered about TPUs', () => {
    expect(heard('and on kubernetes with istio?').answer).toEqual({ kind: 'silent' });
  });
});

describe('in a thread, on the shipped knowledge', () => {
  const heard = (text: string, about = 'tpu') => overhear(shippedBot, text, threadAbout(about));

  it.each([
    'since when?',
    'like what',
    'does that cost anything?',
    'need to install anything for it?',
    'which generations',
  ])('a detail asked without naming the topic again stays with it: %j', (text) => {
    expect(answered(heard(text)).topics[0].ref.section).toBe('hardware');
  });

  it.each([
    ['and mobile?', 'mobile'],
    ['which one has more jobs?', 'jobs'],
    ['who is behind pytorch?', 'origins'],
    ['what about debugging?', 'debugging-overview'],
    ['what about apple', 'apple-silicon'],
  ])('what names another topic goes there: %j', (text, topic) => {
    expect(topicsOf(heard(text))).toEqual([topic]);
  });

  it('the question is what comes before its mark, not what is said after it', () => {
    const reply = heard('is this still accurate? google renames everything every 6 months');
    expect(topicsOf(reply)).toEqual(['tpu']);
    expect(answered(reply).want).toBe('freshness');
  });

  it.each([
    "didn't Tom use tensorflow for that?",
    'lightning as in the charging cable? 😂',
    'whats the shape? send me the trace',
    'who has the gcp admin rights again?',
    "isn't our whole lab on jax by now?",
    'any news from the customer btw?',
    'ok then we wait',
  ])('what people ask each other is left to them: %j', (text) => {
    expect(heard(text).answer.kind).toBe('silent');
  });

  it('after a refusal the question in other words is answered, without another mention', () => {
    const refused = say(shippedBot, 'colourless green ideas');
    expect(refused.answer.kind).toBe('unknown');
    expect(topicsOf(overhear(shippedBot, 'does pytorch run on tpus?', refused.thread ?? threadAbout('tpu')))).toEqual([
      'tpu',
    ]);
  });

  it('after a refusal a word more completes the question, and both are looked up together', () => {
    const refused = say(shippedBot, 'is there support for reduction ops', 'mention').thread;
    expect(refused?.refused).toEqual(['support', 'reduction', 'ops']);
    const completed = overhear(shippedBot, 'for all reduce', refused ?? threadAbout('tpu'));
    expect(topicsOf(completed)).toEqual(['all-reduce']);
    expect(completed.thread?.refused).toBeUndefined();
    expect(overhear(shippedBot, 'ok never mind, thanks', refused ?? threadAbout('tpu')).answer.kind).toBe('silent');
  });
});

describe('without a thread', () => {
  it('a follow-up has nothing to follow: asked directly it is refused or helped, and nothing is guessed', () => {
    for (const text of ['source?', 'and the other one?', 'which one then?']) {
      expect(['unknown', 'help', 'answer']).toContain(say(smallBot, text).answer.kind);
      expect(say(smallBot, text).why.rule.name).not.toBe('follow-up');
    }
  });
});
