import { NOTICES } from '../blocks/notices.ts';
import { readClick } from './click.ts';
import type { Deps } from './deps.ts';
import { questionKey } from './hear.ts';
import type { ClickArgs } from './listeners/on-click.ts';
import type { CommandArgs } from './listeners/on-command.ts';
import { incomingOf, type MessageArgs } from './listeners/on-message.ts';
import { respondWith } from './responding.ts';

const SORRY = { text: NOTICES.sorry };

/** Only once a question, though Slack may deliver it four times; and nothing about messages that asked for nothing. */
export const sorryAsker =
  ({ posting, storage }: Deps) =>
  async (args: MessageArgs): Promise<void> => {
    const incoming = incomingOf(args);
    if (incoming.kind !== 'said' || incoming.to === 'anybody') return;
    const first = await storage.claims.claim(`${questionKey(incoming)}:sorry`);
    if (first.kind !== 'mine') return;
    const { channel, user, root } = incoming;
    await posting.whisper(args.client, { channel, user, thread: root }, SORRY);
    await storage.claims.done(`${questionKey(incoming)}:sorry`);
  };

/** A command that is not acknowledged looks broken to its user; this one at least says so. */
export const sorryCommander = async ({ ack }: CommandArgs): Promise<void> => {
  await ack({ response_type: 'ephemeral', ...SORRY });
};

export const sorryClicker =
  (deps: Deps) =>
  async ({ body, action, respond, client }: ClickArgs): Promise<void> => {
    await respondWith(deps, { respond, client }, readClick(body, action.value), SORRY, 'clicker');
  };
