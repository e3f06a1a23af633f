import type { PageState } from '../page-state.ts';
import { unescapeText } from '../typed-text.ts';
import type { Person } from '../wire.ts';

export type PageChannel = PageState['channels'][number];

const SLACKBOT: Person = { id: 'USLACKBOT', name: 'Slackbot', realName: 'Slackbot', isBot: true };

export function personOf(state: PageState, id: string): Person {
  if (id === SLACKBOT.id) return SLACKBOT;
  return state.people.find((person) => person.id === id) ?? { id, name: id, realName: id, isBot: false };
}

/** `#general`, `fwcompare` for the bot's direct messages, or the others' names for a group. */
export function channelTitle(state: PageState, channel: PageChannel, me: Person): string {
  if (channel.kind === 'im') return state.bot.name;
  if (channel.kind !== 'mpim') return `#${channel.name}`;
  const others = channel.members.filter((id) => id !== me.id);
  return others.map((id) => personOf(state, id).name).join(', ');
}

export function timeOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

export const clockTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
export const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
export const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });

/** A stored text as its author typed it, for the edit box. */
export function asTyped(state: PageState, text: string): string {
  const typed = text
    .replace(/<@(\w+)(\|[^>]*)?>/g, (_, id: string) => `@${personOf(state, id).name}`)
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<(https?:[^|>]+)(\|[^>]*)?>/g, '$1');
  return unescapeText(typed);
}
