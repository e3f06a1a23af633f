import { type Word, wordOf } from '../question/words.ts';
import { keptWordOf, keptWordsIn } from './kept-words.ts';
import type { Named } from './names.ts';
import type { Phrasebook } from './phrasebook.ts';
import { longestAt, type Runs } from './sequences.ts';
import { Tape } from './tape.ts';

/** A token's number in an index. */
export type TokenNumber = number;

/**
 * Where a word stands: in a phrase of a topic or a name, in a topic's prose, in a question that people put about it, in what is
 * answered elsewhere. A set of them is their sum.
 */
export const PLACE = { phrase: 1, prose: 2, question: 4, elsewhere: 8 } as const;
export type Place = (typeof PLACE)[keyof typeof PLACE];

/** The names, phrases and concepts that begin with a word. */
interface Openings {
  readonly names: Runs<Named> | undefined;
  readonly phrases: Runs<readonly Word[]> | undefined;
  readonly concepts: Runs<string> | undefined;
}

/** A stem as it was met in the entries, names and word lists: all its words are found by one token. */
interface Root {
  readonly stem: string;
  /** Undefined while it was met only in frameworks' names, in function words and in word lists. */
  token: TokenNumber | undefined;
  /** Sum of the `PLACE`s where one of its words stands that is no function word. */
  places: number;
  /** Undefined for most: a text of words that open nothing holds no name, phrase or concept. */
  readonly opens: Openings | undefined;
}

/** A word as it was met there, and what can be told of it: a question's word is looked up once. */
interface MetWord extends Word {
  readonly root: Root;
  /**
   * Of a function word, its token. Of another that differs from its stem, the one of the very word, for "production" and
   * "productivity" share the stem "product".
   */
  own: TokenNumber | undefined;
  /** Sum of the `PLACE`s where it stands. */
  places: number;
}

/** A word of a question: as it was met in the entries, or a stranger to them whose stem they may know. */
export interface SeenWord extends Word {
  readonly root: Root | undefined;
  readonly own: TokenNumber | undefined;
}

/** Stands for no token in a column. */
const NONE = -1;

/** A vocabulary as few long values, which are cloned in a fraction of the time that thousands of small objects take. */
export interface VocabularyColumns {
  /** A line each; the arrays beside them are by word, or by stem. */
  readonly texts: string;
  readonly stop: Uint8Array;
  readonly places: Uint8Array;
  readonly own: Int32Array;
  readonly rootOf: Uint32Array;
  readonly stems: string;
  readonly rootTokens: Int32Array;
  readonly rootPlaces: Uint8Array;
  readonly named: ReadonlyMap<string, TokenNumber>;
  readonly numbered: number;
}

/** The words met while entries are read, and the numbers of their tokens: each is stemmed once, however often it stands there. */
export class Vocabulary {
  private readonly met = new Map<string, MetWord>();
  private readonly roots = new Map<string, Root>();
  /** Of what is found by another token than a word's: frameworks and concepts. */
  private readonly named = new Map<string, TokenNumber>();
  private numbered = 0;

  constructor(readonly book: Phrasebook) {}

  /** All that questions need of it. */
  columns(): VocabularyColumns {
    const roots = [...this.roots.values()];
    const at = new Map(roots.map((root, index) => [root, index]));
    const words = [...this.met.values()];
    return {
      texts: words.map(({ text }) => text).join('\n'),
      stop: Uint8Array.from(words, ({ stop }) => Number(stop)),
      places: Uint8Array.from(words, ({ places }) => places),
      own: Int32Array.from(words, ({ own = NONE }) => own),
      rootOf: Uint32Array.from(words, ({ root }) => at.get(root) ?? 0),
      stems: roots.map(({ stem }) => stem).join('\n'),
      rootTokens: Int32Array.from(roots, ({ token = NONE }) => token),
      rootPlaces: Uint8Array.from(roots, ({ places }) => places),
      named: this.named,
      numbered: this.numbered,
    };
  }

  /** The same for questions; no more texts can be read with it. */
  static of(book: Phrasebook, columns: VocabularyColumns): Vocabulary {
    const vocabulary = new Vocabulary(book);
    const tokenAt = (tokens: Int32Array, index: number) => {
      const token = tokens[index] ?? NONE;
      return token === NONE ? undefined : token;
    };
    const roots = columns.stems.split('\n').map(
      (stem, index): Root => ({
        stem,
        token: tokenAt(columns.rootTokens, index),
        places: columns.rootPlaces[index] ?? 0,
        opens: undefined,
      }),
    );
    for (const root of roots) vocabulary.roots.set(root.stem, root);
    for (const [index, text] of columns.texts.split('\n').entries()) {
      const root = roots[columns.rootOf[index] ?? 0];
      if (!root) continue;
      vocabulary.met.set(text, {
        text,
        stem: root.stem,
        stop: columns.stop[index] === 1,
        root,
        own: tokenAt(columns.own, index),
        places: columns.places[index] ?? 0,
      });
    }
    for (const [name, token] of columns.named) vocabulary.named.set(name, token);
    vocabulary.numbered = columns.numbered;
    return vocabulary;
  }

