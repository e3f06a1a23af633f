import { RespondError, type RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import { NOTICES } from '../blocks/notices.ts';
import type { Click } from './click.ts';
import type { Deps } from './deps.ts';

export interface Responding {
  readonly respond: RespondFn;
  readonly client: WebClient;
}

type Audience = 'clicker' | 'everybody';

/**
 * Says something where the button was, by the address that came with the click: it works where the bot is no member.
 * The message with the button stays as it is. False when the address has run out.
 */
export async function respondWith(
  deps: Pick<Deps, 'posting' | 'log' | 'metrics'>,
  { respond, client }: Responding,
  { user, on }: Click,
  message: Message,
  audience: Audience,
): Promise<boolean> {
  const send = ({ text, blocks }: Message) =>
    respond({
      response_type: audience === 'everybody' ? 'in_channel' : 'ephemeral',
      replace_original: false,
      text,
      ...(blocks && { blocks }),
      ...(on?.thread && { thread_ts: on.thread }),
    });
  try {
    await send(message);
    return true;
  } catch (error) {
    if (!(error instanceof RespondError)) throw error;
    deps.metrics.postFailed(`respond_${error.statusCode}`);
    if (error.statusCode === 400 && message.blocks) {
      await send({ text: message.text });
      return true;
    }
    if (error.statusCode !== 404) throw error;
    deps.log.info({ code: error.code }, 'the address to respond to has run out');
    if (on)
      await deps.posting.whisper(client, { channel: on.channel, user, thread: on.thread }, { text: NOTICES.expired });
    return false;
  }
}
