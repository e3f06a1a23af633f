import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message } from '../blocks/message.ts';

/** A message to be posted once, whatever happens to the call. */
export interface OncePost {
  readonly channel: string;
  readonly thread: string | undefined;
  readonly message: Message;
  /** Ties the answer to its question. Slack has no idempotency keys, but it keeps block ids as they were sent. */
  readonly mark: string;
  /** The timestamp of the question: the answer comes after it. */
  readonly after: string;
}

const foundSchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      bot_id: z.string().optional(),
      user: z.string().optional(),
      text: z.string().default(''),
      blocks: z.array(z.object({ block_id: z.string().optional() })).default([]),
    }),
  ),
});

export function withMark(blocks: readonly KnownBlock[], mark: string): KnownBlock[] {
  const at = Math.max(
    blocks.findIndex((block) => block.block_id === undefined),
    0,
  );
  return blocks.map((block, index) => (index === at ? { ...block, block_id: mark } : block));
}

/** The timestamp of our answer if it stands already: a call whose answer was lost may have done its work. */
export async function findStanding(client: WebClient, post: OncePost, botUserId: string): Promise<string | undefined> {
  const { channel, thread, after } = post;
  const range = { channel, oldest: after, limit: 200 };
  const found = foundSchema.parse(
    thread === undefined
      ? await client.conversations.history(range)
      : await client.conversations.replies({ ...range, ts: thread }),
  );
  return found.messages.find((one) => one.user === botUserId && Number(one.ts) > Number(after) && isIt(one, post))?.ts;
}

function isIt(found: z.output<typeof foundSchema>['messages'][number], { mark, message }: OncePost): boolean {
  const ids = found.blocks.map((block) => block.block_id ?? '');
  if (ids.some((id) => id.startsWith(MARK))) return ids.includes(mark);
  // Sent as text alone. Slack rewrites links, emoji and entities; letters and digits it leaves.
  return lettersOf(found.text) === lettersOf(message.text);
}

const MARK = 'answer-to-';
export const markOf = (ts: string): string => `${MARK}${ts}`;

const lettersOf = (text: string): string =>
  text
    .replace(/<[^>]*>|https?:\S+|&\w+;|:[a-z0-9_+-]+:/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 500);
