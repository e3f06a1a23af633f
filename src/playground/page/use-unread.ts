import { useEffect, useMemo, useState } from 'react';
import type { PageState } from '../page-state.ts';

/** The channels with messages that this person has not had open since they came. */
export function useUnread(
  state: PageState | undefined,
  me: string | undefined,
  open: string | undefined,
): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const newest = useMemo(() => {
    const byChannel = new Map<string, string>();
    for (const message of state?.messages ?? []) if (message.user !== me) byChannel.set(message.channel, message.ts);
    return byChannel;
  }, [state, me]);

  const shown = open === undefined ? undefined : newest.get(open);
  useEffect(() => {
    if (me && open && shown) setSeen((before) => new Map(before).set(`${me}:${open}`, shown));
  }, [me, open, shown]);

  return new Set(
    [...newest]
      .filter(([channel, ts]) => channel !== open && ts !== seen.get(`${me}:${channel}`))
      .map(([channel]) => channel),
  );
}
