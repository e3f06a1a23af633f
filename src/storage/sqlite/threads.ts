import type { Kysely } from 'kysely';
import type { ThreadPlace, Threads } from '../threads.ts';
import type { Tables } from './tables.ts';

export function sqliteThreads(db: Kysely<Tables>, now: () => number): Threads {
  const columns = ({ team, channel, thread }: ThreadPlace) => ({ team, channel, thread });
  return {
    get: async (place) => {
      const found = await db
        .selectFrom('threads')
        .select('state')
        .where((where) => where.and(columns(place)))
        .executeTakeFirst();
      return found?.state;
    },
    put: async (place, state) => {
      const at = now();
      await db
        .insertInto('threads')
        .values({ ...columns(place), state, at })
        .onConflict((conflict) => conflict.columns(['team', 'channel', 'thread']).doUpdateSet({ state, at }))
        .execute();
    },
    forget: async (place) => {
      await db
        .deleteFrom('threads')
        .where((where) => where.and(columns(place)))
        .execute();
    },
  };
}
