import type { Answer, Near, TopicRef } from '../answer/answer.ts';
import { compare } from '../answer/comparison.ts';
import { refOf, refsOf } from '../answer/topic-view.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { toQuestion } from '../question/question.ts';
import type { Request } from '../question/wants.ts';
import type { TopicEntry } from '../retrieval/entries.ts';
import type { Candidate } from '../retrieval/rank.ts';
import { buildRetriever, learntInSlices, type Retrieval, type Retriever, retrieverOf } from '../retrieval/retriever.ts';
import { atOnce, inSlices } from '../slices.ts';
import type { Bot, Heard, Reply } from './bot.ts';
import { explain } from './explain.ts';
import { type IntentReader, intentReaderOf, intentsInSlices, NO_INTENTS } from './intent.ts';
import { type Resolution, resolve, sectionsAround, slotsOf } from './resolve.ts';
import { RULES } from './rules.ts';
import { NEW_THREAD, type Thread } from './thread.ts';

/** A bot, made at once; how people speak in threads is learnt when the first one does. */
export const createBot = (knowledge: Knowledge): Bot =>
  botOf({ knowledge, retriever: buildRetriever(knowledge), intents: intentsOnceAsked(knowledge) });

/** Learns how people speak in threads when somebody first does. */
export function intentsOnceAsked(knowledge: Knowledge): () => IntentReader {
  let intents: IntentReader | undefined;
  return () => {
    intents ??= intentReaderOf(atOnce(intentsInSlices(knowledge)));
    return intents;
  };
}

/** The same bot, ready for all of it, built without keeping the event loop: for a reload while questions come in. */
export async function createBotInSlices(knowledge: Knowledge): Promise<Bot> {
  const retriever = retrieverOf(await inSlices(learntInSlices(knowledge)));
  const intents = intentReaderOf(await inSlices(intentsInSlices(knowledge)));
  return botOf({ knowledge, retriever, intents: () => intents });
}

export function botOf(made: Made): Bot {
  return {
    knowledge: made.knowledge,
    again: (slots, today) => compare(slots, [], made.knowledge, today),
    reply: (heard) => replyTo(heard, made),
  };
}

/** What a bot is made of. */
export interface Made {
  readonly knowledge: Knowledge;
  readonly retriever: Retriever;
  readonly intents: () => IntentReader;
}

function replyTo(heard: Heard, made: Made): Reply {
  const { knowledge, retriever } = made;
  const retrieval = retriever.retrieve(toQuestion(heard.text, heard.botNames), sectionsAround(heard.thread, knowledge));
  const intents = slotsOf(heard.thread, knowledge) || heard.thread?.refused ? made.intents() : NO_INTENTS;
  const sound = intents.sound(retrieval.understood.question.plain);
  const { way, thread } = heard;
  const resolution = resolve({ retrieval, retriever, knowledge, intents, sound, way, thread });
  const { by = retrieval } = resolution;
  const why = explain(resolution.rule, {
    ...(resolution.kind !== 'request' && { retrieval: by, ...(sound && { sound }) }),
    ...(resolution.forUs !== undefined && { forUs: resolution.forUs }),
    ...(resolution.kind === 'slots' && resolution.followUp && { followUp: resolution.followUp }),
  });
  const answer = answerTo(resolution, heard, by, knowledge);
  return {
    answer,
    thread: nextThread(resolution, by, heard.thread, why.lines),
    why,
    nearest: nearestTopics(answer, by, knowledge),
  };
}

/** The best three for a program that asks: what was answered first, then what retrieval found. */
function nearestTopics(answer: Answer, { ranked }: Retrieval, knowledge: Knowledge): readonly TopicRef[] {
  const answered = answer.kind === 'answer' ? answer.topics.map((topic) => topic.ref.topic) : [];
  return refsOf([...new Set([...answered, ...ranked.map((candidate) => candidate.entry.id)])].slice(0, 3), knowledge);
}

function answerTo(resolution: Resolution, heard: Heard, retrieval: Retrieval, knowledge: Knowledge): Answer {
  switch (resolution.kind) {
    case 'slots':
      return compare(resolution.slots, leadFor(retrieval, knowledge), knowledge, heard.today);
    case 'choices':
      return { kind: 'choices', lead: leadFor(retrieval, knowledge), choices: refsOf(resolution.topics, knowledge) };
    case 'unknown':
      return {
        kind: 'unknown',
        understood: understoodOf(retrieval, knowledge),
        nearest: nearestOf(retrieval, knowledge),
        ...insteadOf(retrieval),
        lead: leadFor(retrieval, knowledge),
      };
    case 'request':
      return answerRequest(resolution.request, heard, knowledge);
    case 'silent':
      return { kind: 'silent' };
  }
}

