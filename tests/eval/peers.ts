import { create, insertMultiple, search } from '@orama/orama';
import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { Entry } from '../../src/retrieval/entries.ts';

/** An entry that a system found, and how sure it is of it, from 0 to 1. */
export interface Hit {
  readonly entry: Entry;
  readonly sureness: number;
}

/** The best few for a question in plain text, best first. */
export type Search = (plain: string) => readonly Hit[];

/** What others would take instead: a search library as its documentation sets it up, on the very same entries. */
export interface Peer {
  readonly name: string;
  /** How it is set up and how its score becomes a sureness; any monotone map draws the same curve. */
  readonly how: string;
  readonly build: (entries: readonly Entry[]) => Promise<Search>;
}

/** Every text of an entry; one that is left out does not compile, for peers are to search the same texts as we do. */
const FIELDS = Object.keys({
  phrases: true,
  names: true,
  questions: true,
  sectionWords: true,
  verdict: true,
  claims: true,
  body: true,
} satisfies Record<TextField, true>) as readonly TextField[];
type TextField = Exclude<keyof Entry, 'kind' | 'id'>;
/** More than three, for what is answered elsewhere may stand among them. */
const BEST = 8;

/** A score without an upper bound, brought between 0 and 1: `half` becomes ½. */
const bounded = (score: number, half: number): number => score / (score + half);

function fuse(name: string, how: string, options: IFuseOptions<Entry>): Peer {
  return {
    name,
    how: `${how}; sureness = 1 − score`,
    build: async (entries) => {
      const index = new Fuse(entries, { keys: [...FIELDS], includeScore: true, ...options });
      return (plain) =>
        index.search(plain, { limit: BEST }).map(({ item, score = 1 }) => ({ entry: item, sureness: 1 - score }));
    },
  };
}

/** Snowball's English stop words (https://snowballstem.org/algorithms/english/stop.txt), apostrophes split as MiniSearch does. */
const STOP_WORDS = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
  itself they them their theirs themselves what which who whom this that these those am is are was were be been being
  have has had having do does did doing would should could ought m re s ve d ll isn aren wasn weren hasn haven hadn
  doesn don didn won wouldn shan shouldn can couldn mustn t let cannot here there when where why how a an the and but if
  or because as until while of at by for with about against between into through during before after above below to
  from up down in out on off over under again further then once all any both each few more most other some such no nor
  not only own same so than too very`.split(/\s+/),
);

type Numbered = Entry & { readonly number: number };

function miniSearch(name: string, how: string, searchOptions: SearchOptions): Peer {
  const options: Options<Numbered> = {
    idField: 'number',
    fields: [...FIELDS],
    extractField: (entry, field) => {
      const value: unknown = entry[field as keyof Numbered];
      return Array.isArray(value) ? value.join(' ') : String(value);
    },
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
  };
  return {
    name,
    how: `${how}; sureness = score / (score + 30)`,
    build: async (entries) => {
      const index = new MiniSearch<Numbered>(options);
      index.addAll(entries.map((entry, number) => ({ ...entry, number })));
      return (plain) =>
        index
          .search(plain, searchOptions)
          .slice(0, BEST)
          .flatMap(({ id, score }) => hit(entries[Number(id)], bounded(score, 30)));
    },
  };
}

const orama: Peer = {
  name: 'Orama',
  how: 'defaults; sureness = score / (score + 5)',
  build: async (entries) => {
    const index = create({
      schema: {
        phrases: 'string[]',
        names: 'string[]',
        questions: 'string[]',
        sectionWords: 'string[]',
        verdict: 'string',
        claims: 'string',
        body: 'string',
      },
    });
    const documents = entries.map(({ phrases, names, questions, sectionWords, verdict, claims, body }, number) => ({
      id: String(number),
      ...{
        phrases: [...phrases],
        names: [...names],
        questions: [...questions],
        sectionWords: [...sectionWords],
        verdict,
        claims,
        body,
      },
    }));
    await insertMultiple(index, documents);
    return (plain) => {
      const found = search(index, { term: plain, limit: BEST });
      if (found instanceof Promise) throw new TypeError('Orama answers at once unless it has asynchronous hooks');
      return found.hits.flatMap(({ id, score }) => hit(entries[Number(id)], bounded(score, 5)));
    };
  },
};

const hit = (entry: Entry | undefined, sureness: number): Hit[] => (entry ? [{ entry, sureness }] : []);

export const FUSE_DEFAULT = 'Fuse.js default';
export const MINI_SEARCH = 'MiniSearch';

export const PEERS: readonly Peer[] = [
  fuse(FUSE_DEFAULT, 'defaults', {}),
  fuse('Fuse.js useTokenSearch', 'useTokenSearch: true', { useTokenSearch: true }),
  miniSearch(MINI_SEARCH, 'defaults and Snowball’s stop words', {}),
  miniSearch('MiniSearch boosted', 'the same with prefix, fuzzy 0.2 and phrases boosted by 3', {
    prefix: true,
    fuzzy: 0.2,
    boost: { phrases: 3 },
  }),
  orama,
];
