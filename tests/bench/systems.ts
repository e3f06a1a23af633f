import type { Knowledge } from '../../src/knowledge/model.ts';
import { toPlainText } from '../../src/question/plain-text.ts';
import { toQuestion } from '../../src/question/question.ts';
import type { Entry } from '../../src/retrieval/entries.ts';
import { buildRetriever } from '../../src/retrieval/retriever.ts';
import { PEERS } from '../eval/peers.ts';
import { bytesInUse, quantile, time, timeAsync } from './measure.ts';

export const OURS = 'fwcompare';

export interface System {
  readonly name: string;
  readonly build: (entries: readonly Entry[]) => Promise<(typed: string) => unknown>;
}

/** Ours reads the message as typed, spelling and all; peers search the plain text, and taking the markup off is timed too. */
export const systemsOn = (knowledge: Knowledge): readonly System[] => [
  {
    name: OURS,
    build: async (entries) => {
      const retriever = buildRetriever(knowledge, entries);
      return (typed) => retriever.retrieve(toQuestion(typed));
    },
  },
  ...PEERS.map(
    ({ name, build }): System => ({
      name,
      build: async (entries) => {
        const search = await build(entries);
        return (typed) => search(toPlainText(typed).text);
      },
    }),
  ),
];

export interface Built {
  readonly name: string;
  readonly ask: (typed: string) => unknown;
  /** The median of all times it was built. */
  readonly buildMs: number;
  readonly bytes: number;
}

/** Built more than once. */
export interface BuiltOften extends Built {
  /** The first time, when nothing of it is compiled yet. */
  readonly firstBuildMs: number;
}

/**
 * Builds a system, and then more times, for the first are not yet compiled. Memory is the first one's: later on the one
 * before may not have been collected yet, and would be taken for nothing gained.
 */
export async function build(
  { name, build: make }: System,
  entries: readonly Entry[],
  times: number,
): Promise<BuiltOften> {
  const before = bytesInUse();
  const { value: ask, ms } = await timeAsync(() => make(entries));
  const bytes = bytesInUse() - before;
  const took = [ms];
  while (took.length < times) took.push((await timeAsync(() => make(entries))).ms);
  return { name, ask, buildMs: quantile(took, 0.5), firstBuildMs: ms, bytes };
}

export interface Limits {
  /** Milliseconds for which each system is asked before the clock counts, so that all are compiled. */
  readonly warmUp: number;
  readonly rounds: number;
  /** Milliseconds after which a system is asked no more: what is measured by then counts. */
  readonly budget: number;
}

/**
 * Puts each question to all systems in turn before the next one, another system first each time, so that what else the
 * machine does hits all alike. Gives the times of each system in milliseconds.
 */
export function interleave(
  systems: readonly Built[],
  questions: readonly string[],
  { warmUp, rounds, budget }: Limits,
  show: (done: number, of: number) => void,
): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>(systems.map(({ name }) => [name, []]));
  const spent = new Map<string, number>();
  const isSpent = (name: string) => (spent.get(name) ?? 0) > budget;
  const ask = ({ name, ask: put }: Built, question: string): number => {
    const { ms } = time(() => put(question));
    spent.set(name, (spent.get(name) ?? 0) + ms);
    return ms;
  };
  for (const system of systems) {
    for (const question of questions) {
      ask(system, question);
      if ((spent.get(system.name) ?? 0) > warmUp) break;
    }
  }
  spent.clear();
  const of = rounds * questions.length;
  for (let done = 0; done < of; done += 1) {
    const question = questions[done % questions.length] ?? '';
    for (let turn = 0; turn < systems.length; turn += 1) {
      const system = systems[(done + turn) % systems.length];
      if (system && !isSpent(system.name)) times.get(system.name)?.push(ask(system, question));
    }
    show(done + 1, of);
  }
  return times;
}
