import type { Explanation } from '../answer/answer.ts';
import type { Retrieval } from '../retrieval/retriever.ts';
import type { FollowUp } from './follow-ups.ts';
import { HEARD_FROM } from './hearing.ts';
import type { Sound } from './intent.ts';
import { RULES, type RuleName } from './rules.ts';
import { THRESHOLD } from './threshold.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const list = (items: readonly string[]): string => items.map((item) => `"${item}"`).join(', ');

/** What is known of how a message was taken. */
interface Told {
  readonly retrieval?: Retrieval;
  readonly followUp?: FollowUp;
  readonly sound?: Sound;
  /** Of a message that was overheard: how likely it is for the bot. */
  readonly forUs?: number;
}

/** Why the bot did what it did, in lines for people. Nothing of the message but its matched words is kept. */
export function explain(rule: RuleName, { retrieval, followUp, sound, forUs }: Told): Explanation {
  const lines = [`Rule "${rule}": ${RULES[rule]}`];
  if (followUp) lines.push(`Follow-up: ${followUp.name} (${followUp.says}).`);
  if (sound)
    lines.push(
      `In a thread its words sound like "${sound.intent}" to ${percent(sound.chance)}, like talk between people to ${percent(sound.people)}.`,
    );
  if (forUs !== undefined)
    lines.push(`Unasked, it is for the bot to ${percent(forUs)}; it is heard from ${percent(HEARD_FROM)} on.`);
  if (retrieval) lines.push(...matchLines(retrieval));
  return { rule: { name: rule, says: RULES[rule] }, lines };
}

function matchLines({ understood, ranked, evidence, sureness }: Retrieval): readonly string[] {
  const [best, ...rest] = ranked;
  const lines: string[] = [];
  for (const { typed, meant } of understood.spellings) lines.push(`Spelling: "${typed}" was read as "${meant}".`);
  if (understood.tools.length > 0) lines.push(`Names: ${understood.tools.map((tool) => tool.name).join(', ')}.`);
  if (!best) return [...lines, 'No topic shares a word with it.'];
  const met = best.matches.filter((match) => match.cover > 0).map((match) => match.said);
  const missed = best.matches.filter((match) => match.cover === 0).map((match) => match.said);
  lines.push(`Best: ${best.entry.phrases[0]} (score ${best.score.toFixed(1)}).`);
  if (met.length > 0) lines.push(`Words matched: ${list(met)}, ${percent(best.coverage)} of what the question says.`);
  if (missed.length > 0) lines.push(`Words not found there: ${list(missed)}.`);
  const rival = rest.find((candidate) => candidate.entry.section !== best.entry.section);
  if (rival)
    lines.push(
      `Next of another section: ${rival.entry.phrases[0]} (score ${rival.score.toFixed(1)}); margin ${percent(evidence.margin)}.`,
    );
  lines.push(
    `By all its words it sounds like that section to ${percent(evidence.section)}, like something answered elsewhere to ${percent(evidence.abroad)}.`,
  );
  if (evidence.troubled > 0)
    lines.push('It sounds like a fault to mend or a task to do step by step, which lowers sureness.');
  lines.push(`Sureness ${percent(sureness)}; it answers from ${percent(THRESHOLD)} on.`);
  return lines;
}
