import type { CodedError } from '@slack/bolt';
import { type Log, withoutWords } from '../ops/log.ts';
import { StillBusyError } from './errors.ts';

/**
 * Writes an error down, once. An event's error goes on to the receiver, which then does not acknowledge, so that Slack
 * delivers it again; people who clicked or typed a command have had their apology, and nobody delivers those again.
 */
export const logging =
  (log: Log) =>
  async ({ error, body }: { readonly error: CodedError; readonly body: object }): Promise<void> => {
    const cause = error.original ?? error;
    const event = 'type' in body && body.type === 'event_callback';
    if (cause instanceof StillBusyError) log.debug({ code: cause.code }, 'a redelivery was put off');
    else
      log.error(
        { ...withoutWords(cause), payload: event ? 'event' : 'interaction' },
        'a payload could not be dealt with',
      );
    if (event) throw error;
  };
