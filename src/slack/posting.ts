import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { PostError } from './errors.ts';
import { persist } from './persist.ts';
import { findStanding, type OncePost, withMark } from './standing.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface PostingOptions {
  readonly metrics: Metrics;
  readonly log: Log;
  /** How long to let things settle before a call whose outcome is unknown is looked into. */
  readonly settleMs?: number;
}

/** Puts messages into conversations: each once, if need be as plain text, and never where it is not wanted. */
export class Posting {
  readonly #options: PostingOptions;

  constructor(options: PostingOptions) {
    this.#options = options;
  }

  /**
   * Posts, and gives the timestamp; undefined when the place is closed to us.
   *
   * @param lookFirst an earlier try may have succeeded.
   * @throws PostError when it is not known to stand.
   */
  async post(client: WebClient, post: OncePost, botUserId: string, lookFirst: boolean): Promise<string | undefined> {
    if (lookFirst) {
      const standing = await this.#look(client, post, botUserId);
      if (standing !== undefined) return standing;
    }
    return this.#persist(
      post.message,
      (message) => postMessage(client, post, message),
      () => this.#look(client, post, botUserId),
    );
  }

  /** Changes a message of ours; undefined when that cannot be done any more. Doing it twice does no harm. */
  update(client: WebClient, at: { channel: string; ts: string }, message: Message): Promise<string | undefined> {
    return this.#persist(message, async ({ text, blocks }) => {
      // Without blocks in the call Slack would keep the old ones.
      const { ts } = await client.chat.update({ ...at, text, blocks: blocks ?? [] });
      return ts;
    });
  }

  /** Shows a message to one person. Slack gives no way to find it again, so it is tried once. */
  async whisper(client: WebClient, to: Whisper, message: Message): Promise<boolean> {
    const { channel, user, thread } = to;
    try {
      await client.chat.postEphemeral({ channel, user, ...content(message), ...(thread && { thread_ts: thread }) });
      return true;
    } catch (error) {
      this.#note(troubleOf(error));
      return false;
    }
  }

  async remove(client: WebClient, at: { channel: string; ts: string }): Promise<void> {
    await this.#persist({ text: '' }, async () => (await client.chat.delete(at)).ts);
  }

  #persist(
    message: Message,
    call: (message: Message) => Promise<string | undefined>,
    afterUnknown: () => Promise<string | undefined> = async () => undefined,
  ): Promise<string | undefined> {
    const { settleMs = 500 } = this.#options;
    return persist(message, call, { settleMs, afterUnknown, note: (error) => this.#note(troubleOf(error)) });
  }

  async #look(client: WebClient, post: OncePost, botUserId: string): Promise<string | undefined> {
    try {
      return await findStanding(client, post, botUserId);
    } catch (error) {
      const trouble = this.#note(troubleOf(error));
      // Without the right to look, answering perhaps twice is better than perhaps never.
      if (trouble.kind === 'refused' || trouble.kind === 'closed') return undefined;
      throw new PostError(trouble.code, { cause: error });
    }
  }

  #note(trouble: Trouble): Trouble {
    this.#options.metrics.postFailed(trouble.code);
    const level = trouble.kind === 'closed' || trouble.kind === 'wait' ? 'info' : 'warn';
    this.#options.log[level]({ code: trouble.code, trouble: trouble.kind }, 'a message could not be posted as planned');
    return trouble;
  }
}

export interface Whisper {
  readonly channel: string;
  readonly user: string;
  readonly thread: string | undefined;
}

const content = ({ text, blocks }: Message) => ({ text, ...(blocks && { blocks }) });

async function postMessage(client: WebClient, post: OncePost, message: Message): Promise<string | undefined> {
  const { channel, thread, mark } = post;
  const { text, blocks } = message;
  const { ts } = await client.chat.postMessage({
    channel,
    text,
    ...(blocks && { blocks: withMark(blocks, mark) }),
    ...(thread && { thread_ts: thread }),
    unfurl_links: false,
    unfurl_media: false,
  });
  return ts;
}
