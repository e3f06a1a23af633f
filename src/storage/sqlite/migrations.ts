/**
 * What turns a database of one release into that of the next. Each runs once, in this order; one that has been released
 * is never changed, only followed by another.
 */
export const MIGRATIONS: readonly string[] = [
  `create table claims (key text primary key, state text not null, tries integer not null, at integer not null) without rowid;
   create index claims_at on claims (at);
   create table threads (
     team text not null, channel text not null, thread text not null, state text not null, at integer not null,
     primary key (team, channel, thread)
   ) without rowid;
   create index threads_at on threads (at);
   create table answers (
     key text primary key, channel text not null, ts text not null, thread text, before text, at integer not null
   ) without rowid;
   create index answers_at on answers (at);`,
];
