import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Deps } from '../deps.ts';
import { hear, hearAgain } from '../hear.ts';
import { type Incoming, readIncoming } from '../incoming.ts';
import { offerRemoval } from '../offer-removal.ts';
import { teamOf } from '../team.ts';

export type MessageArgs = Pick<
  SlackEventMiddlewareArgs<'message'> | SlackEventMiddlewareArgs<'app_mention'>,
  'event' | 'body'
> &
  Pick<AllMiddlewareArgs, 'client' | 'context'>;

/** Hears both names under which Slack sends a message, so that it cannot matter which comes first. */
export const onMessage =
  (deps: Deps) =>
  async ({ event, body, client, context }: MessageArgs): Promise<void> => {
    const botUserId = context.botUserId ?? '';
    const delivered = { client, botUserId, redelivery: (context.retryNum ?? 0) > 0 };
    const incoming = incomingOf({ event, body, context });
    switch (incoming.kind) {
      case 'said':
        return hear(deps, incoming, delivered);
      case 'edited':
        return hearAgain(deps, incoming, delivered);
      case 'deleted':
        return offerRemoval(deps, incoming, delivered);
      case 'ignored':
        return;
    }
  };

export function incomingOf({ event, body, context }: Pick<MessageArgs, 'event' | 'body' | 'context'>): Incoming {
  return readIncoming(event, teamOf(body), context.botUserId ?? '');
}
