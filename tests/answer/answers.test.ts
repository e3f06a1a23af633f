import { describe, expect, it } from 'vitest';
import type { Answer, ComparisonAnswer, Slots } from '../../src/answer/answer.ts';
import { compare, MOST_TOPICS } from '../../src/answer/comparison.ts';
import { sayCell, sayDate } from '../../src/answer/phrases.ts';
import { plainText } from '../../src/answer/plain-text.ts';
import { parseSlots, printSlots } from '../../src/conversation/thread.ts';
import type { FrameworkId, Knowledge, TopicId } from '../../src/knowledge/model.ts';
import type { Want } from '../../src/question/wants.ts';
import { smallKnowledge, TODAY } from '../knowledge/builder.ts';

/** Some day after the sources were read. */
const daysLater = (days: number): string => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

const KNOWLEDGE = smallKnowledge({
  sources: {
    early: { title: 'An early page', read: '2026-06-01' },
    dated: { title: 'A dated page', as_of: '2025-03' },
  },
  sections: {
    one: {
      title: 'Section one',
      topics: [
        {
          id: 'full',
          title: 'A full topic',
          verdict: 'The verdict comes first.',
          cells: {
            pytorch: {
              says: 'Natively today.',
              support: 'yes',
              since: '2026-04-22',
              from: '2.5',
              sources: ['page'],
              earlier: [
                { says: 'With a plug-in.', support: 'partly', from: '2.0', until: '2.5', sources: ['dated'] },
                { says: 'Not yet.', support: 'no', from: '1.0', until: '2.0', sources: ['dated'] },
              ],
            },
            tensorflow: { says: 'Nobody has said.', support: 'unknown', sources: ['page'] },
          },
          notes: [{ says: 'A note to both.', sources: ['page'] }],
          changed: { since: '2026', says: 'The newest change.', sources: ['page'] },
          article: [
            {
              id: 'c-1',
              said: 'It was so.',
              verdict: 'outdated',
              now: 'It is otherwise.',
              since: '2024',
              sources: ['page'],
            },
            {
              id: 'c-2',
              said: 'It never was.',
              verdict: 'wrong even then',
              now: 'It has always been.',
              sources: ['page'],
            },
            { id: 'c-3', said: 'It holds.', verdict: 'still true', sources: ['page'] },
            {
              id: 'c-4',
              said: 'A picture showed it.',
              verdict: 'unverifiable',
              now: 'The picture is lost.',
              sources: [],
            },
          ],
          disputed: [
            {
              says: 'One is faster.',
              by: 'First lab',
              date: '2024-05',
              hardware: '1x A',
              method: 'ten runs',
              source: 'page',
            },
            { says: 'The other is.', by: 'Second lab', date: '2025', source: 'dated' },
          ],
          code: { note: 'Needs a device.', snippets: { pytorch: 'p = 1', tensorflow: 't = 1' } },
          related: ['bare'],
        },
        { id: 'bare', title: 'A bare topic' },
        {
          id: 'aged',
          cells: {
            pytorch: { says: 'So of late.', since: '2025-10', sources: ['page'] },
            tensorflow: { says: 'As ever.', sources: ['page'] },
          },
        },
        { id: 'design', keeps: 'design' },
        { id: 'history', keeps: 'history' },
        {
          id: 'early',
          cells: {
            pytorch: { says: 'Read early.', sources: ['page', 'early'] },
            tensorflow: { says: 'Read late.', sources: ['page'] },
          },
        },
        {
          id: 'mixed',
          keeps: 'design',
          cells: {
            pytorch: { says: 'Soon stale.', keeps: 'release', sources: ['page'] },
            tensorflow: { says: 'Long good.', sources: ['page'] },
          },
        },
        {
          id: 'words',
          title: 'Only words',
          cells: {},
          notes: [{ says: 'There is nothing to compare.', sources: ['page'] }],
        },
      ],
    },
    two: { title: 'Section two', topics: [{ id: 'other', title: 'Another topic' }] },
  },
});

