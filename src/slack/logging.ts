import type { CodedError } from '@slack/bolt';
import { type Log, withoutSecrets } from '../ops/log.ts';
import { codeOf } from './claimed.ts';
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
        { code: codeOf(cause), payload: event ? 'event' : 'interaction', stack: stackOf(cause) },
        'a payload could not be dealt with',
      );
    if (event) throw error;
  };

/** Where it happened. The message is left out: it may quote what somebody wrote. */
function stackOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return withoutSecrets(frames.slice(0, 8).join('\n'));
}
