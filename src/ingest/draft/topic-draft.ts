import type { Support } from '../../knowledge/model.ts';
import type { Place } from '../article.ts';
import { sentences } from '../sentences.ts';
import type { NamedIn } from './named-in.ts';

export interface Said {
  readonly support: Support;
  readonly text: string;
}

export interface CodeDraft {
  readonly language: string;
  /** By framework id. */
  readonly snippets: ReadonlyMap<string, string>;
}

/** A topic before it is fitted to the schema's limits: texts of any length, no ids. */
export interface TopicDraft {
  readonly title: string;
  readonly place: Place;
  readonly overview?: boolean;
  readonly verdict: string;
  /** The verdict is put together from what the cells and notes say anyway. */
  readonly composed?: boolean;
  /** By framework id. */
  readonly said: ReadonlyMap<string, Said>;
  readonly notes: readonly string[];
  readonly code?: CodeDraft;
}

/** Running text, sorted: what is said of one framework alone, and the rest. */
export interface Sorted {
  readonly verdict: string;
  readonly said: ReadonlyMap<string, Said>;
  readonly notes: readonly string[];
}

/** A sentence that goes on about what the one before it named. */
const GOES_ON = /^(?:It|Its|They|Their|This|These|That|Those)\b/;

/**
 * Sorts sentences into cells and notes. The first is the verdict; it is said again in a framework's cell, or in a note,
 * only where nothing else would stand there.
 */
export function sortText(paragraphs: readonly string[], named: NamedIn): Sorted {
  const byId = new Map<string, string[]>();
  const notes: string[] = [];
  let verdict = '';
  let verdictOf: string | undefined;
  for (const paragraph of paragraphs) {
    const note: string[] = [];
    let before: string | undefined;
    for (const raw of sentences(paragraph)) {
      const sentence = raw.endsWith(':') ? `${raw.slice(0, -1)}.` : raw;
      const ids = named(sentence);
      const id = ids.length === 1 ? ids[0] : ids.length === 0 && GOES_ON.test(sentence) ? before : undefined;
      before = id;
      if (verdict === '') {
        verdict = sentence;
        verdictOf = id;
      } else if (id === undefined) note.push(sentence);
      else listOf(byId, id).push(sentence);
    }
    if (note.length > 0) notes.push(note.join(' '));
  }
  if (verdictOf !== undefined && !byId.has(verdictOf)) byId.set(verdictOf, [verdict]);
  if (verdict !== '' && byId.size === 0 && notes.length === 0) notes.push(verdict);
  return { verdict, notes, said: saidOf(byId) };
}

function listOf(byId: Map<string, string[]>, id: string): string[] {
  const list = byId.get(id) ?? [];
  byId.set(id, list);
  return list;
}

function saidOf(byId: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Said> {
  return new Map([...byId].map(([id, texts]) => [id, { support: 'unknown', text: texts.join(' ') }]));
}
