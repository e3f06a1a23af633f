import { z } from 'zod';
import { NOTICES, type Removal } from '../../blocks/notices.ts';
import { readClick } from '../click.ts';
import type { Deps } from '../deps.ts';
import { respondWith } from '../responding.ts';
import type { ClickArgs } from './on-click.ts';

const removalSchema = z.object({ channel: z.string(), ts: z.string(), asker: z.string(), of: z.string() });

/** Takes away the answer to a deleted question, and the offer to do so. */
export const onRemove =
  (deps: Deps) =>
  async (args: ClickArgs): Promise<void> => {
    await args.ack();
    const removal = await allowedRemoval(deps, args);
    if (!removal) return;
    await deps.posting.remove(args.client, { channel: removal.channel, ts: removal.ts });
    await deps.storage.answers.forget(removal.of);
    await args.respond({ delete_original: true });
  };

/** Leaves the answer, and takes away the offer. */
export const onKeep =
  (deps: Deps) =>
  async (args: ClickArgs): Promise<void> => {
    await args.ack();
    if (await allowedRemoval(deps, args)) await args.respond({ delete_original: true });
  };

async function allowedRemoval(deps: Deps, { action, body, respond, client }: ClickArgs): Promise<Removal | undefined> {
  const click = readClick(body, action.value);
  const removal = parseRemoval(click.value);
  if (removal?.asker === click.user) return removal;
  await respondWith(
    deps,
    { respond, client },
    click,
    { text: removal ? NOTICES.notYours : NOTICES.olderButton },
    'clicker',
  );
  return undefined;
}

function parseRemoval(value: string): Removal | undefined {
  try {
    return removalSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
