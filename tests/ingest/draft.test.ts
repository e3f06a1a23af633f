import { describe, expect, it } from 'vitest';
import { split } from '../../src/ingest/draft/fit.ts';
import { supportOf } from '../../src/ingest/draft/from-table.ts';
import { IngestError } from '../../src/ingest/errors.ts';
import { cells, draft, TODAY, topic } from './support.ts';
import { DATABASES } from './texts.ts';

describe('a draft', () => {
  const { made, knowledge } = draft(DATABASES);

  it('marks every topic with its lines in the source, and cites the file as read today', () => {
    for (const each of knowledge.topics.values()) expect(each.draft).toMatch(/^lines? \d+(–\d+)?$/);
    expect([...knowledge.sources.values()]).toEqual([
      {
        id: 'article',
        title: 'PostgreSQL vs MySQL: Which Database Fits Your Team?',
        file: 'article.txt',
        kind: 'article',
        read: TODAY,
      },
    ]);
  });

  it('takes the first sentence as the verdict and gives each framework what is said of it alone', () => {
    const origin = topic(knowledge, 'where-they-come-from');
    expect(origin.verdict).toBe('PostgreSQL grew out of a university project in Berkeley.');
    expect(cells(knowledge, 'where-they-come-from').postgresql).toContain('It was meant to try out new ideas');
    expect(cells(knowledge, 'where-they-come-from').mysql).toContain('Swedish company');
  });

  it('makes one topic of a label that both lists have', () => {
    expect(cells(knowledge, 'b-tree')).toEqual({
      postgresql: 'unknown: The kind that everybody starts with.',
      mysql: 'unknown: Clustered on the primary key.',
    });
    expect(cells(knowledge, 'gin').mysql).toBe('unknown: The article says nothing of MySQL here.');
  });

  it('makes one topic of lists that hang under twin labels', () => {
    expect(cells(knowledge, 'take-postgresql-or-mysql-for')).toEqual({
      postgresql: 'unknown: Odd types and maps; Long reports',
      mysql: 'unknown: Plain web shops; Hosting that is cheap',
    });
  });

  it('never gives a cell to a framework when the column names are lost', () => {
    const copies = topic(knowledge, 'copies-and-failover');
    expect(copies.notes.map((note) => note.says)).toContain(
      'Automatic failover | No | Via Group Replication (a table row whose column names are missing in the source)',
    );
    expect(
      [...knowledge.topics.values()]
        .flatMap((each) => [...each.cells.values()])
        .every((cell) => cell.support === 'unknown'),
    ).toBe(true);
  });

  it('cuts a snippet at the comments that name a framework', () => {
    const codes = [...knowledge.topics.values()].flatMap((each) => (each.code ? [each.code] : []));
    const all = codes.flatMap((code) => [...code.snippets].map(([id, text]) => `${id}: ${text}`)).join('\n===\n');
    expect(all).toMatch(/postgresql: # PostgreSQL\n\ndb = psycopg/);
    expect(all).toMatch(/mysql: # MySQL\n\ndb = mysql/);
  });

  it('leaves out nothing that the article says', () => {
    const written = [...made.texts.values()].join(' ').replace(/\\\n\s*|\s+/g, ' ');
    for (const words of [
      'Most of our colleagues keep',
      'On mixed loads there is no winner',
      'For very long tables',
      'Either will carry you',
      'That is no shame',
      'A small tool copies rows',
    ])
      expect(written).toContain(words);
  });

  it('is laid out for editing: block style, no line past the width but for long words', () => {
    for (const text of made.texts.values()) {
      expect(text).toMatch(/^# /);
      for (const line of text.split('\n'))
        if (!/^\s+(?:asked|#)|^# /.test(line)) expect(line.length).toBeLessThanOrEqual(125);
    }
  });

  it('is the same whenever it is made from the same text', () => {
    expect(draft(DATABASES).made).toEqual(made);
  });
});

describe('text too long for a field', () => {
  const sentence = (n: number) =>
    `PostgreSQL has feature number ${n}, which took its makers a long while to get right.`;
  const long = Array.from({ length: 30 }, (_, n) => sentence(n)).join(' ');

  it('goes on in notes, whole sentences each, and none of it is lost', () => {
    const { knowledge } = draft(`PostgreSQL vs MySQL\n\nMySQL is small.\n\nMany Features\n\nBoth have some. ${long}`);
    const features = topic(knowledge, 'many-features');
    const said = [
      ...[...features.cells.values()].map((cell) => cell.says),
      ...features.notes.map((note) => note.says),
    ].join(' ');
    for (let n = 0; n < 30; n += 1) expect(said).toContain(sentence(n));
  });

  it('is cut with a mark only within a sentence that has no end', () => {
    const pieces = split('word '.repeat(300), 100);
    expect(pieces.every((piece) => piece.length <= 100)).toBe(true);
    expect(pieces.slice(0, -1).every((piece) => piece.endsWith(' …'))).toBe(true);
    expect(pieces.join(' ').match(/word/g)).toHaveLength(300);
  });
});

describe('a table cell', () => {
  it.each([
    ['Yes', 'yes'],
    ['Yes (recently added)', 'yes'],
    ['✓', 'yes'],
    ['No', 'no'],
    ['no, never', 'no'],
    ['not supported', 'no'],
    ['Partial', 'partly'],
    ['Via 3rd party', 'unknown'],
    ['No. 1 in tests', 'unknown'],
    ['Normal', 'unknown'],
    ['12 MB', 'unknown'],
  ])('"%s" means %s', (cell, support) => expect(supportOf(cell)).toBe(support));
});

describe('what is compared', () => {
  it.each([
    ['Trail Shoes vs. Road Shoes in 2024', ['Trail Shoes', 'Road Shoes']],
    ['Should You Use Trail Shoes or Road Shoes?', ['Trail Shoes', 'Road Shoes']],
    ['Gear Guide: Trail Shoes vs Road Shoes vs Sandals', ['Trail Shoes', 'Road Shoes', 'Sandals']],
  ])('is guessed from "%s"', (title, names) => {
    expect(draft(`${title}\n\nTrail shoes grip. Road shoes roll. Sandals breathe.`).made.frameworks).toEqual(names);
  });

  it('is asked for where the title does not say it', () => {
    expect(() => draft('All About Shoes\n\nTrail shoes grip. Road shoes roll.')).toThrow(/--frameworks "A,B"/);
    expect(
      draft('All About Shoes\n\nTrail shoes grip. Road shoes roll.', 'a.txt', ['Trail shoes', 'Road shoes']).made
        .frameworks,
    ).toHaveLength(2);
  });

  it.each([[['One']], [['A', 'a']], [['A', 'x'.repeat(31)]], [[' ', '']]])('cannot be %j', (names) => {
    expect(() => draft('A vs B\n\nA is. B is.', 'a.txt', names)).toThrow(IngestError);
  });

  it('is remarked on when the article never names it', () => {
    const { made } = draft('Notes\n\nGo is quick to learn.', 'a.txt', ['Go', 'Rust']);
    expect(made.remarks.map((remark) => remark.says)).toContainEqual(expect.stringContaining('never names Rust'));
  });
});
