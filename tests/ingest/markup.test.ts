import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/ingest/format.ts';
import { article, cells, draft, topic } from './support.ts';
import { SHOES_HTML, SHOES_MARKDOWN } from './texts.ts';

describe('Markdown', () => {
  it('gives title, sections and parts', () => {
    const read = article(SHOES_MARKDOWN, 'shoes.md');
    expect(read.title).toBe('Trail Shoes vs Road Shoes');
    expect(read.sections.map(({ title, part }) => `${part ? '- ' : ''}${title}`)).toEqual([
      'Introduction',
      'Grip',
      '- Rock plates',
      'Weight',
      'Care',
    ]);
    expect(read.sections[1]?.place.first).toBe(7);
  });

  it('reports an image and never makes text of it', () => {
    const { made } = draft(SHOES_MARKDOWN, 'shoes.md');
    expect(made.remarks).toContainEqual({
      kind: 'image',
      place: { first: 11, last: 11 },
      says: 'an image is missing; it was called "a muddy sole"',
    });
    expect([...made.texts.values()].join('')).not.toContain('muddy');
  });

  it('makes a topic of each table row, with support from plain yes and no only', () => {
    const { knowledge } = draft(SHOES_MARKDOWN, 'shoes.md');
    expect(cells(knowledge, 'mud')).toEqual({ 'trail-shoes': 'yes: Mud: Yes', 'road-shoes': 'no: Mud: No' });
    expect(cells(knowledge, 'asphalt')['trail-shoes']).toBe('partly: Asphalt: Partly (they wear out)');
    expect(cells(knowledge, 'ice')).toEqual({
      'trail-shoes': 'unknown: The article says nothing of Trail Shoes here.',
      'road-shoes': 'unknown: Ice: with spikes',
    });
  });

  it('gives labelled items and marked code to their frameworks', () => {
    const { knowledge } = draft(SHOES_MARKDOWN, 'shoes.md');
    expect(cells(knowledge, 'weight-one-by-one')).toEqual({
      'trail-shoes': 'unknown: 300 g',
      'road-shoes': 'unknown: 240 g',
    });
    expect(topic(knowledge, 'weight').code).toMatchObject({ language: 'python' });
    expect([...(topic(knowledge, 'weight').code?.snippets.keys() ?? [])]).toEqual(['road-shoes']);
  });
});

describe('HTML', () => {
  it('gives the article without the page around it', () => {
    const read = article(SHOES_HTML, 'shoes.html');
    expect(read.title).toBe('Trail Shoes vs Road Shoes');
    expect(read.sections.map((section) => section.title)).toEqual(['Introduction', 'Grip', 'Care']);
    expect(JSON.stringify(read.sections)).not.toMatch(/Home|rights|Your name|var x/);
    expect(read.missing.filter((remark) => remark.kind === 'furniture').length).toBeGreaterThan(1);
    expect(read.sections[1]?.place).toEqual({ first: 8, last: 11 });
  });

  it('names a lost figure by its caption, and keeps code with its language', () => {
    const read = article(SHOES_HTML, 'shoes.html');
    expect(read.missing.map((remark) => remark.says)).toContain('an image is missing; it was called "A muddy sole"');
    expect(read.sections[2]?.blocks.at(-1)).toMatchObject({
      kind: 'code',
      language: 'python',
      text: 'pace = run(road_shoes)',
    });
  });

  it('becomes a folder that the check accepts', () => {
    expect(cells(draft(SHOES_HTML, 'shoes.html').knowledge, 'mud')).toEqual({
      'trail-shoes': 'yes: Mud: Yes',
      'road-shoes': 'no: Mud: No',
    });
  });
});

describe('the format', () => {
  it.each([
    ['a.md', '', 'markdown'],
    ['a.HTM', '', 'html'],
    ['a.txt', '<!doctype html><p>x', 'html'],
    ['a.txt', '## A\n\nx\n\n## B\n\ny', 'markdown'],
    ['a.txt', '# a comment\nx = 1', 'text'],
  ])('of %s with %j is %s', (file, text, format) => expect(formatOf(file, text)).toBe(format));
});
