import type { Lexicon } from './lexicon.ts';
import type { SeenWord, Vocabulary } from './vocabulary.ts';

/** A word that was misspelt, and what it was taken for. */
export interface Mended {
  readonly typed: string;
  readonly meant: string;
}

/** So many words that nobody knows are in no question, but in a paste or another language: the others stay as they are. */
const MOST_TRIED = 100;

/** The words of a question in their usual spelling: compounds split or joined, misspelt words mended, phrases made one. */
export function usualWords(
  texts: readonly string[],
  lexicon: Lexicon,
): { readonly words: readonly SeenWord[]; readonly spellings: readonly Mended[] } {
  const { vocabulary } = lexicon;
  const words = texts.map((text) => vocabulary.see(text));
  const spellings: Mended[] = [];
  const mended: SeenWord[] = [];
  let tried = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) continue;
    if (next && joinsWith(word, next, vocabulary)) {
      mended.push(vocabulary.see(word.text + next.text));
      at += 1;
    } else if (isKnown(word) || tried === MOST_TRIED) mended.push(word);
    else {
      mended.push(...mendWord(word, lexicon, spellings));
      tried += 1;
    }
  }
  return { words: usualPhrases(mended, lexicon), spellings };
}

const isKnown = ({ stop, root }: SeenWord): boolean => stop || (root?.places ?? 0) !== 0;

/** "tensor flow" is one word here, unless both halves mean something by themselves. */
const joinsWith = (word: SeenWord, next: SeenWord, vocabulary: Vocabulary): boolean =>
  !(isKnown(word) && isKnown(next)) && vocabulary.isPart(word.text + next.text);

function mendWord(word: SeenWord, { vocabulary, spelling }: Lexicon, spellings: Mended[]): readonly SeenWord[] {
  const parts = splitCompound(word.text, vocabulary);
  if (parts) return parts;
  const text = spelling.correct(word.text);
  if (text === undefined) return [word];
  const meant = vocabulary.see(text);
  // A function word misspelt ("betwen") tells nothing; the asker need not hear of it.
  if (!meant.stop) spellings.push({ typed: word.text, meant: text });
  return [meant];
}

/** Longer "words" are no compounds of two: a pasted key, or a script without spaces. */
const LONGEST_COMPOUND = 40;

/** "multigpu" is "multi" and "gpu", if both are words here. */
function splitCompound(text: string, vocabulary: Vocabulary): readonly [SeenWord, SeenWord] | undefined {
  if (text.length > LONGEST_COMPOUND) return undefined;
  for (let at = 2; at <= text.length - 2; at += 1) {
    const [first, second] = [text.slice(0, at), text.slice(at)];
    if (Math.max(first.length, second.length) > 3 && vocabulary.isPart(first) && vocabulary.isPart(second))
      return [vocabulary.see(first), vocabulary.see(second)];
  }
  return undefined;
}

/** Phrases are told in their usual words, but for those that would tear a name: "keras nlp" stays what it is called. */
function usualPhrases(words: readonly SeenWord[], lexicon: Lexicon): readonly SeenWord[] {
  const phrases = lexicon.phrases.find(words);
  if (phrases.length === 0) return words;
  const names = lexicon.names.find(words);
  const usual: SeenWord[] = [];
  let from = 0;
  for (const { value, at, length } of phrases) {
    const tearsName = names.some(
      (name) =>
        at < name.at + name.length && name.at < at + length && (name.at < at || name.at + name.length > at + length),
    );
    if (tearsName) continue;
    usual.push(...words.slice(from, at), ...value.map(({ text }) => lexicon.vocabulary.see(text)));
    from = at + length;
  }
  return [...usual, ...words.slice(from)];
}
