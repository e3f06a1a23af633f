import { describe, expect, it } from 'vitest';
import { isStrongCode } from '../../src/ingest/text/code-lines.ts';
import { collapsedRow } from '../../src/ingest/text/collapsed.ts';
import { article } from './support.ts';

const BODY = 'Tea is drunk in the morning, in the evening, and whenever there is time for it.';

describe('a short line of its own', () => {
  const isHeading = (line: string, after = BODY) =>
    article(
      `Tea vs Coffee\n\nBoth are hot. ${BODY}\n\n${line}\n\n${after}\n\nThe end of it, as far as tea goes.`,
    ).sections.some((section) => section.title === line);

  it.each([
    'Ease of Brewing',
    'Price',
    'What about sugar?',
    'A Brief History',
    'Which Should You Drink?',
    'TEA AND HEALTH',
    'Tea in 2024',
  ])('"%s" is a heading', (line) => expect(isHeading(line)).toBe(true));

  it.each([
    'Nobody minds.',
    'and then some more',
    'As we saw above, it depends:',
    'First this, then that,',
    'See the notes. Then Decide',
    'Tea Prices by Year (Source)',
  ])('"%s" is none', (line) => expect(isHeading(line)).toBe(false));
});

describe('a line of code', () => {
  it.each([
    'x = f(1, 2)',
    'import os',
    'from a.b import c',
    'const a = 1;',
    'db.connect(url)',
    'SELECT name FROM users',
    'def run(x):',
    '$ make',
    'npm install left-pad',
    'y = model(x)',
  ])('is seen in "%s"', (line) => expect(isStrongCode(line)).toBe(true));

  it.each([
    'Tea is drunk in the morning.',
    'Speed = comfort for most of us',
    'Training on many machines (Source)',
    'Use PostgreSQL for:',
    'git is a tool that everybody knows',
    'From there on it is easy.',
    'Import duties are high (in most countries)',
    'SELECT is the most used word.',
  ])('is not seen in "%s"', (line) => expect(isStrongCode(line)).toBe(false));
});

describe('a line of cells run together', () => {
  const words = new Set(['GraphQL', 'JavaScript', 'PyPI']);

  it.each([
    ['FeatureTeaCoffee', ['Feature', 'Tea', 'Coffee']],
    ['DecafYesNo', ['Decaf', 'Yes', 'No']],
    ['HTTPYesVia a plug-in', ['HTTP', 'Yes', 'Via a plug-in']],
    ['GraphQLYesNo', ['GraphQL', 'Yes', 'No']],
    ['Milk✓✗', ['Milk', '✓', '✗']],
  ])('"%s" is cut', (line, row) => expect(collapsedRow(line, words)).toEqual(row));

  it.each(['GraphQL and JavaScript', 'Nodes and GPUs', 'Yesterday and Now', 'Tea Yes', 'A sentence about OpenAPI.'])(
    '"%s" is left alone',
    (line) => expect(collapsedRow(line, words)).toBeUndefined(),
  );
});