const slots = (topics: readonly string[], change: Partial<Slots> = {}): Slots => ({
  topics: topics.map((id) => id as TopicId),
  frameworks: [],
  only: false,
  want: 'comparison',
  pins: [],
  ...change,
});
const ids = (...names: readonly string[]): readonly FrameworkId[] => names.map((name) => name as FrameworkId);
const pin = (name: string, version: string): Slots['pins'] => [[name as FrameworkId, version]];

function answerOf(
  given: Slots,
  today = TODAY,
  knowledge: Knowledge = KNOWLEDGE,
  lead: readonly string[] = [],
): ComparisonAnswer {
  const answer = compare(given, lead, knowledge, today);
  if (answer.kind !== 'answer') throw new Error(`Expected an answer, got ${answer.kind}`);
  return answer;
}
const textOf = (given: Slots, today = TODAY): string => plainText(answerOf(given, today));
const cellsOf = (given: Slots, today = TODAY) => answerOf(given, today).topics[0].cells;

const WANTS: readonly Want[] = ['comparison', 'definition', 'code', 'verdict', 'source', 'freshness', 'more'];

describe('code where there is none', () => {
  it('is said to be missing, and what is known is told instead', () => {
    const [first, verdict] = textOf(slots(['bare'], { want: 'code' })).split('\n');
    expect(first).toMatch(/^There is no code for this here/);
    expect(verdict).toBe(answerOf(slots(['bare'])).topics[0].verdict);
  });
});

describe('the first line', () => {
  it.each(WANTS.filter((want) => want !== 'source' && want !== 'freshness'))(
    'is the verdict when %s is wanted',
    (want) => {
      expect(textOf(slots(['full'], { want })).split('\n')[0]).toBe('The verdict comes first.');
    },
  );

  it.each([
    ['freshness', /^As of 2\d \w+ 20\d\d, when its sources were last read/],
    ['source', /^It rests on \d+ sources, last read on 2\d \w+ 20\d\d/],
  ] as const)('is what was asked when %s is wanted, and the verdict comes next', (want, first) => {
    const [line, next] = textOf(slots(['full'], { want })).split('\n');
    expect(line).toMatch(first);
    expect(next).toBe('The verdict comes first.');
  });

  it('gives way only to the lead, which corrects what was asked', () => {
    const text = plainText(answerOf(slots(['full']), TODAY, KNOWLEDGE, ['It is called otherwise now.']));
    expect(text.split('\n').slice(0, 2)).toEqual(['It is called otherwise now.', 'The verdict comes first.']);
  });
});

describe('what is not known', () => {
  it('is said in words and never shown as "No"', () => {
    const text = textOf(slots(['full']));
    expect(text).toContain('TensorFlow: Not known. Nobody has said.');
    expect(text).not.toContain('TensorFlow: No.');
  });

  it('has a cell of its own for a framework that the topic says nothing of', () => {
    const { columns, topics } = answerOf(slots(['full'], { frameworks: ids('jax') }));
    expect(columns.map(({ id }) => id)).toEqual(['jax', 'pytorch', 'tensorflow']);
    expect(topics[0].cells[0]).toEqual({ kind: 'unknown', says: 'Nothing is known here of JAX.' });
  });

  it.each([
    { kind: 'unknown', says: 'Nothing is known.' },
    { kind: 'withheld', read: '2025-01-02', sources: [] },
    { kind: 'known', support: 'unknown', says: 'Nobody has said.', sources: [] },
  ] as const)('does not begin like a refusal: $kind', (cell) => {
    expect(sayCell(cell)).not.toMatch(/^No\b/);
  });
});

