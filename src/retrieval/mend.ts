import { type Word, wordOf } from '../question/words.ts';
import type { Lexicon } from './lexicon.ts';
import { PLACE } from './vocabulary.ts';

/** A word that was misspelt, and what it was taken for. */
export interface Mended {
  readonly typed: string;
  readonly meant: string;
}

/** The words of a question in their usual spelling: compounds split or joined, misspelt words mended, phrases made one. */
export function usualWords(
  words: readonly Word[],
  lexicon: Lexicon,
): { readonly words: readonly Word[]; readonly spellings: readonly Mended[] } {
  const spellings: Mended[] = [];
  const mended: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) continue;
    if (next && joinsWith(word, next, lexicon)) {
      mended.push(wordOf(word.text + next.text));
      at += 1;
    } else if (isKnown(word, lexicon)) mended.push(word);
    else mended.push(...mendWord(word, lexicon, spellings));
  }
  return { words: usualPhrases(mended, lexicon), spellings };
}

const isKnown = ({ stem, stop }: Word, { vocabulary }: Lexicon): boolean =>
  stop || (vocabulary.root(stem)?.places ?? 0) !== 0;

/** Can it be part of a compound, as "multi" and "gpu" are of "multigpu"? */
function isPart(text: string, { vocabulary }: Lexicon): boolean {
  const word = vocabulary.word(text);
  return word !== undefined && !word.stop && (word.places & PLACE.phrase) !== 0;
}

/** "tensor flow" is one word here, unless both halves mean something by themselves. */
const joinsWith = (word: Word, next: Word, lexicon: Lexicon): boolean =>
  !(isKnown(word, lexicon) && isKnown(next, lexicon)) && isPart(word.text + next.text, lexicon);

function mendWord(word: Word, lexicon: Lexicon, spellings: Mended[]): readonly Word[] {
  const parts = splitCompound(word.text, lexicon);
  if (parts) return parts.map(wordOf);
  const meant = lexicon.spelling.correct(word.text);
  if (meant === undefined) return [word];
  // A function word misspelt ("betwen") tells nothing; the asker need not hear of it.
  if (!wordOf(meant).stop) spellings.push({ typed: word.text, meant });
  return [wordOf(meant)];
}

/** Longer "words" are no compounds of two: a pasted key, or a script without spaces. */
const LONGEST_COMPOUND = 40;

/** "multigpu" is "multi" and "gpu", if both are words here. */
function splitCompound(word: string, lexicon: Lexicon): readonly [string, string] | undefined {
  if (word.length > LONGEST_COMPOUND) return undefined;
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (Math.max(first.length, second.length) > 3 && isPart(first, lexicon) && isPart(second, lexicon)) {
      return [first, second];
    }
  }
  return undefined;
}

/** Phrases are told in their usual words, but for those that would tear a name: "keras nlp" stays what it is called. */
function usualPhrases(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  const phrases = lexicon.phrases.find(words);
  if (phrases.length === 0) return words;
  const names = lexicon.names.find(words);
  const usual: Word[] = [];
  let from = 0;
  for (const { value, at, length } of phrases) {
    const tearsName = names.some(
      (name) =>
        at < name.at + name.length && name.at < at + length && (name.at < at || name.at + name.length > at + length),
    );
    if (tearsName) continue;
    usual.push(...words.slice(from, at), ...value);
    from = at + length;
  }
  return [...usual, ...words.slice(from)];
}
