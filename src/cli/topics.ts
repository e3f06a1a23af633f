import { Command } from 'commander';
import { keptKnowledge } from '../kept/kept-bot.ts';
import { programShelf } from '../kept/program-shelf.ts';
import { type Audited, auditClaims } from '../knowledge/audit.ts';
import type { Knowledge } from '../knowledge/model.ts';

/** `fwcompare topics`: what it can answer, by section; `--audit`: every claim of the article and what became of it. */
export function topicsCommand(knowledgeDir: string): Command {
  return new Command('topics')
    .description('list what it can answer, by section')
    .option('--audit', 'list each claim of the article, the topic that carries it, its verdict today, and its sources')
    .option('--knowledge <dir>', 'the knowledge folder', knowledgeDir)
    .addHelpText('after', '\nExample:\n  npx fwcompare topics --audit')
    .action(async (options: { readonly audit?: true; readonly knowledge: string }) => {
      const knowledge = await keptKnowledge(options.knowledge, programShelf());
      for (const line of options.audit ? auditLines(knowledge) : topicLines(knowledge)) console.log(line);
    });
}

function topicLines(knowledge: Knowledge): readonly string[] {
  return knowledge.sections.flatMap((section) => [
    `${section.title} (${section.slug}): ${section.about}`,
    ...section.topics.map((topic) => `  ${topic.id}  ${topic.title}`),
  ]);
}

function auditLines(knowledge: Knowledge): readonly string[] {
  const audited = auditClaims(knowledge);
  const verdicts = [...new Set(audited.map(({ claim }) => claim.verdict))].sort();
  return [
    ...audited.flatMap(claimLines),
    `${audited.length} claims: ${verdicts.map((verdict) => `${verdict} ${audited.filter(({ claim }) => claim.verdict === verdict).length}`).join(', ')}.`,
  ];
}

function claimLines({ claim, topic }: Audited): readonly string[] {
  return [
    `${claim.id}  ${claim.verdict.toUpperCase()}  in ${topic.section.slug}/${topic.id}`,
    `  said: ${claim.said}`,
    ...(claim.now ? [`  now${claim.since ? ` (${claim.since})` : ''}: ${claim.now}`] : []),
    ...claim.sources.map((source) => `  source: ${source.title}, ${source.url ?? source.file} (read ${source.read})`),
  ];
}