describe('what the article said', () => {
  it.each(WANTS)('is never shown without what is true now, when %s is wanted', (want) => {
    const text = textOf(slots(['full'], { want }));
    for (const [said, now] of [
      ['It was so.', 'It is otherwise.'],
      ['It never was.', 'It has always been.'],
      ['A picture showed it.', 'The picture is lost.'],
    ] as const) {
      if (text.includes(said)) expect(text).toContain(now);
    }
  });

  it('is judged: outdated, wrong even then, still true or beyond checking', () => {
    const text = textOf(slots(['full'], { want: 'more' }));
    expect(text).toContain('The article said: It was so. That is outdated. Now (2024): It is otherwise.');
    expect(text).toContain('The article said: It never was. That was wrong even then. Now: It has always been.');
    expect(text).toContain('The article said: It holds. That is still true.');
    expect(text).toContain('The article said: A picture showed it. That cannot be verified. Now: The picture is lost.');
  });

  it('comes with what no longer holds first, for that is what a reader may still believe', () => {
    const { claims } = answerOf(slots(['full'], { want: 'more' })).topics[0];
    expect(claims.map(({ id }) => id)).toEqual(['c-1', 'c-2', 'c-4', 'c-3']);
    const short = answerOf(slots(['full'])).topics[0].claims.map(({ id }) => id);
    expect(short[0]).toBe('c-1');
    expect(short.length).toBeLessThan(claims.length);
  });
});

describe('disputes', () => {
  it('stand side by side with date, hardware, method and source, and are not blended', () => {
    const text = textOf(slots(['full']));
    expect(text).toContain('- First lab (May 2024; 1x A; ten runs): One is faster. [A page]');
    expect(text).toContain('- Second lab (2025): The other is. [A dated page]');
  });
});

describe('freshness', () => {
  const banner = (topic: string, days: number) => answerOf(slots([topic]), daysLater(days)).topics[0].banner;
  const kinds = (topic: string, days: number) => cellsOf(slots([topic]), daysLater(days)).map(({ kind }) => kind);

  it.each([
    // Release facts: 90 days, and twice that.
    ['bare', 90, false, 'known'],
    ['bare', 91, true, 'known'],
    ['bare', 180, true, 'known'],
    ['bare', 181, true, 'withheld'],
    // Design facts: 270 days.
    ['design', 270, false, 'known'],
    ['design', 271, true, 'known'],
    ['design', 540, true, 'known'],
    ['design', 541, true, 'withheld'],
    // History never.
    ['history', 9999, false, 'known'],
  ])('of %s after %d days: warned %s, %s', (topic, days, warned, kind) => {
    expect(banner(topic, days) !== undefined).toBe(warned);
    expect(new Set(kinds(topic, days))).toEqual(new Set([kind]));
  });

  it('is that of the page read longest ago', () => {
    // "early" was read 174 days before the rest.
    expect(kinds('early', 0)).toEqual(['known', 'known']);
    expect(banner('early', 0)).toContain('174 days ago');
    expect(kinds('early', 7)).toEqual(['withheld', 'known']);
  });

  it('of one cell may differ from its topic', () => {
    expect(kinds('mixed', 181)).toEqual(['withheld', 'known']);
  });

  it('past its days is told with the number of days; long past the fact itself is not passed on, but its source is', () => {
    expect(textOf(slots(['bare']), daysLater(100))).toContain(
      'Last checked 100 days ago; facts like this are due for a check after 90.',
    );
    const text = textOf(slots(['bare']), daysLater(200));
    expect(text).not.toContain('What pytorch does there.');
    expect(text).toContain('PyTorch: Withheld: last checked 22 Nov 2026, too long ago to pass on.');
    expect(text).toContain('https://example.org/page');
  });

  it('is the only thing that the day of asking changes', () => {
    expect(answerOf(slots(['history']), daysLater(4000))).toEqual(answerOf(slots(['history'])));
  });

  it('names the day on which the oldest of its sources was read', () => {
    expect(answerOf(slots(['early'])).checked).toBe('2026-06-01');
    expect(textOf(slots(['early']))).toContain('sources last read 1 Jun 2026');
  });
});

