import { useEffect, useState } from 'react';
import type { PageState } from '../page-state.ts';

export type Connection = 'connecting' | 'open' | 'lost';

/** The workspace as it is now, kept up to date by the server's stream; the browser reconnects by itself. */
export function useWorkspace(): { readonly state: PageState | undefined; readonly connection: Connection } {
  const [state, setState] = useState<PageState>();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const stream = new EventSource('/local/stream');
    stream.onopen = () => setConnection('open');
    stream.onerror = () => setConnection('lost');
    stream.onmessage = (event: MessageEvent<string>) => {
      const next: PageState = JSON.parse(event.data);
      setState((before) => ({
        ...next,
        messages: reuse(before?.messages, next.messages),
        ephemerals: reuse(before?.ephemerals, next.ephemerals),
      }));
    };
    return () => stream.close();
  }, []);
  return { state, connection };
}

/** Keeps what did not change as the same object, so that only new messages are drawn. */
function reuse<T extends { readonly ts: string; readonly channel: string }>(
  before: readonly T[] | undefined,
  next: readonly T[],
): readonly T[] {
  if (!before) return next;
  const known = new Map(before.map((one) => [`${one.channel}:${one.ts}`, one]));
  return next.map((one) => {
    const old = known.get(`${one.channel}:${one.ts}`);
    return old && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
}
