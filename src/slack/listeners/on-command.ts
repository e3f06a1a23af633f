import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from '../../blocks/answer-message.ts';
import type { Deps } from '../deps.ts';
import { count } from '../hear.ts';
import { commandPlace, remember } from '../memory.ts';
import { teamOf } from '../team.ts';

export type CommandArgs = Pick<SlackCommandMiddlewareArgs, 'command' | 'ack'> & Pick<AllMiddlewareArgs, 'context'>;

/** Answers `/fwcompare` in the acknowledgement itself: one round trip, seen by the asker alone, even where the bot is no member. */
export const onCommand =
  (deps: Deps) =>
  async ({ command, ack, context }: CommandArgs): Promise<void> => {
    const began = performance.now();
    const reply = deps.bot().reply({
      text: command.text,
      way: 'command',
      botNames: [context.botUserId ?? '', ...deps.names],
      today: deps.today(),
    });
    await ack({ response_type: 'ephemeral', ...answerMessage(reply.answer, { private: true }) });
    count(deps, reply.answer, 'command', began);
    // A click on the answer carries no message, so "why" has to find its explanation by who asked, and where.
    const place = commandPlace(teamOf(command), command.channel_id, command.user_id);
    await remember(deps.storage.threads, place, reply.thread);
  };
