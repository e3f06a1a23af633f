import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import { printPlace, type Remark } from '../article.ts';
import type { FolderDraft, SectionYaml } from '../draft/draft-folder.ts';

const LAYOUT = { lineWidth: 110, blockQuote: true, flowCollectionPadding: false } as const;

/** The files of a draft by path, laid out for editing: block style, short lists on one line, hints as comments. */
export function renderFolder(folder: FolderDraft, remarks: readonly Remark[]): ReadonlyMap<string, string> {
  return new Map([
    [
      'about.yaml',
      render(folder.about, ' Drafted by `fwcompare ingest`. What is compared, and the sections in reading order.'),
    ],
    [
      'frameworks.yaml',
      render(
        folder.frameworks,
        ' In the order of their columns. Placeholders to replace: about, links, versions. Add what people call each as aliases.',
      ),
    ],
    [
      'sources.yaml',
      render(
        folder.sources,
        ' Everything the drafts cite. Add the pages against which you check them, and cite those first.',
      ),
    ],
    [
      'tools.yaml',
      render(
        { tools: [] },
        ' Products named in the article that people will ask for by name; each points to the topic that answers.',
      ),
    ],
    ...folder.sections.map((section): [string, string] => [
      `sections/${section.section}.yaml`,
      render(section, hint(section, remarks)),
    ]),
  ]);
}

function hint(section: SectionYaml, remarks: readonly Remark[]): string {
  const places = new Set(section.topics.map((topic) => topic.draft));
  const about = remarks.filter((remark) => places.has(printPlace(remark.place)) && remark.kind === 'code');
  return [
    ' Every topic is a draft: check it, then remove its `draft` line.',
    ...about.map((remark) => ` ${printPlace(remark.place)}: ${remark.says}`),
  ].join('\n');
}

function render(value: unknown, comment: string): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = comment;
  visit(document, {
    Pair(_, pair) {
      const { key, value: node } = pair;
      if (isSeq(node) && isScalar(key) && INLINE.has(String(key.value))) node.flow = true;
      if (isMap(node) && isScalar(key) && key.value === 'snippets')
        for (const snippet of node.items) literal(snippet.value);
      if (isSeq(node) && isScalar(key) && SPACED.has(String(key.value)))
        for (const item of node.items.slice(1)) spaceBefore(item);
    },
  });
  return document.toString(LAYOUT);
}

const INLINE = new Set(['sources', 'asked', 'aliases']);
const SPACED = new Set(['topics', 'frameworks']);

/** Code keeps its lines; a folded snippet could not be edited. */
function literal(node: unknown): void {
  if (isScalar(node)) node.type = Scalar.BLOCK_LITERAL;
}

function spaceBefore(node: unknown): void {
  (node as Node).spaceBefore = true;
}
