import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsIn, ROOT, readText, withoutFences } from './markdown.ts';

const PAGES = ['README.md', 'knowledge/README.md'];

interface Link {
  readonly says: string;
  readonly to: string;
  readonly picture: boolean;
}

function linksIn(text: string): readonly Link[] {
  return [...withoutFences(text).matchAll(/(!?)\[([^\]]+)\]\(([^)\s]+)\)/g)].map(([, mark, says = '', to = '']) => ({
    says,
    to,
    picture: mark === '!',
  }));
}

describe.each(PAGES)('%s', (page) => {
  const links = linksIn(readText(page));
  const inside = links.filter(({ to }) => !/^[a-z]+:/.test(to));

  it.each(inside.map(({ to }) => to))('leads somewhere: %s', (to) => {
    const [path = '', anchor] = to.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    expect(existsSync(join(ROOT, file)), `${file} exists`).toBe(true);
    if (anchor !== undefined) expect(anchorsIn(readText(file))).toContain(anchor);
  });

  it('calls only encrypted addresses', () => {
    expect(links.map(({ to }) => to).filter((to) => to.startsWith('http:'))).toEqual([]);
  });

  it('describes its pictures to those who cannot see them', () => {
    expect(links.filter(({ picture, says }) => picture && says.length < 40)).toEqual([]);
  });
});
