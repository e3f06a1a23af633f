import {
  type Article,
  type ArticleSection,
  around,
  type Block,
  type Heading,
  type Piece,
  type Place,
  type Remark,
} from './article.ts';
import { cutClosing } from './closing.ts';
import { isFurniture, startsAfterwards } from './furniture.ts';
import { checkPromises } from './promises.ts';

interface OpenSection {
  readonly heading: Heading | undefined;
  readonly blocks: readonly Block[];
}

/** What a reader found, as an article: its title, its sections, and remarks on all that is missing from it. */
export function assemble(
  pieces: readonly Piece[],
  found: readonly Remark[],
  text: { readonly gapsTell: boolean },
): Article {
  const { title, rest } = takeTitle(pieces);
  const remarks: Remark[] = [...found];
  const opened = dropEmpty(dropFurnitureSections(open(rest), remarks), remarks);
  const base = opened.reduce((least, { heading }) => Math.min(least, heading?.level ?? least), 6);
  const named = opened.map((section, at): ArticleSection => toSection(section, base, at > 0));
  const closed = cutClosing(named, text.gapsTell, remarks);
  if (opened.length > 0 && opened.every(({ heading }) => !heading)) {
    remarks.push({
      kind: 'heading',
      place: closed[0]?.place ?? { first: 1, last: 1 },
      says: 'no headings were found, so all of it became one section; cut it by hand',
    });
  }
  const sections = closed.map((section) => ({
    ...section,
    blocks: checkPromises(section.blocks, remarks, text.gapsTell),
  }));
  for (const block of sections.flatMap((section) => section.blocks)) remarks.push(...lacks(block));
  const missing = [...new Set(remarks)].sort((a, b) => a.place.first - b.place.first);
  return { ...(title !== undefined && { title }), sections, missing };
}

/** A single heading of level 1 is the title; several are sections. */
function takeTitle(pieces: readonly Piece[]): { readonly title?: string; readonly rest: readonly Piece[] } {
  const tops = pieces.filter((piece): piece is Heading => piece.kind === 'heading' && piece.level === 1);
  const [only] = tops;
  const onlyHeading = pieces.every((piece) => piece.kind !== 'heading' || piece === only);
  if (tops.length !== 1 || !only || (onlyHeading && pieces[0] !== only)) return { rest: pieces };
  return { title: only.text, rest: pieces.filter((piece) => piece !== only) };
}

function open(pieces: readonly Piece[]): readonly OpenSection[] {
  const sections: { heading: Heading | undefined; blocks: Block[] }[] = [{ heading: undefined, blocks: [] }];
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push({ heading: piece, blocks: [] });
    else sections.at(-1)?.blocks.push(piece);
  }
  return sections.filter(({ heading, blocks }) => heading || blocks.length > 0);
}

function dropFurnitureSections(sections: readonly OpenSection[], remarks: Remark[]): readonly OpenSection[] {
  return sections.filter((section, at) => {
    const text = section.heading?.text ?? '';
    const drop = isFurniture(text) || (startsAfterwards(text) && at >= sections.length / 2);
    if (drop)
      remarks.push({
        kind: 'furniture',
        place: placeOf(section),
        says: `part of the page, not of the article: "${text}" and what stands under it`,
      });
    return !drop;
  });
}

/** A heading with nothing under it says nothing, unless deeper headings follow it. */
function dropEmpty(sections: readonly OpenSection[], remarks: Remark[]): readonly OpenSection[] {
  return sections.filter(({ heading, blocks }, at) => {
    const below = sections[at + 1]?.heading;
    if (!heading || blocks.length > 0 || (below && below.level > heading.level)) return true;
    remarks.push({
      kind: 'heading',
      place: heading.place,
      says: `nothing stands under "${heading.text}", so it is no section`,
    });
    return false;
  });
}

function toSection(section: OpenSection, base: number, follows: boolean): ArticleSection {
  const { heading, blocks } = section;
  const part = follows && heading !== undefined && heading.level > base;
  return { title: heading?.text.trim() || 'Introduction', place: placeOf(section), part, blocks };
}

function placeOf({ heading, blocks }: OpenSection): Place {
  const first = heading?.place ?? blocks[0]?.place ?? { first: 1, last: 1 };
  return around(first, blocks.at(-1)?.place ?? first);
}

/** What a block itself says is missing. */
function lacks(block: Block): readonly Remark[] {
  const { place } = block;
  if (block.kind === 'image') {
    return [
      {
        kind: 'image',
        place,
        says: block.alt
          ? `an image is missing; it was called "${block.alt}"`
          : 'an image without alternative text is missing',
      },
    ];
  }
  if (block.kind !== 'table') return [];
  const name = block.caption === undefined ? 'a table' : `the table "${block.caption}"`;
  if (block.rows.length === 0)
    return [
      { kind: 'table', place, says: `the rows of ${name} are missing; its columns were: ${block.header.join(' | ')}` },
    ];
  if (block.header.length === 0)
    return [
      { kind: 'columns', place, says: `the column names of ${name} are missing, so no cell was given to a framework` },
    ];
  return [];
}
