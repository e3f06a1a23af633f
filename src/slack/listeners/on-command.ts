import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from '../../blocks/answer-message.ts';
import type { Deps } from '../deps.ts';
import { count } from '../hear.ts';
import { commandPlace, recall, remember } from '../memory.ts';
import { teamOf } from '../team.ts';

export type CommandArgs = Pick<SlackCommandMiddlewareArgs, 'command' | 'ack'> & Pick<AllMiddlewareArgs, 'context'>;

/** Answers `/fwcompare` in the acknowledgement itself: one round trip, seen by the asker alone, even where the bot is no member. */
export const onCommand =
  (deps: Deps) =>
  async ({ command, ack, context }: CommandArgs): Promise<void> => {
    const began = performance.now();
    const { threads } = deps.storage;
    const reply = deps.bot().reply({
      text: command.text,
      way: 'command',
      botNames: [context.botUserId ?? '', ...deps.names],
      today: deps.today(),
    });
    // Commands stand alone, each its own beginning; only "why" is about the one before, by who asked it, and where.
    const place = commandPlace(teamOf(command), command.channel_id, command.user_id);
    const asksWhy = reply.answer.kind === 'why';
    const answer = asksWhy ? { kind: 'why' as const, lines: (await recall(threads, place))?.why ?? [] } : reply.answer;

    await ack({ response_type: 'ephemeral', ...answerMessage(answer, { private: true }) });
    count(deps, answer, 'command', began);
    if (!asksWhy) await remember(threads, place, reply.thread);
  };
