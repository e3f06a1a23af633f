import { removalOffer } from '../blocks/notices.ts';
import { claimed } from './claimed.ts';
import type { Deps } from './deps.ts';
import { type Delivered, questionKey } from './hear.ts';
import type { Incoming } from './incoming.ts';
import { markOf } from './standing.ts';

/** A deleted question leaves an answer to nothing. Others may have read it, so the asker decides what becomes of it. */
export async function offerRemoval(
  deps: Deps,
  deleted: Extract<Incoming, { kind: 'deleted' }>,
  { client, botUserId, redelivery }: Delivered,
): Promise<void> {
  const key = questionKey(deleted);
  const standing = await deps.storage.answers.get(key);
  if (!standing) return;
  await claimed(deps, `${key}:deleted`, redelivery, async (again) => {
    const { channel, thread, ts } = standing;
    const offer = removalOffer({ channel, ts, asker: deleted.user, of: key });
    if (!channel.startsWith('D')) {
      await deps.posting.whisper(client, { channel, user: deleted.user, thread }, offer);
      return;
    }
    const post = { channel, thread, message: offer, mark: markOf(`${deleted.ts}-deleted`), after: ts };
    await deps.posting.post(client, post, botUserId, again);
  });
}
