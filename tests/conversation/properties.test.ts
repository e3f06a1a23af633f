import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/blocks/answer-message.ts';
import { createBot } from '../../src/conversation/create-bot.ts';
import { parseThread, printThread, type Way } from '../../src/conversation/thread.ts';
import { faultsOf } from '../blocks/pretend-slack.ts';
import { loadGolden } from '../eval/golden.ts';
import { shipped } from '../knowledge/shipped.ts';
import { overhear, say, shippedBot } from './talk.ts';
import { threadAbout } from './thread-about.ts';

const KINDS = new Set(['answer', 'choices', 'unknown', 'help', 'topics', 'why', 'done', 'silent']);
const WAYS: readonly Way[] = ['command', 'mention', 'direct', 'overheard'];
/** Fixed, so that a run that passes passes again. */
const SEED = 20261122;

/** Text of every kind: whole Unicode, lone surrogates, Slack's markup, and words that the bot knows. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '\ud800',
    '\u202e',
    '\u0000',
    '<@U0BOT>',
    '<@',
    '<!here>',
    '<https://example.org|',
    '&amp;lt;',
    '@torch2.1',
    '@tf',
    ':fire:',
    '`',
    '```',
    '*',
    "n't",
    '>',
    '?',
  ),
  fc.constantFrom(
    ...shipped.frameworks.map(({ name }) => name),
    ...[...shipped.topics.values()].map(({ title }) => title),
    ...shipped.tools.map(({ name }) => name),
  ),
  fc.constantFrom(
    'source',
    'why',
    'mute',
    'and',
    'which one',
    'code',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
  ),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '', '\n')), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

function hold(typed: string): void {
  for (const way of WAYS) {
    const thread = way === 'overheard' ? threadAbout('tpu') : undefined;
    const reply = say(shippedBot, typed, way, thread);
    if (!KINDS.has(reply.answer.kind)) throw new Error(`an answer of kind ${reply.answer.kind}`);
    expect(reply.nearest.length).toBeLessThanOrEqual(3);
    if (reply.answer.kind !== 'silent')
      expect(faultsOf(answerMessage(reply.answer, { private: way === 'command' }))).toEqual([]);
    if (reply.thread) expect(parseThread(printThread(reply.thread))).toEqual(reply.thread);
    expect(say(shippedBot, typed, way, thread)).toEqual(reply);
  }
}

describe('whatever is said', () => {
  it('gets an answer of a known kind that Slack takes, the same one twice', () => {
    fc.assert(fc.property(text, hold), { numRuns: 120, seed: SEED });
  });

  it('gets one at 40,000 characters, too', () => {
    const long = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .map((pieces) => pieces.join(' ').padEnd(1, 'x'))
      .map((unit) => unit.repeat(Math.ceil(40_000 / unit.length)).slice(0, 40_000));
    fc.assert(fc.property(long, hold), { numRuns: 4, seed: SEED });
  });

  it.each([
    ['one word without end', 'x'.repeat(40_000)],
    ['opening brackets', '<'.repeat(40_000)],
    ['colons', ':'.repeat(40_000)],
    ['at signs', '@a'.repeat(20_000)],
    ['letters and colons', 'a:'.repeat(20_000)],
    ['spaces', ' '.repeat(40_000)],
    ['openers', 'so and but ok '.repeat(2_900)],
    ['links that never close', '<https://a'.repeat(4_000)],
    ['dots', 'a.'.repeat(20_000)],
    ['underscores', 'a_'.repeat(20_000)],
    ['combining marks', `a${'\u0301'.repeat(39_999)}`],
    ['what NFKC makes eighteen of', '\ufdfa'.repeat(40_000)],
    ['digits', '1'.repeat(40_000)],
    ['versions', '1.'.repeat(20_000)],
    ['every topic at once', 'tpu and mobile, '.repeat(2_500)],
    ['emoji', '🔥'.repeat(20_000)],
  ])('ends, at 40,000 characters of %s', (_, typed) => {
    const { answer } = say(shippedBot, typed);
    expect(KINDS).toContain(answer.kind);
    expect(faultsOf(answerMessage(answer, { private: false }))).toEqual([]);
  });

  it('is answered alike by another bot over the same knowledge, whatever was asked before', () => {
    const other = createBot(shipped);
    const golden = loadGolden('golden').questions.slice(0, 60);
    const inOrder = golden.map(({ q }) => say(shippedBot, q));
    const backwards = [...golden]
      .reverse()
      .map(({ q }) => say(other, q))
      .reverse();
    expect(backwards).toEqual(inOrder);
  });

  it('and on whichever day, is about the same: the day decides only what is stale', () => {
    for (const { q } of loadGolden('golden').questions) {
      const [now, later] = ['2026-11-22', '2031-01-01'].map((today) =>
        shippedBot.reply({ text: q, way: 'direct', today }),
      );
      expect(later?.nearest).toEqual(now?.nearest);
      expect(later?.answer.kind).toBe(now?.answer.kind);
    }
  });
});

describe('courtesy and capitals change nothing of what is found for', () => {
  const VARIANTS: readonly (readonly [string, (q: string) => string])[] = [
    ['capitals', (q) => q.toUpperCase()],
    ['small letters', (q) => q.toLowerCase()],
    ['punctuation around it', (q) => `… ${q} !!`],
    ['"please"', (q) => `${q} please`],
    ['"hey bot,"', (q) => `hey bot, ${q}`],
    ['"thanks"', (q) => `${q} thanks!`],
    ['a mention', (q) => `<@U0BOT> ${q}`],
    ['an emoji', (q) => `${q} :pray:`],
    ['bold', (q) => `*${q}*`],
    ['curly quotes', (q) => q.replace(/'/g, '’')],
    ['white space', (q) => `  ${q.replace(/ /g, '  ')}\n`],
  ];
  const found = (typed: string): string => {
    const { answer } = say(shippedBot, typed, 'direct');
    return answer.kind === 'answer' ? answer.topics.map(({ ref }) => ref.topic).join(' + ') : answer.kind;
  };
  const questions = loadGolden('golden').questions.map(({ q }) => q);

  it.each(VARIANTS)('any golden question: %s', (_, vary) => {
    const changed = questions
      .filter((q) => found(vary(q)) !== found(q))
      .map((q) => `${vary(q)}: ${found(q)} became ${found(vary(q))}`);
    expect(changed).toEqual([]);
  });
});

describe('an overheard message', () => {
  it('is answered or left alone, never met with a refusal, a choice or help that nobody asked for', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...shipped.topics.keys()), (typed, topic) => {
        const { answer, why } = overhear(shippedBot, typed, threadAbout(topic));
        if (answer.kind !== 'answer' && answer.kind !== 'silent') expect(why.rule.name).toBe('request');
      }),
      { numRuns: 120, seed: SEED },
    );
  });
});
