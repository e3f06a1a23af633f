import { ACTIONS } from './ids.ts';
import type { Message } from './message.ts';

/** What the bot says of itself rather than of the facts. */
export const NOTICES = {
  /** To the asker, when a question or a click could not be dealt with. */
  sorry: 'Sorry, something went wrong on my side. Please try again in a moment.',
  /** A button of an older release, whose value is not understood any more. */
  olderButton:
    'That button comes from an older version of me. Please ask again, for example with a mention or `/fwcompare`.',
  expired: 'That took too long, and Slack no longer lets me answer there. Please click again.',
  notYours: 'Only the person who asked can remove this answer.',
  unknownCommand: 'I do not know that command. Try `/fwcompare help`.',
  noWhy: 'I no longer remember how I came to that answer. Ask again and I will tell you.',
} as const;

/** Whose answer it is about, and where it stands: what the two buttons of the offer carry. */
export interface Removal {
  readonly channel: string;
  readonly ts: string;
  readonly asker: string;
  /** The key of the question. */
  readonly of: string;
}

/** Asks the person who deleted a question what is to become of its answer. */
export function removalOffer(removal: Removal): Message {
  const text = 'You deleted your question. Shall I remove my answer, too?';
  const value = JSON.stringify(removal);
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text } },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: ACTIONS.removeAnswer,
            text: { type: 'plain_text', text: 'Remove the answer' },
            style: 'danger',
            value,
          },
          { type: 'button', action_id: ACTIONS.keepAnswer, text: { type: 'plain_text', text: 'Keep it' }, value },
        ],
      },
    ],
  };
}

/** An answer for all to see, with the name of the one who asked for that. */
export function sharedBy(message: Message, user: string): Message {
  const by = `Shared by <@${user}>`;
  return {
    text: `${message.text}\n${by}`,
    ...(message.blocks && {
      blocks: [...message.blocks, { type: 'context', elements: [{ type: 'mrkdwn', text: by }] }],
    }),
  };
}
