import { stemmer } from 'stemmer';

/** One word of a question: as typed, in lower case, and its stem, which is what is looked up. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  /** Carries only grammar or courtesy. */
  readonly stop: boolean;
}

const WORD = /c\+\+|c#|\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;

/** Splits plain text into words: at hyphens, dots between letters and underscores too, but not within a version (2.10). */
export const toWords = (text: string): readonly Word[] => wordsIn(text).map(wordOf);

export const wordOf = (text: string): Word => ({ text, stem: stem(text), stop: isStopWord(text) });

/** The same words in lower case, without their stems. */
export function wordsIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  const open = lower.includes("'") ? lower.replace(/n't\b/g, ' not').replace(/'(?:s|re|ve|ll|d|m)\b/g, ' ') : lower;
  return open.match(WORD) ?? [];
}

/** Porter's stem (https://tartarus.org/martin/PorterStemmer/); short words and those with digits stay as they are. */
export function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return /^[a-z]{3}s$/.test(word) ? word.slice(0, 3) : word;
  const stemmed = stemmer(word);
  // Porter makes "deploi" of "deploy" but "deploy" of "deployment": a final y stays.
  return stemmed.endsWith('i') && !word.endsWith('i') ? `${stemmed.slice(0, -1)}y` : stemmed;
}

/** Function words, question words and politeness: they carry grammar, not a topic. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about actually again all already also am an and any anybody anyone anything anyway are as ask at away be because
  been before being both but by bye can cannot certainly cheers come comes could dear definitely did do does doing done
  either else etc even ever every everybody everyone exactly few folks for from get gets getting give given go goes
  going gonna got guys had has have having he hello her here hey hi him his hmm how however i if in instead into is it
  its itself just kind kinda kindly know let like likely lot lots make makes many may maybe me mean might more most much
  must my myself near need needs neither no nobody nor not now of off ok okay on once one ones only onto or other others
  our ours ourselves out over own per perhaps please pls plz pretty probably quite rather really regarding right same
  say says see seem seems shall she should show since so some somebody someone something sort still such sure take tell
  than thank thanks that the their theirs them then there these they thing things think this those though through thus
  to today together too toward towards under until up upon us use used uses using usually very via wanna want wants was
  way we well were what whatever when where whereas whether which while who whole whom whose why will wish with within
  without wonder wondering would yeah yes yet you your yours yourself am is are ain't im ive id dont doesnt isnt cant
  wont youre whats hows wheres whos thats theres lets question questions answer wise bit vs versus compare compared
  comparing comparison compares between difference differences different differ diff better best worse worst good nowadays nowdays btw teh gimme
    wich anymore gonna lemme whats hows idk afaik imo imho tbh yall u r ur thx ty n w wo bit ago currently sth everything`
    .split(/\s+/)
    .flatMap((word) => [word, stem(word)]),
);

function isStopWord(text: string): boolean {
  return STOP_WORDS.has(text) || (text.length <= 2 && /^\p{L}$/u.test(text) && text !== 'c' && text !== 'r');
}
