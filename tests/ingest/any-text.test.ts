import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../src/ingest/errors.ts';
import { FORMATS, type Format } from '../../src/ingest/format.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { TODAY } from './support.ts';
import { DATABASES, SHOES_HTML, SHOES_MARKDOWN } from './texts.ts';

/** Either a folder that the check accepts, or an error in our words; any other throw fails the test. */
function holds(text: string, format: Format | undefined, frameworks: readonly string[] | undefined): void {
  try {
    const { texts } = ingest({ file: 'any.txt', text, today: TODAY, format, frameworks });
    expect(loadKnowledge('any', texts).topics.size).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    expect(error.message).toMatch(/\. |\.$/);
  }
}

const format = fc.constantFrom(undefined, ...FORMATS);
const names = fc.constantFrom(
  undefined,
  ['A', 'B'],
  ['Constructor', 'null'],
  ['C++', 'C#'],
  ['1', '2'],
  ['東京', '大阪'],
  ['Go', 'Go Kit', 'Rust'],
);
const shreds = fc.constantFrom(
  ...DATABASES.split('\n'),
  ...SHOES_MARKDOWN.split('\n'),
  ...SHOES_HTML.split('\n'),
  '',
  '',
  '#',
  '# ',
  '- ',
  '- a: b',
  '• ',
  '|',
  '||',
  '| a |',
  '---',
  '===',
  '```',
  '> ',
  '1. A',
  ':',
  'A:',
  'A vs B',
  'A\tB\t',
  '<<: *x',
  '&a b',
  '!!js x',
  '%YAML',
  '? x',
  '\u2028',
  '\ufeff',
  '\u200d',
  '\ud800',
  '👩‍👩‍👧 x',
  'e\u0301'.repeat(400),
  'x'.repeat(500),
  `A ${'y '.repeat(300)}.`,
  '- ',
  'YesNo',
  '✓✗',
  '<table>',
  '<p>',
  '<ul><li>',
);

describe('any text', () => {
  it('of any characters gives a sound folder or a clear error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), format, names, holds), { numRuns: 300 });
  });

  it('put together from shreds of articles gives a sound folder or a clear error', () => {
    const text = fc.array(shreds, { maxLength: 40 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, format, names, holds), { numRuns: 300 });
  });

  it('with any heading gives a sound folder or a clear error', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(line, line, (heading, says) =>
        holds(`A vs B\n\nA is. B is.\n\n## ${heading}\n\n${says}\n`, undefined, ['A', 'B']),
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nested boxes', '<div>'.repeat(30_000), 'html'],
    ['nested quotes', '> '.repeat(3_000), 'markdown'],
    ['a book of headings', '# a\n\nb\n\n'.repeat(2_000), 'markdown'],
    ['too many characters', 'word '.repeat(300_000), 'text'],
    ['half a megabyte of exclamations', 'a! '.repeat(160_000), 'text'],
    ['nothing but line ends', '\n'.repeat(500_000), 'text'],
  ] as const)('of %s too', (_, text, as) => holds(text, as, ['A', 'B']));
});
