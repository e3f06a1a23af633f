import { LIMITS } from './limits.ts';

const BETWEEN = /\s+(?:vs\.?|versus|or)\s+/i;
/** Words of a title that belong to no name. */
const PLAIN = new Set(
  'a an the and or of for in on with to from by is are do does should you we i use using choose choosing choice pick picking between which what why how when who your our my best better compare compared comparing comparison comparisons guide review reviewed explained performance benchmark benchmarks differences difference key top learn understanding'.split(
    ' ',
  ),
);
const MOST_WORDS = 3;

/** The things a title weighs against one another, as far as `spoken` knows them from the text; fewer than two when it weighs none. */
export function sidesOf(title: string, spoken: (name: string) => boolean): readonly string[] {
  for (const clause of title.slice(0, 300).split(/[:|(]|\s[-–—]\s/)) {
    const parts = clause.split(BETWEEN).map((part) => part.trim().replace(/[?!.,"']+$/, ''));
    if (parts.length < 2) continue;
    const names = parts.map((part, at) => nameIn(part, at === 0, spoken));
    const found = names.flatMap((name) => (name === undefined ? [] : [name]));
    const distinct = new Set(found.map((name) => name.toLowerCase()));
    if (found.length === parts.length && distinct.size === found.length) return found;
  }
  return [];
}

/** The longest run of words at the end of the first part, at the start of the others, that the text speaks of. */
function nameIn(part: string, atEnd: boolean, spoken: (name: string) => boolean): string | undefined {
  const words = part.split(/\s+/).filter((word) => word !== '');
  const ordered = atEnd ? words.reverse() : words;
  const stop = ordered.findIndex(
    (word) => PLAIN.has(word.toLowerCase().replace(/[^a-z]/g, '')) && !/^[^a-z]*$/.test(word),
  );
  const run = (stop < 0 ? ordered : ordered.slice(0, stop)).slice(0, MOST_WORDS);
  for (let length = run.length; length > 0; length -= 1) {
    const taken = run.slice(0, length);
    const name = (atEnd ? taken.reverse() : taken).join(' ').replace(/[?!.,"']+$/, '');
    if (name.length <= LIMITS.name && /[\p{L}\p{N}]/u.test(name) && spoken(name)) return name;
  }
  return undefined;
}
