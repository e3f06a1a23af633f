import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Piece, Remark } from '../article.ts';
import { isFurniture } from '../furniture.ts';
import { piecesOf } from './mdast.ts';

/** Reads Markdown, GitHub's tables included. A title in front matter counts as the article's heading. */
export function readMarkdown(text: string): { readonly pieces: readonly Piece[]; readonly remarks: readonly Remark[] } {
  const front = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)?.[0] ?? '';
  // Front matter becomes blank lines, so that every place below it stays true.
  const body = front.replace(/[^\n]/g, '') + text.slice(front.length);
  const pieces = withoutFurniture(
    piecesOf(unified().use(remarkParse).use(remarkGfm).parse(body).children, { first: 1, last: 1 }),
  );
  const title = /^title:\s*(['"]?)(.+)\1\s*$/m.exec(front)?.[2]?.trim();
  const titled = pieces.pieces.some((piece) => piece.kind === 'heading' && piece.level === 1);
  if (!title || titled) return pieces;
  return {
    ...pieces,
    pieces: [{ kind: 'heading', level: 1, text: title, place: { first: 1, last: 1 } }, ...pieces.pieces],
  };
}

/** Paragraphs that belong to the page and not to the article, out of the way. */
export function withoutFurniture(found: readonly Piece[]): {
  readonly pieces: readonly Piece[];
  readonly remarks: readonly Remark[];
} {
  const remarks: Remark[] = [];
  const pieces = found.filter((piece) => {
    const drop = piece.kind === 'paragraph' && isFurniture(piece.text);
    if (drop)
      remarks.push({
        kind: 'furniture',
        place: piece.place,
        says: `part of the page, not of the article: "${piece.text}"`,
      });
    return !drop;
  });
  return { pieces, remarks };
}
