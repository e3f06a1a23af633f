import { LIMITS } from './limits.ts';

const COMMON = new Set(
  `a about above after again all also always an and another any are around as at back be because been before being below best better between both but by can come comes could did do does done down each either else even every example few first for from further get gets give gives good great had has have having here hers his how however if in into is it its just keep kind know large last later least less let like likely look looks made make makes making many may mean means might more most much must need needs never new next no none nor not nothing now of off often old on once one only or other others our out over own part particular people per place point put quite rather really right said same say says see seem seems several shall should show shows similar simple since small so some something sometimes still such sure take takes than that the their them then there these they thing things this those though through thus time to together too two under until up upon us use used useful user users uses using usually various very via want was way ways we well were what when where which while who whole whom whose why will with within without would year years yes yet you your comparison compare versus different difference offer offers support supports framework frameworks`.split(
    /\s+/,
  ),
);

/** The words of a text that could be asked for, lower-case, without common ones. */
export function tellingWords(text: string): readonly string[] {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{N}+#-]*/gu) ?? [];
  return words
    .map((word) => word.replace(/-+$/, ''))
    .filter((word) => word.length >= 3 && word.length <= LIMITS.sectionAsked && !COMMON.has(word));
}

/**
 * What people would say for a topic: its title, the telling words of the title, and those words of its text that are
 * frequent here and rare elsewhere. Framework names are left out, for they tell no topic from another.
 */
export function askedFor(
  title: string,
  text: string,
  rarity: (word: string) => number,
  names: ReadonlySet<string>,
): readonly string[] {
  const titleWords = tellingWords(title).filter((word) => !names.has(word));
  const counts = new Map<string, number>();
  for (const word of tellingWords(text)) if (!names.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const salient = [...counts]
    .map(([word, count]) => ({ word, weight: count * rarity(word) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, 4)
    .map(({ word }) => word);
  const whole = title
    .toLowerCase()
    .replace(/[?!.:]+$/, '')
    .trim()
    .slice(0, LIMITS.asked)
    .trim();
  return [...new Set([whole || title, ...titleWords, ...salient])].slice(0, 8);
}

/** How rare a word is among texts: more where fewer of them have it. */
export function rarityAmong(texts: readonly string[]): (word: string) => number {
  const having = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(tellingWords(text))) having.set(word, (having.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (having.get(word) ?? 1));
}
