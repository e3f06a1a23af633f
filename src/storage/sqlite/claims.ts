import { type Kysely, sql } from 'kysely';
import { type Claims, LEASE_MS } from '../claims.ts';
import type { Tables } from './tables.ts';

export function sqliteClaims(db: Kysely<Tables>, now: () => number): Claims {
  const mark = async (key: string, state: Tables['claims']['state']): Promise<void> => {
    await db
      .insertInto('claims')
      .values({ key, state, tries: 1, at: now() })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ state, at: now() }))
      .execute();
  };
  return {
    claim: async (key) => {
      // One statement, so that two processes cannot both win: a row comes back only to the one that wrote it.
      const won = await db
        .insertInto('claims')
        .values({ key, state: 'working', tries: 1, at: now() })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ state: 'working', tries: sql`claims.tries + 1`, at: now() })
            .where((where) =>
              where.or([
                where('claims.state', '=', 'failed'),
                where.and([where('claims.state', '=', 'working'), where('claims.at', '<=', now() - LEASE_MS)]),
              ]),
            ),
        )
        .returning('tries')
        .executeTakeFirst();
      if (won) return { kind: 'mine', again: won.tries > 1 };
      const other = await db.selectFrom('claims').select('state').where('key', '=', key).executeTakeFirst();
      return { kind: other?.state === 'done' ? 'done' : 'busy' };
    },
    keep: async (key) => {
      await db.updateTable('claims').set({ at: now() }).where('key', '=', key).where('state', '=', 'working').execute();
    },
    done: (key) => mark(key, 'done'),
    release: (key) => mark(key, 'failed'),
  };
}
