import type { Element, Nodes, Root, RootContent } from 'hast';
import type { Remark } from '../article.ts';
import { flat } from '../normalise.ts';

/** Never shown as text, so nothing is lost with them. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'head',
  'link',
  'meta',
  'object',
  'canvas',
]);
/** The page around the article: left out, and said so. */
const PAGE = new Set(['nav', 'header', 'footer', 'aside', 'form', 'button', 'dialog', 'select', 'menu']);

/** The article's own part of a page: its <article> or <main> where there is just one, without what surrounds the text. */
export function stripPage(root: Root): {
  readonly body: Root;
  readonly title?: string;
  readonly remarks: readonly Remark[];
} {
  const remarks: Remark[] = [];
  const title = titleOf(root);
  const [article, other] = elements(root, 'article');
  const chosen = article && !other ? article : (elements(root, 'main')[0] ?? root);
  const strip = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node) => stripNode(node, strip, remarks));
  return {
    body: { type: 'root', children: strip(chosen.children as readonly RootContent[]) },
    remarks,
    ...(title && { title }),
  };
}

function stripNode(
  node: RootContent,
  strip: (nodes: readonly RootContent[]) => RootContent[],
  remarks: Remark[],
): RootContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  if (SILENT.has(node.tagName) || node.properties.hidden || node.properties.ariaHidden === 'true') return [];
  if (node.tagName === 'h1') return [];
  if (PAGE.has(node.tagName)) {
    const text = flat(textOf(node));
    const start = node.position?.start.line ?? 1;
    const place = { first: start, last: node.position?.end.line ?? start };
    if (text !== '')
      remarks.push({
        kind: 'furniture',
        place,
        says: `part of the page, not of the article: <${node.tagName}> "${text.slice(0, 60)}"`,
      });
    return [];
  }
  if (node.tagName === 'figure')
    return [pictureOf(node) ?? { ...node, children: strip(node.children) as Element['children'] }];
  return [{ ...node, children: strip(node.children) as Element['children'] }];
}

/** A figure that shows an image is that image, called by its caption when it has no other name. */
function pictureOf(figure: Element): Element | undefined {
  const [image] = elements(figure, 'img');
  if (!image || elements(figure, 'table').length > 0 || elements(figure, 'pre').length > 0) return undefined;
  const caption = elements(figure, 'figcaption').map((each) => flat(textOf(each)))[0];
  return { ...image, properties: { ...image.properties, alt: image.properties.alt || caption || '' } };
}

function titleOf(root: Root): string | undefined {
  const named = elements(root, 'h1')[0] ?? elements(root, 'title')[0];
  return (named && flat(textOf(named))) || undefined;
}

function elements(node: Nodes, name: string): readonly Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && child.tagName === name ? [child] : []),
    ...elements(child, name),
  ]);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join(' ') : '';
}
