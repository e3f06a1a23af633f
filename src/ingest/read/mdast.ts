import type { ListItem as MdListItem, Table as MdTable, Nodes, RootContent } from 'mdast';
import type { Image, ListItem, Piece, Place, Table } from '../article.ts';
import { flat } from '../normalise.ts';
import { dedent } from '../text/code-block.ts';
import { isAnswer } from '../text/collapsed.ts';

/** The pieces of a Markdown tree in reading order. Nodes that HTML left without a place take the one before them. */
export function piecesOf(nodes: readonly RootContent[], from: Place): readonly Piece[] {
  let place = from;
  return nodes.flatMap((node) => {
    place = placeOf(node, place);
    return pieceOf(node, place);
  });
}

function pieceOf(node: RootContent, place: Place): readonly Piece[] {
  switch (node.type) {
    case 'heading': {
      const text = textOf(node);
      return text === '' ? imagesIn(node, place) : [{ kind: 'heading', level: node.depth, text, place }];
    }
    case 'paragraph': {
      const text = textOf(node);
      const images = imagesIn(node, place);
      return text === '' ? images : [{ kind: 'paragraph', place, text }, ...images];
    }
    case 'list': {
      const items = node.children.flatMap((item) => itemsOf(item, place));
      const list: readonly Piece[] = items.length > 0 ? [{ kind: 'list', place, items }] : [];
      return [...list, ...node.children.flatMap((item) => restOf(item, place))];
    }
    case 'code': {
      const text = dedent(node.value);
      return text === '' ? [] : [{ kind: 'code', place, text, ...(node.lang && { language: node.lang }) }];
    }
    case 'table':
      return [tableOf(node, place)];
    case 'blockquote':
    case 'footnoteDefinition':
      return piecesOf(node.children, place);
    case 'html':
      return /<img\b/i.test(node.value)
        ? [{ kind: 'image', place, alt: /alt="([^"]*)"/i.exec(node.value)?.[1] ?? '' }]
        : [];
    default:
      return [];
  }
}

/** The items of a list, those of lists within it too: depth is lost, text is not. */
function itemsOf(item: MdListItem, from: Place): readonly ListItem[] {
  const place = placeOf(item, from);
  const own = flat(item.children.map((child) => (child.type === 'paragraph' ? textOf(child) : '')).join(' '));
  const nested = item.children.flatMap((child) =>
    child.type === 'list' ? child.children.flatMap((each) => itemsOf(each, place)) : [],
  );
  return own === ''
    ? nested
    : [
        { place: nested[0] ? { first: place.first, last: nested[0].place.first - 1 || place.last } : place, text: own },
        ...nested,
      ];
}

/** What an item holds besides text: code, tables, images. */
function restOf(item: MdListItem, from: Place): readonly Piece[] {
  const place = placeOf(item, from);
  return item.children.flatMap((child): readonly Piece[] => {
    if (child.type === 'paragraph') return imagesIn(child, place);
    if (child.type === 'list') return child.children.flatMap((each) => restOf(each, place));
    return piecesOf([child], place);
  });
}

function tableOf(node: MdTable, place: Place): Table {
  const rows = node.children.map((row) => ({
    place: placeOf(row, place),
    cells: row.children.map((cell) => textOf(cell)),
  }));
  const [top, ...rest] = rows;
  if (!top) return { kind: 'table', place, header: [], rows: [] };
  // HTML tables without <th> come with an empty header above their first row.
  if (!top.cells.every((cell) => cell === '')) return { kind: 'table', place, header: top.cells, rows: rest };
  const [first, ...body] = rest;
  if (first && !first.cells.some(isAnswer)) return { kind: 'table', place, header: first.cells, rows: body };
  return { kind: 'table', place, header: [], rows: rest };
}

function imagesIn(node: Nodes, place: Place): readonly Image[] {
  if (node.type === 'image' || node.type === 'imageReference')
    return [{ kind: 'image', place: placeOf(node, place), alt: flat(node.alt ?? '') }];
  return 'children' in node ? node.children.flatMap((child) => imagesIn(child, place)) : [];
}

/** The text of a node on one line. Images have none; a line break is a space. */
function textOf(node: Nodes): string {
  return flat(rawText(node));
}

function rawText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(rawText).join('') : '';
}

function placeOf(node: Nodes, otherwise: Place): Place {
  const { position } = node;
  return position ? { first: position.start.line, last: position.end.line } : otherwise;
}
