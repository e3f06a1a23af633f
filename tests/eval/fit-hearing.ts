import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Bot } from '../../src/conversation/bot.ts';
import { type Signs, signsOf } from '../../src/conversation/hearing.ts';
import { intentsInSlices } from '../../src/conversation/intent.ts';
import { settledBy, slotsOf } from '../../src/conversation/resolve.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import type { Knowledge, TopicId } from '../../src/knowledge/model.ts';
import { toQuestion } from '../../src/question/question.ts';
import { buildRetriever } from '../../src/retrieval/retriever.ts';
import { atOnce } from '../../src/retrieval/slices.ts';
import { type Example, type Fit, solve } from './fit.ts';
import type { Golden } from './golden.ts';
import { dayOf } from './shipped.ts';

const OVERHEARD = new URL('../conversation/overheard.yaml', import.meta.url);
/** Where the messages that nobody taught the bot are heard, one in each in turn. */
const THREADS = ['gpu-speed', 'debugging-overview', 'distributed-overview'] as const;

/** Weights under which "this is for the bot" is foretold best of what is typed into threads. */
export function fitHearing(knowledge: Knowledge, bot: Bot, sets: readonly Golden[]): Fit {
  const examples = [...sets.flatMap((set) => heardIn(set, bot, knowledge)), ...overheard()];
  const read = readerOf(knowledge);
  const signs = examples.flatMap((example) => {
    const found = read(example);
    return found ? [{ found, forUs: example.forUs }] : [];
  });
  const names = Object.keys(signs[0]?.found ?? {}) as (keyof Signs)[];
  const [bias = 0, ...weights] = solve(
    signs.map(
      ({ found, forUs }): Example => ({ values: names.map((name) => Number(found[name])), yes: forUs, worth: 1 }),
    ),
  );
  return { bias, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) };
}

interface Overheard {
  readonly text: string;
  readonly thread: Thread;
  readonly forUs: boolean;
}

const threadAbout = (topic: string): Thread => ({
  slots: { topics: [topic as TopicId], frameworks: [], only: false, want: 'comparison', pins: [] },
  muted: false,
  why: [],
});

/** The later turns of each dialogue, in the thread as it is when all that is for the bot has been answered. */
function heardIn({ dialogues }: Golden, bot: Bot, knowledge: Knowledge): readonly Overheard[] {
  return dialogues.flatMap(({ turns }) => {
    const heard: Overheard[] = [];
    let thread: Thread | undefined;
    for (const { q, answer } of turns) {
      if (thread?.slots) heard.push({ text: q, thread, forUs: answer });
      const reply = bot.reply({
        text: q,
        way: answer ? 'mention' : 'overheard',
        botNames: ['fwcompare'],
        today: dayOf(knowledge),
        ...(thread && { thread }),
      });
      thread = reply.thread;
    }
    return heard;
  });
}

function overheard(): readonly Overheard[] {
  const byIntent = z.record(z.string(), z.string()).parse(parse(readFileSync(OVERHEARD, 'utf8')));
  return Object.entries(byIntent).flatMap(([intent, lines]) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((text, at) => ({
        text,
        thread: threadAbout(THREADS[at % THREADS.length] ?? THREADS[0]),
        forUs: intent !== 'people',
      })),
  );
}

/** The signs of a message; none where it need not be weighed. */
function readerOf(knowledge: Knowledge): (heard: Overheard) => Signs | undefined {
  const retriever = buildRetriever(knowledge);
  const intents = atOnce(intentsInSlices(knowledge));
  return ({ text, thread }) => {
    const question = toQuestion(text);
    const here = slotsOf(thread, knowledge)?.topics ?? [];
    const around = new Set(here.flatMap((id) => knowledge.topics.get(id)?.section.slug ?? []));
    const retrieval = retriever.retrieve(question, around);
    return settledBy({ retrieval, thread }) ? undefined : signsOf(retrieval, intents.sound(question.plain));
  };
}
