import { freshnessOf } from './freshness.ts';
import type { Claim, Knowledge, Topic } from './model.ts';

/** One claim of the article, the topic that carries it, and its verdict today. */
export interface Audited {
  readonly claim: Claim;
  readonly topic: Topic;
}

/** Every claim of the article that the knowledge carries, in the order of the article's sections and of the claims' ids. */
export function auditClaims(knowledge: Knowledge): readonly Audited[] {
  return knowledge.sections.flatMap((section) =>
    section.topics
      .flatMap((topic) => topic.claims.map((claim) => ({ claim, topic })))
      .sort((a, b) => a.claim.id.localeCompare(b.claim.id, 'en', { numeric: true })),
  );
}

/** How much is known, and how fresh it is, counted over the cells of all topics. */
export interface Shares {
  readonly cells: number;
  readonly known: number;
  readonly unknown: number;
  /** Cells of topics whose sources disagree. */
  readonly disputed: number;
  readonly past: number;
  readonly longPast: number;
}

export function sharesOf(knowledge: Knowledge, today: string): Shares {
  const cells = [...knowledge.topics.values()].flatMap((topic) =>
    [...topic.cells.values()].map((cell) => ({ cell, topic })),
  );
  const count = (wanted: (each: (typeof cells)[number]) => boolean) => cells.filter(wanted).length;
  const freshness = (each: (typeof cells)[number]) => freshnessOf(each.cell.keeps, each.cell.sources, today);
  return {
    cells: cells.length,
    known: count(({ cell, topic }) => cell.support !== 'unknown' && topic.disputed.length === 0),
    unknown: count(({ cell }) => cell.support === 'unknown'),
    disputed: count(({ cell, topic }) => cell.support !== 'unknown' && topic.disputed.length > 0),
    past: count((each) => freshness(each) === 'past'),
    longPast: count((each) => freshness(each) === 'long past'),
  };
}
