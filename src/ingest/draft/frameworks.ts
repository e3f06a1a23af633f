import type { Article, Block } from '../article.ts';
import { IngestError } from '../errors.ts';
import { LIMITS } from './limits.ts';
import { namedIn } from './named-in.ts';
import { Slugs, slugOf } from './slugs.ts';
import { sidesOf } from './title-sides.ts';

export interface Compared {
  readonly id: string;
  readonly name: string;
}

/**
 * What the article compares: as the curator says, else as its title says ("A vs B").
 * @throws IngestError when neither says it.
 */
export function comparedIn(article: Article, given: readonly string[] | undefined, file: string): readonly Compared[] {
  if (given) return fromOption(given);
  const text = article.sections.flatMap((section) => [section.title, ...section.blocks.map(textOf)]).join('\n');
  const names = sidesOf(article.title ?? '', (name) => namedIn([{ id: 'x', name }])(text).length > 0);
  if (names.length >= 2) return withIds(names);
  const title = article.title === undefined ? 'it has no title' : `its title is "${article.title}"`;
  throw new IngestError(
    'INGEST_FRAMEWORKS_UNKNOWN',
    `Cannot tell what ${file} compares: ${title}, which names no two things as "A vs B" that its text speaks of. Say it: --frameworks "A,B".`,
  );
}

function fromOption(given: readonly string[]): readonly Compared[] {
  const names = given.map((name) => name.trim()).filter((name) => name !== '');
  const wrong = (reason: string) =>
    new IngestError(
      'INGEST_FRAMEWORKS_INVALID',
      `--frameworks "${given.join(',')}": ${reason}. Write them as --frameworks "PostgreSQL,MySQL".`,
    );
  if (names.length < 2) throw wrong('two names or more are needed');
  const long = names.find((name) => name.length > LIMITS.name);
  if (long !== undefined) throw wrong(`"${long}" is longer than ${LIMITS.name} characters`);
  const twice = names.find((name, at) => names.findIndex((other) => sameName(other, name)) !== at);
  if (twice !== undefined) throw wrong(`"${twice}" stands there twice`);
  return withIds(names);
}

const sameName = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() || (slugOf(a) !== undefined && slugOf(a) === slugOf(b));

function withIds(names: readonly string[]): readonly Compared[] {
  const slugs = new Slugs();
  return names.map((name, at) => ({ id: slugs.give(name, `framework-${at + 1}`), name }));
}

/** All the words of a block. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'code':
      return block.text;
    case 'list':
      return block.items.map((item) => item.text).join('\n');
    case 'table':
      return [block.caption ?? '', block.header.join(' | '), ...block.rows.map((row) => row.cells.join(' | '))].join(
        '\n',
      );
    case 'image':
      return block.alt;
  }
}
