import type { Knowledge } from '../knowledge/model.ts';
import { printPlace, type Remark } from './article.ts';

const HEADS: readonly (readonly [string, readonly Remark['kind'][]])[] = [
  ['Missing in the source (nothing was guessed):', ['image', 'table', 'promise', 'gap', 'heading']],
  ['To decide by hand:', ['columns', 'code', 'names', 'shortened']],
  ['Left out:', ['furniture', 'link']],
];

/** What the command prints once the folder is written and checked. */
export function printReport(out: string, knowledge: Knowledge, remarks: readonly Remark[]): string {
  const topics = [...knowledge.topics.values()];
  const drafts = topics.filter((topic) => topic.draft !== undefined).length;
  const names = knowledge.frameworks.map((framework) => framework.name).join(', ');
  const count = `${plural(knowledge.sections.length, 'section')}, ${plural(topics.length, 'topic')} (${drafts === topics.length ? 'all' : drafts} drafts)`;
  return [
    `${out}: ${count}, comparing ${names}. The check finds no faults.`,
    ...knowledge.sections.map((section) => `  ${section.title} (${plural(section.topics.length, 'topic')})`),
    ...HEADS.flatMap(([head, kinds]) => {
      const lines = remarks.filter((remark) => kinds.includes(remark.kind));
      return lines.length === 0
        ? []
        : ['', head, ...lines.map((remark) => `  ${printPlace(remark.place)}: ${remark.says}`)];
    }),
    '',
    'What to do next:',
    `  1. Replace the placeholders in ${out}/frameworks.yaml: about, links, versions.`,
    `  2. Check each topic in ${out}/sections against current pages; add those to sources.yaml and cite them.`,
    '  3. Set `support`, and remove the `draft` line of a topic once you have checked it.',
    `  4. Run: fwcompare check ${out}`,
  ].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
