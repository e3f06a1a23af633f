import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import type { Message } from '../../blocks/message.ts';
import { NOTICES, sharedBy } from '../../blocks/notices.ts';
import { NEW_THREAD, parseSlots, type Thread } from '../../conversation/thread.ts';
import { type Click, readClick } from '../click.ts';
import type { Deps } from '../deps.ts';
import { count } from '../hear.ts';
import { directPlace, placeKey, recall, remember } from '../memory.ts';
import { respondWith } from '../responding.ts';
import { teamOf } from '../team.ts';

export type ClickArgs = Pick<SlackActionMiddlewareArgs<BlockButtonAction>, 'action' | 'ack' | 'body' | 'respond'> &
  Pick<AllMiddlewareArgs, 'client'>;

/** Shows what a button carries, to those who see the button, and goes on from there when the conversation does. */
export const onMore =
  (deps: Deps) =>
  async ({ action, ack, body, respond, client }: ClickArgs): Promise<void> => {
    await ack();
    const began = performance.now();
    const click = readClick(body, action.value);
    const { on } = click;
    const answer = answerOf(deps, click);
    if (!answer) return respondToNothing(deps, { respond, client }, click, answer);

    const message = answerMessage(answer, { private: on?.private ?? false });
    const place = on ? on.place : directPlace(teamOf(body), await writeTo(client, click.user, message));
    if (on) await respondWith(deps, { respond, client }, click, message, on.private ? 'clicker' : 'everybody');
    count(deps, answer, 'click', began);
    await deps.turns.take(placeKey(place), async () => {
      const thread: Thread = (await recall(deps.storage.threads, place)) ?? NEW_THREAD;
      if (answer.kind === 'answer') await remember(deps.storage.threads, place, { ...thread, slots: answer.slots });
    });
  };

/** Puts a private answer before everybody, with the name of who did it. */
export const onShare =
  (deps: Deps) =>
  async ({ action, ack, body, respond, client }: ClickArgs): Promise<void> => {
    await ack();
    const began = performance.now();
    const click = readClick(body, action.value);
    const answer = answerOf(deps, click);
    if (!answer || !click.on) return respondToNothing(deps, { respond, client }, click, answer);

    const message = sharedBy(answerMessage(answer, { private: false }), click.user);
    await respondWith(deps, { respond, client }, click, message, 'everybody');
    count(deps, answer, 'share', began);
  };

/** Tells the clicker how the bot came to its last answer here. */
export const onWhy =
  (deps: Deps) =>
  async ({ action, ack, body, respond, client }: ClickArgs): Promise<void> => {
    await ack();
    const click = readClick(body, action.value);
    const thread = click.on && (await recall(deps.storage.threads, click.on.place));
    const known = thread !== undefined && thread.why.length > 0;
    const message = known
      ? answerMessage({ kind: 'why', lines: thread.why }, { private: true })
      : { text: NOTICES.noWhy };
    await respondWith(deps, { respond, client }, click, message, 'clicker');
  };

function answerOf(deps: Deps, { value }: Click): Answer | undefined {
  const slots = parseSlots(value);
  // A topic may have been taken out of the knowledge folder since the button was drawn.
  const known = slots?.topics.every((topic) => deps.bot().knowledge.topics.has(topic));
  return slots && known ? deps.bot().again(slots, deps.today()) : undefined;
}

/** The button is of another age, or stands on the Home tab, where nothing can be said: then by direct message. */
async function respondToNothing(
  deps: Deps,
  { respond, client }: Pick<ClickArgs, 'respond' | 'client'>,
  click: Click,
  answer: Answer | undefined,
): Promise<void> {
  const message = answer ? answerMessage(answer, { private: false }) : { text: NOTICES.olderButton };
  if (click.on) await respondWith(deps, { respond, client }, click, message, 'clicker');
  else await writeTo(client, click.user, message);
}

/** By direct message, for on the Home tab nothing can be said. The channel that it went to. */
async function writeTo(client: WebClient, user: string, message: Message): Promise<string> {
  const post = { channel: user, unfurl_links: false, unfurl_media: false, ...message };
  const { channel = user } = await client.chat.postMessage(post);
  return channel;
}