describe('a version pinned', () => {
  it.each([
    ['2.10', 'Natively today.'],
    // 2.5 is where the new statement begins.
    ['2.5', 'Natively today.'],
    ['2.4.9', 'With a plug-in.'],
    ['2', 'With a plug-in.'],
    ['1.13', 'Not yet.'],
  ])('%s says %j', (version, says) => {
    const [cell, other] = cellsOf(slots(['full'], { pins: pin('pytorch', version) }));
    expect(cell).toMatchObject({ kind: 'known', says, at: `PyTorch ${version}` });
    expect(other).toMatchObject({ says: 'Nobody has said.' });
  });

  it('below all that is known is not known', () => {
    const [cell] = cellsOf(slots(['full'], { pins: pin('pytorch', '0.9') }));
    expect(cell).toEqual({
      kind: 'unknown',
      says: 'Nothing is known here of PyTorch 0.9; what is known begins with 1.0.',
    });
  });

  it('is part of what is shown as understood', () => {
    const answer = answerOf(slots(['full'], { pins: pin('pytorch', '2.1') }));
    expect(answer.breadcrumb).toEqual(['A full topic', 'PyTorch 2.1']);
    expect(plainText(answer)).toContain('With a plug-in. (PyTorch 2.1)');
  });

  it('of which a cell says nothing is told once, and what is shown is marked as of today', () => {
    const answer = answerOf(slots(['bare', 'other'], { pins: pin('pytorch', '1.13') }));
    expect(answer.unchecked).toEqual(['PyTorch 1.13']);
    const text = plainText(answer);
    expect(text.split('Not checked for PyTorch 1.13: this is how it stands today.')).toHaveLength(2);
    expect(text).toContain('PyTorch: What pytorch does there. (today)');
    expect(text).not.toContain('(PyTorch 1.13)');
    // Nobody asked for a version of the other one.
    expect(text).toContain('TensorFlow: What tensorflow does there.\n');
  });

  it('of which a cell says nothing keeps the day from which on it is so', () => {
    expect(textOf(slots(['aged'], { pins: pin('pytorch', '1.13') }))).toContain('So of late. (today, since Oct 2025)');
  });

  it('of two frameworks is told in one sentence', () => {
    const pins = [...pin('pytorch', '1.13'), ...pin('tensorflow', '2.4')];
    expect(textOf(slots(['bare'], { pins }))).toContain(
      'Not checked for PyTorch 1.13 or TensorFlow 2.4: this is how it stands today.',
    );
  });

  // The newest version known of is 2.10.
  it.each(['2.10', '2.10.3', '2.11'])('needs no such word from the newest one on: %s', (version) => {
    const answer = answerOf(slots(['bare'], { pins: pin('pytorch', version) }));
    expect(answer.unchecked).toEqual([]);
    expect(plainText(answer)).toContain(`What pytorch does there. (PyTorch ${version})`);
  });

  it.each(['2.5', '2.1', '1.13', '0.9'])('that the cell is dated for needs none either: %s', (version) => {
    expect(answerOf(slots(['full'], { pins: pin('pytorch', version) })).unchecked).toEqual([]);
  });

  it('is told of by each topic for itself', () => {
    const answer = answerOf(slots(['full', 'bare'], { pins: pin('pytorch', '2.1') }));
    expect(answer.unchecked).toEqual(['PyTorch 2.1']);
    expect(answer.topics.map(({ cells }) => cells[0])).toMatchObject([{ at: 'PyTorch 2.1' }, { at: 'today' }]);
  });

  it.each([
    // Code runs on today's versions, whatever is known of older ones.
    ['full', 'code', ['PyTorch 2.1']],
    ['bare', 'code', ['PyTorch 2.1']],
    ['bare', 'source', ['PyTorch 2.1']],
    ['full', 'source', []],
    ['words', 'comparison', ['PyTorch 2.1']],
  ] as const)('of %s is known or not, though no cell is shown: %s', (topic, want, unchecked) => {
    expect(answerOf(slots([topic], { want, pins: pin('pytorch', '2.1') })).unchecked).toEqual(unchecked);
  });

  it('has its own sources', () => {
    const { sources } = answerOf(slots(['full'], { want: 'source', pins: pin('pytorch', '2.1') }));
    expect(sources.map(({ id }) => id)[0]).toBe('dated');
  });

  it('leaves notes as they are today, and says so', () => {
    const text = (pins: Slots['pins']) => textOf(slots(['full'], { want: 'more', pins }));
    expect(text(pin('pytorch', '2.1'))).toContain('Today: A note to both.');
    expect(text([])).not.toContain('Today:');
  });

  it('left out, the answer says what changed last', () => {
    expect(textOf(slots(['full'], { want: 'more' }))).toContain('Changed last (2026): The newest change.');
  });
});