  /** How many tokens there are. */
  get size(): number {
    return this.numbered;
  }

  /** All words, in the order of meeting. */
  words(): Iterable<MetWord> {
    return this.met.values();
  }

  /** Can it be part of a compound, as "multi" and "gpu" are of "multigpu"? */
  isPart(text: string): boolean {
    const word = this.met.get(text);
    return word !== undefined && !word.stop && (word.places & PLACE.phrase) !== 0;
  }

  /** A question's word, with what is known of it; nothing is learnt from it. */
  see(text: string): SeenWord {
    const met = this.met.get(text);
    if (met) return met;
    const { stem, stop } = wordOf(text);
    return { text, stem, stop, root: this.roots.get(stem), own: undefined };
  }

  /** The token of a framework or a concept, if it was met. */
  nameToken(name: string): TokenNumber | undefined {
    return this.named.get(name);
  }

  /** The words of a text that stands in this place. */
  read(text: string, place: Place): readonly MetWord[] {
    const words: MetWord[] = [];
    for (const each of keptWordsIn(text)) {
      const word = this.met.get(each) ?? this.meet(each);
      word.places |= place;
      if (!word.stop) word.root.places |= place;
      words.push(word);
    }
    return words;
  }

  /** Puts down what a text is found by, over what stood there before, since an index reads thousands. */
  tokensOf(words: readonly MetWord[], tokens: TextTokens): TextTokens {
    tokens.plain.clear();
    tokens.exact.clear();
    tokens.concepts.clear();
    tokens.grammar.clear();
    // Where the last run of each kind ends: none overlaps another. The words of a framework's name count as its name only.
    let [nameEnd, phraseEnd, conceptEnd, frameworkEnd] = [0, 0, 0, 0];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (!word) continue;
      const { opens } = word.root;
      const name = opens?.names && at >= nameEnd ? longestAt(opens.names, words, at) : undefined;
      if (name) nameEnd = at + name.length;
      if (name?.value.kind === 'framework') {
        frameworkEnd = nameEnd;
        tokens.plain.push(this.tokenOfName(name.value.token));
      }
      const phrase = opens?.phrases && at >= phraseEnd ? longestAt(opens.phrases, words, at) : undefined;
      if (phrase) {
        phraseEnd = at + phrase.length;
        for (const { stem } of phrase.value) tokens.plain.push(this.tokenOfRoot(this.rootOf(stem)));
      }
      const concept = opens?.concepts && at >= conceptEnd ? longestAt(opens.concepts, words, at) : undefined;
      if (concept) {
        conceptEnd = at + concept.length;
        tokens.concepts.push(this.tokenOfName(concept.value));
      }
      if (at < frameworkEnd) continue;
      if (word.stop) {
        tokens.grammar.push(this.ownTokenOf(word));
        continue;
      }
      tokens.plain.push(this.tokenOfRoot(word.root));
      if (word.text !== word.stem) tokens.exact.push(this.ownTokenOf(word));
    }
    return tokens;
  }

  private meet(text: string): MetWord {
    const { stem, stop } = keptWordOf(text);
    const word: MetWord = { text, stem, stop, root: this.rootOf(stem), own: undefined, places: 0 };
    this.met.set(text, word);
    return word;
  }

  private rootOf(stem: string): Root {
    const known = this.roots.get(stem);
    if (known) return known;
    const root: Root = { stem, token: undefined, places: 0, opens: this.openingsOf(stem) };
    this.roots.set(stem, root);
    return root;
  }

  private openingsOf(stem: string): Openings | undefined {
    const names = this.book.names.beginningWith(stem);
    const phrases = this.book.phrases.beginningWith(stem);
    const concepts = this.book.concepts.beginningWith(stem);
    return names || phrases || concepts ? { names, phrases, concepts } : undefined;
  }

  private tokenOfRoot(root: Root): TokenNumber {
    root.token ??= this.numbered++;
    return root.token;
  }

  private ownTokenOf(word: MetWord): TokenNumber {
    word.own ??= this.numbered++;
    return word.own;
  }

  private tokenOfName(name: string): TokenNumber {
    const known = this.named.get(name);
    if (known !== undefined) return known;
    this.named.set(name, this.numbered);
    return this.numbered++;
  }
}

/** What a text is found by, as numbers. */
export class TextTokens {
  /** Stems of its words without function words, the usual spelling of its phrases, and a token for each framework named. */
  readonly plain = new Tape();
  readonly exact = new Tape();
  readonly concepts = new Tape();
  /** Its function words: no topic is found by them, but "when did" and "should I" tell what kind of question it is. */
  readonly grammar = new Tape();
}
