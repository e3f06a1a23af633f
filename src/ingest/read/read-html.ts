import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { Piece, Remark } from '../article.ts';
import { piecesOf } from './mdast.ts';
import { withoutFurniture } from './read-markdown.ts';
import { stripPage } from './strip-html.ts';

/** Reads a web page: the article's part of it, as Markdown would have said it. */
export function readHtml(text: string): { readonly pieces: readonly Piece[]; readonly remarks: readonly Remark[] } {
  const { body, title, remarks } = stripPage(unified().use(rehypeParse).parse(text));
  const tree = unified().use(rehypeRemark).runSync(body);
  const found = withoutFurniture(piecesOf(tree.children, { first: 1, last: 1 }));
  const heading: readonly Piece[] = title
    ? [{ kind: 'heading', level: 1, text: title, place: { first: 1, last: 1 } }]
    : [];
  return { pieces: [...heading, ...found.pieces], remarks: [...remarks, ...found.remarks] };
}