describe('columns', () => {
  const columns = (change: Partial<Slots>) => answerOf(slots(['full'], change)).columns.map(({ id }) => id);
  it.each([
    [{}, ['pytorch', 'tensorflow']],
    [{ frameworks: ids('tensorflow') }, ['tensorflow', 'pytorch']],
    [{ frameworks: ids('tensorflow'), only: true }, ['tensorflow']],
    [{ frameworks: ids('jax') }, ['jax', 'pytorch', 'tensorflow']],
    [{ frameworks: ids('jax', 'pytorch'), only: true }, ['jax', 'pytorch']],
    [{ pins: pin('jax', '0.5') }, ['jax', 'pytorch', 'tensorflow']],
    // "Only" without a name cannot mean nothing at all.
    [{ only: true }, ['pytorch', 'tensorflow']],
    [{ frameworks: ids('gone'), only: true }, ['pytorch', 'tensorflow']],
  ])('of %j are %j', (change, expected) => {
    expect(columns(change)).toEqual(expected);
  });

  it('alone are told as what was understood', () => {
    expect(answerOf(slots(['full'], { frameworks: ids('tensorflow'), only: true })).breadcrumb).toEqual([
      'A full topic',
      'TensorFlow only',
    ]);
  });

  it('hold for the code too', () => {
    const code = (change: Partial<Slots>) =>
      answerOf(slots(['full'], { want: 'code', ...change })).topics[0].code?.snippets.map(({ name }) => name);
    expect(code({})).toEqual(['PyTorch', 'TensorFlow']);
    expect(code({ frameworks: ids('tensorflow'), only: true })).toEqual(['TensorFlow']);
    expect(code({ frameworks: ids('tensorflow') })).toEqual(['TensorFlow', 'PyTorch']);
  });
});

describe('several topics', () => {
  it('each have their verdict and their cells, under their names', () => {
    const text = textOf(slots(['full', 'other']));
    expect(text).toContain('The verdict comes first.\nA full topic:\nPyTorch: Yes. Natively today.');
    expect(text).toContain('The verdict on other.\nAnother topic:\nPyTorch: What pytorch does there.');
    expect(text).toContain('A full topic + Another topic · Section one, Section two');
  });

  it('are at most three', () => {
    expect(answerOf(slots(['full', 'bare', 'design', 'history', 'other'])).topics).toHaveLength(MOST_TOPICS);
  });
});

