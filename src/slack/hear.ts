import type { WebClient } from '@slack/web-api';
import type { Answer } from '../answer/answer.ts';
import { answerMessage } from '../blocks/answer-message.ts';
import type { Reply } from '../conversation/bot.ts';
import { parseThread, printThread, type Thread } from '../conversation/thread.ts';
import type { ThreadPlace } from '../storage/threads.ts';
import { claimed } from './claimed.ts';
import type { Deps } from './deps.ts';
import type { Incoming, Said } from './incoming.ts';
import { placeKey, placeOf, recall, remember } from './memory.ts';
import { markOf } from './standing.ts';

/** One delivery of an event. */
export interface Delivered {
  readonly client: WebClient;
  readonly botUserId: string;
  readonly redelivery: boolean;
}

export const questionKey = ({ team, channel, ts }: Pick<Said, 'team' | 'channel' | 'ts'>): string =>
  `${team}:${channel}:${ts}`;

/** Answers what is said to the bot, or in a thread it is part of; everything else it lets pass without a trace. */
export async function hear(deps: Deps, said: Said, delivered: Delivered): Promise<void> {
  if (said.to === 'anybody' && said.root === undefined) return;
  const place = placeOf(said);
  await deps.turns.take(placeKey(place), async () => {
    const remembered = () => recall(deps.storage.threads, place);
    const known = said.to === 'anybody' ? await remembered() : undefined;
    if (said.to === 'anybody' && known === undefined) return;
    await claimed(deps, questionKey(said), delivered.redelivery, async (again) =>
      answerIt(deps, said, place, known ?? (await remembered()), delivered, again),
    );
  });
}

/** The same for a question that was edited: its answer follows, and where there was none it may get one now. */
export async function hearAgain(
  deps: Deps,
  edited: Extract<Incoming, { kind: 'edited' }>,
  delivered: Delivered,
): Promise<void> {
  const place = placeOf(edited);
  await deps.turns.take(placeKey(place), async () => {
    const standing = await deps.storage.answers.get(questionKey(edited));
    const now = await recall(deps.storage.threads, place);
    if (!standing && edited.to === 'anybody' && now === undefined) return;
    await claimed(deps, `${questionKey(edited)}:${edited.at}`, delivered.redelivery, async (again) => {
      if (!standing) return answerIt(deps, edited, place, now, delivered, again);
      const before = standing.before === undefined ? undefined : parseThread(standing.before);
      const reply = replyTo(deps, edited, before, delivered.botUserId);
      if (reply.answer.kind === 'silent') return;
      await deps.posting.update(delivered.client, standing, answerMessage(reply.answer, { private: false }));
      // Who muted the bot or sent it away since then has not taken that back.
      if (now && reply.thread) await remember(deps.storage.threads, place, { ...reply.thread, muted: now.muted });
    });
  });
}

async function answerIt(
  deps: Deps,
  said: Said,
  place: ThreadPlace,
  before: Thread | undefined,
  { client, botUserId }: Delivered,
  again: boolean,
): Promise<void> {
  const began = performance.now();
  const reply = replyTo(deps, said, before, botUserId);
  if (reply.answer.kind !== 'silent') {
    if (!deps.guard.allows(placeKey(place), place.thread === said.channel)) {
      deps.log.warn({ channel: said.channel }, 'too many answers in one place within a minute: staying silent');
      return;
    }
    const thread = said.root ?? (said.to === 'bot-alone' ? undefined : said.ts);
    const message = answerMessage(reply.answer, { private: false });
    const post = { channel: said.channel, thread, message, mark: markOf(said.ts), after: said.ts };
    const ts = await deps.posting.post(client, post, botUserId, again);
    if (ts === undefined) return;
    await deps.storage.answers.put(questionKey(said), {
      channel: said.channel,
      ts,
      thread,
      before: before && printThread(before),
    });
  }
  if (before !== undefined || reply.answer.kind !== 'silent') await remember(deps.storage.threads, place, reply.thread);
  count(deps, reply.answer, wayOf(said), began);
}

function replyTo(deps: Deps, said: Said, thread: Thread | undefined, botUserId: string): Reply {
  return deps.bot().reply({
    text: said.text,
    way: wayOf(said),
    ...(thread && { thread }),
    botNames: [botUserId, ...deps.names],
    today: deps.today(),
  });
}

const WAYS = { bot: 'mention', 'bot-alone': 'direct', anybody: 'overheard' } as const;
const wayOf = (said: Said) => WAYS[said.to];

export function count({ metrics }: Pick<Deps, 'metrics'>, answer: Answer, way: string, began: number): void {
  metrics.answered(answer.kind, way, (performance.now() - began) / 1000);
}
