import { describe, expect, it } from 'vitest';
import { article, blocks } from './support.ts';
import { DATABASES } from './texts.ts';

describe('plain text copied from a browser', () => {
  const read = article(DATABASES);
  const says = (kind: string) => read.missing.filter((remark) => remark.kind === kind).map((remark) => remark.says);

  it('is cut at its headings, though nothing marks them', () => {
    expect(read.title).toBe('PostgreSQL vs MySQL: Which Database Fits Your Team?');
    expect(read.sections.map((section) => section.title)).toEqual([
      'Introduction',
      'Where They Come From',
      'Writing Queries',
      'Raw Speed',
      'Index Types',
      'Copies and Failover',
      'Which One Should You Take?',
      'Living With Both',
      'Closing',
    ]);
  });

  it('keeps the place of every section and block in the source', () => {
    const lines = DATABASES.split('\n');
    for (const { title, place } of read.sections.slice(1, -1)) expect(lines[place.first - 1]).toBe(title);
    for (const block of read.sections.flatMap((section) => section.blocks)) {
      if (block.kind === 'paragraph')
        expect(lines[block.place.first - 1]?.replaceAll('‘', "'")).toContain(block.text.slice(0, 20));
    }
  });

  it('keeps the lines of a snippet together, across blank lines too', () => {
    const code = blocks(DATABASES, 'code').map((block) => (block.kind === 'code' ? block.text : ''));
    expect(code).toHaveLength(3);
    expect(code[0]).toBe("INSERT INTO walks (name, km)\nVALUES ('ridge', 12)\nRETURNING id;");
    expect(code[2]?.split('\n')).toHaveLength(11);
  });

  it('finds lists and their items', () => {
    expect(blocks(DATABASES, 'list').map((list) => (list.kind === 'list' ? list.items.length : 0))).toEqual([
      2, 3, 2, 2, 2,
    ]);
  });

  it('reports tables of which only the header is left', () => {
    expect(says('table')).toEqual([
      'the rows of the table "Point reads on one small machine" are missing; its columns were: Database | Reads/sec | Gain over MySQL',
      'the rows of the table "Bulk loads on one large machine" are missing; its columns were: Database | Rows/sec | Gain over MySQL',
    ]);
  });

  it('cuts rows that were run together, and says that nobody knows their columns', () => {
    const table = blocks(DATABASES, 'table').at(-1);
    expect(table?.kind === 'table' && table.rows.map((row) => row.cells)).toEqual([
      ['Streaming copies', 'Yes', 'Yes (since 3.23)'],
      ['Logical copies', 'Yes', 'Via the binary log'],
      ['Automatic failover', 'No', 'Via Group Replication'],
    ]);
    expect(says('columns')).toContain('the column names of a table are missing, so no cell was given to a framework');
  });

  it('reports what is announced and not there', () => {
    expect(says('image')).toEqual(['an image is missing; it was called "PostgreSQL vs MySQL - Happiness"']);
    expect(says('promise')).toContain('left out, for what it announces is missing: "Here is a table of all of them:"');
  });

  it('leaves out what belongs to the page, and says so', () => {
    expect(says('furniture')).toHaveLength(2);
    expect(says('link')).toHaveLength(2);
    expect(JSON.stringify(read.sections)).not.toMatch(/Skip to|email address|\(Source\)/);
  });

  it('says that the closing words have lost their heading', () => {
    expect(says('heading')).toEqual([expect.stringContaining('became the section "Closing"')]);
  });
});

describe('text of other shapes', () => {
  it('is one section where it has no headings, and the report says so', () => {
    const read = article('Go or Rust\n\nGo builds fast.\n\nRust runs fast.');
    expect(read.sections.map((section) => section.title)).toEqual(['Introduction']);
    expect(read.missing.map((remark) => remark.says)).toContainEqual(expect.stringContaining('no headings were found'));
  });

  it('joins lines that were wrapped by hand', () => {
    const wrapped = `Trail Shoes vs Road Shoes

Trail shoes are made for soft and stony ground and carry lugs
under the sole, which is why they feel slow on a street, and
most people own just one pair of them for many years in a row.

Grip on Wet Rock

Road shoes have nothing to hold on to when the rock is wet and
they slip, so that nobody who has tried it would try it again.
`;
    const read = article(wrapped);
    expect(read.sections.map((section) => [section.title, section.blocks.length])).toEqual([
      ['Introduction', 1],
      ['Grip on Wet Rock', 1],
    ]);
  });

  it('takes headings marked by hashes, underlines and numbers', () => {
    const marked =
      'Tea vs Coffee\n\nBoth are hot.\n\n## Taste\n\nTea is mild.\n\nPrice\n-----\nCoffee costs more.\n\n3. Smell of It\n\nCoffee smells further than tea does.';
    expect(article(marked).sections.map((section) => section.title)).toEqual([
      'Introduction',
      'Taste',
      'Price',
      'Smell of It',
    ]);
  });

  it('reads tables whose cells are parted by tabs', () => {
    const tabs = 'Tea vs Coffee\n\nBoth are hot drinks.\n\n\tTea\tCoffee\nCaffeine\tYes\tYes\nMilk\tNo\t';
    const table = blocks(tabs, 'table')[0];
    expect(table?.kind === 'table' && [table.header, ...table.rows.map((row) => row.cells)]).toEqual([
      ['', 'Tea', 'Coffee'],
      ['Caffeine', 'Yes', 'Yes'],
      ['Milk', 'No', ''],
    ]);
  });
});