function answerRequest(request: Request, heard: Heard, knowledge: Knowledge): Answer {
  switch (request) {
    case 'help':
      return {
        kind: 'help',
        about: knowledge.about.about,
        examples: knowledge.about.examples,
        rules: Object.entries(RULES).map(([name, says]) => ({ name, says })),
      };
    case 'topics':
      return {
        kind: 'topics',
        sections: knowledge.sections.map(({ title, topics }) => ({ title, topics: topics.map(refOf) })),
      };
    case 'why':
      return { kind: 'why', lines: heard.thread?.why ?? [] };
    case 'mute':
      return { kind: 'done', did: heard.thread ? 'muted' : 'no-thread' };
    case 'unmute':
      return { kind: 'done', did: heard.thread ? 'unmuted' : 'no-thread' };
    case 'leave':
      return { kind: 'done', did: heard.thread ? 'left' : 'no-thread' };
  }
}

/** What is remembered. Being addressed ends a mute; "why" leaves the explanation it shows in place. */
function nextThread(
  resolution: Resolution,
  { understood }: Retrieval,
  before: Thread | undefined,
  why: readonly string[],
): Thread | undefined {
  const thread = before ?? NEW_THREAD;
  switch (resolution.kind) {
    case 'slots':
      return { slots: resolution.slots, muted: false, why };
    case 'choices':
      return {
        slots: { topics: resolution.topics.slice(0, 1), frameworks: [], only: false, want: 'comparison', pins: [] },
        muted: false,
        why,
      };
    case 'unknown':
      return {
        ...thread,
        ...(!thread.slots && { refused: understood.terms.filter((term) => term.known).map((term) => term.said) }),
        muted: false,
        why,
      };
    case 'silent':
      return { ...thread, why };
    case 'request':
      if (resolution.request === 'leave') return undefined;
      if (resolution.request === 'why') return thread;
      return {
        ...thread,
        muted: resolution.request === 'mute' || (thread.muted && resolution.request !== 'unmute'),
        why,
      };
  }
}

/** Sentences that come first: what a retired name is called now, and what is not compared here. */
function leadFor({ understood }: Retrieval, knowledge: Knowledge): readonly string[] {
  const compared = knowledge.frameworks.map(({ name }) => name);
  const list = `${compared.slice(0, -1).join(', ')}${compared.length > 1 ? ' and ' : ''}${compared.at(-1) ?? ''}`;
  return [
    ...understood.tools.flatMap((tool) => tool.retired?.says ?? []),
    ...(understood.notCompared.length > 0
      ? [`${understood.notCompared.join(' and ')}: not compared here. Compared are ${list}.`]
      : []),
  ];
}

/** What a question sounds like that fits something answered elsewhere about as well as any topic. */
function insteadOf({ elsewhere, ranked }: Retrieval): { readonly instead?: string } {
  const best = ranked[0]?.score ?? 0;
  if (!elsewhere || elsewhere.score < best * SOUNDS_LIKE) return {};
  return { instead: `It sounds like something else: ${elsewhere.entry.phrases[0]}. ${elsewhere.entry.says}` };
}
const SOUNDS_LIKE = 0.8;

function understoodOf({ understood }: Retrieval, knowledge: Knowledge): readonly string[] {
  const names = knowledge.frameworks.filter(({ id }) => understood.frameworks.includes(id)).map(({ name }) => name);
  const words = understood.terms.filter((term) => term.kind === 'word' && term.known).map((term) => term.said);
  return [...names, ...words];
}

/** The three nearest topics, and why each fell short. */
export function nearestOf({ ranked }: Retrieval, knowledge: Knowledge): readonly Near[] {
  return ranked.slice(0, 3).flatMap((candidate) => {
    const topic = knowledge.topics.get(candidate.entry.id);
    return topic ? [{ ref: refOf(topic), why: shortfall(candidate) }] : [];
  });
}

function shortfall({ matches }: Candidate<TopicEntry>): string {
  const missed = matches.filter((match) => match.cover === 0).sort((a, b) => b.weight - a.weight);
  const met = matches.filter((match) => match.cover > 0);
  if (missed.length === 0)
    return `only touches on ${met
      .slice(0, 2)
      .map((match) => `"${match.said}"`)
      .join(', ')}`;
  return `says nothing of ${missed
    .slice(0, 2)
    .map((match) => `"${match.said}"`)
    .join(', ')}`;
}