describe('the plain text', () => {
  it.each(['comparison', 'definition', 'verdict', 'more', 'code'] as const)(
    'holds every cell when %s is wanted',
    (want) => {
      const answer = answerOf(slots(['full', 'bare'], { want }));
      const lines = plainText(answer).split('\n');
      for (const topic of answer.topics) {
        for (const [at, cell] of topic.cells.entries())
          expect(lines).toContain(`${answer.columns[at]?.name}: ${sayCell(cell)}`);
      }
    },
  );

  it('numbers its sources, with the day each was read and the state of the page', () => {
    const text = textOf(slots(['full'], { want: 'source' }));
    expect(text).toContain('[1] A page, https://example.org/page (read 22 Nov 2026)');
    expect(text).toMatch(/\[\d\] A dated page, https:\/\/example\.org\/dated \(read 22 Nov 2026, page of Mar 2025\)/);
  });

  it.each(['source', 'freshness'] as const)(
    'names the sources of the cells even where the cells themselves are not shown: %s',
    (want) => {
      const answer = answerOf(slots(['early'], { want }));
      expect(answer.sources.map(({ id }) => id)).toEqual(['page', 'early']);
      expect(answer.checked).toBe('2026-06-01');
    },
  );

  it('has no empty line and no gap where something is missing', () => {
    for (const want of WANTS) {
      for (const topic of KNOWLEDGE.topics.keys()) {
        const text = textOf(slots([topic], { want }));
        expect(text).not.toMatch(/undefined|null|NaN|\n\n|^\s|\s$| {2}|\(\)/);
      }
    }
  });

  it('of a topic that compares nothing tells its notes', () => {
    expect(textOf(slots(['words']))).toContain('There is nothing to compare.');
  });

  it('shows the code and what it needs', () => {
    expect(textOf(slots(['full'], { want: 'code' }))).toContain(
      'Code, PyTorch:\np = 1\nCode, TensorFlow:\nt = 1\nNeeds a device.',
    );
  });

  it.each([
    [{ kind: 'silent' }, ''],
    [{ kind: 'why', lines: [] }, 'There is nothing yet that I could explain here. Ask me something first.'],
    [{ kind: 'why', lines: ['a', 'b'] }, 'a\nb'],
    [{ kind: 'done', did: 'muted' }, 'Muted in this thread. Say "unmute" or mention me to bring me back.'],
    [
      { kind: 'choices', lead: [], choices: [{ section: 's', topic: 't', title: 'T' }] },
      'Which of these do you mean?\n- T',
    ],
  ] as const)('of %j is %j', (answer, text) => {
    expect(plainText(answer as unknown as Answer)).toBe(text);
  });
});

describe('slots', () => {
  it.each([
    slots(['full']),
    slots(['full', 'bare'], {
      frameworks: ids('jax', 'pytorch'),
      only: true,
      want: 'code',
      pins: pin('pytorch', '2.1'),
    }),
    slots([]),
  ])('go through a button unchanged: %j', (given) => {
    expect(parseSlots(printSlots(given))).toEqual(given);
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"topics":["a"]}',
    '{"topics":"a","frameworks":[],"only":false,"want":"comparison","pins":[]}',
    '{"topics":[],"frameworks":[],"only":false,"want":"poem","pins":[]}',
  ])('of another release are none: %j', (text) => {
    expect(parseSlots(text)).toBeUndefined();
  });

  it('that name nothing of this knowledge are answered with "unknown" and the lead', () => {
    expect(compare(slots(['gone']), ['A lead.'], KNOWLEDGE, TODAY)).toEqual({
      kind: 'unknown',
      understood: [],
      nearest: [],
      lead: ['A lead.'],
    });
    expect(compare(slots([]), [], KNOWLEDGE, TODAY).kind).toBe('unknown');
  });

  it('of which some are gone are answered with the rest', () => {
    expect(answerOf(slots(['gone', 'bare'])).topics.map(({ ref }) => ref.topic)).toEqual(['bare']);
  });

  it('give the same answer again', () => {
    const given = slots(['full'], { want: 'more', frameworks: ids('jax') });
    expect(answerOf(answerOf(given).slots)).toEqual(answerOf(given));
  });
});

it.each([
  ['2026-11-22', '22 Nov 2026'],
  ['2026-04-02', '2 Apr 2026'],
  ['2026-11', 'Nov 2026'],
  ['2026', '2026'],
])('%s is said as %s', (moment, said) => {
  expect(sayDate(moment)).toBe(said);
});
