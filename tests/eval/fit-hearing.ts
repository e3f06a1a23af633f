import type { Bot } from '../../src/conversation/bot.ts';
import { type Signs, signsOf } from '../../src/conversation/hearing.ts';
import { intentReaderOf, intentsInSlices } from '../../src/conversation/intent.ts';
import { sectionsAround, settledBy } from '../../src/conversation/resolve.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { toQuestion } from '../../src/question/question.ts';
import { buildRetriever } from '../../src/retrieval/retriever.ts';
import { atOnce } from '../../src/slices.ts';
import { OVERHEARD, THREADS } from '../conversation/overheard.ts';
import { threadAbout } from '../conversation/thread-about.ts';
import { type Example, type Fit, solve } from './fit.ts';
import type { Golden } from './golden.ts';
import { dayOf } from './shipped.ts';

/** Weights under which "this is for the bot" is foretold best of what is typed into threads. */
export function fitHearing(bot: Bot, sets: readonly Golden[]): Fit {
  const examples = [...sets.flatMap((set) => heardIn(set, bot)), ...overheard()];
  const read = readerOf(bot.knowledge);
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

/** The later turns of each dialogue, in the thread as it is when all that is for the bot has been answered. */
function heardIn({ dialogues }: Golden, bot: Bot): readonly Overheard[] {
  return dialogues.flatMap(({ turns }) => {
    const heard: Overheard[] = [];
    let thread: Thread | undefined;
    for (const { q, answer } of turns) {
      if (thread?.slots) heard.push({ text: q, thread, forUs: answer });
      const reply = bot.reply({
        text: q,
        way: answer ? 'mention' : 'overheard',
        botNames: ['fwcompare'],
        today: dayOf(bot.knowledge),
        ...(thread && { thread }),
      });
      thread = reply.thread;
    }
    return heard;
  });
}

/** Each message that nobody taught the bot, in one of the threads in turn. */
const overheard = (): readonly Overheard[] =>
  Object.entries(OVERHEARD).flatMap(([kind, lines]) =>
    lines.map((text, at) => ({
      text,
      thread: threadAbout(THREADS[at % THREADS.length] ?? THREADS[0]),
      forUs: !kind.startsWith('people'),
    })),
  );

/** The signs of a message; none where it need not be weighed. */
function readerOf(knowledge: Knowledge): (heard: Overheard) => Signs | undefined {
  const retriever = buildRetriever(knowledge);
  const intents = intentReaderOf(atOnce(intentsInSlices(knowledge)));
  return ({ text, thread }) => {
    const question = toQuestion(text);
    const retrieval = retriever.retrieve(question, sectionsAround(thread, knowledge));
    return settledBy({ retrieval, thread }) ? undefined : signsOf(retrieval, intents.sound(question.plain));
  };
}
