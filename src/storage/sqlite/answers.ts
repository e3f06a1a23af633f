import type { Kysely } from 'kysely';
import type { Answers, StandingAnswer } from '../answers.ts';
import type { Tables } from './tables.ts';

export function sqliteAnswers(db: Kysely<Tables>, now: () => number): Answers {
  const columns = ({ channel, ts, thread, before }: StandingAnswer) => ({
    channel,
    ts,
    thread: thread ?? null,
    before: before ?? null,
    at: now(),
  });
  return {
    get: async (key) => {
      const found = await db.selectFrom('answers').selectAll().where('key', '=', key).executeTakeFirst();
      if (!found) return undefined;
      const { channel, ts, thread, before } = found;
      return { channel, ts, thread: thread ?? undefined, before: before ?? undefined };
    },
    put: async (key, answer) => {
      await db
        .insertInto('answers')
        .values({ key, ...columns(answer) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(columns(answer)))
        .execute();
    },
    forget: async (key) => {
      await db.deleteFrom('answers').where('key', '=', key).execute();
    },
  };
}
