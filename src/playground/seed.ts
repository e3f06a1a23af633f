import type { Channel, ChannelKind, Person } from './wire.ts';
import { Workspace } from './workspace.ts';

/** The people a newcomer can act as, and a test can speak for. */
export const PEOPLE = {
  ada: { id: 'U0ADA', name: 'ada', realName: 'Ada Obi', isBot: false },
  ben: { id: 'U0BEN', name: 'ben', realName: 'Ben Sato', isBot: false },
  mira: { id: 'U0MIRA', name: 'mira', realName: 'Mira Costa', isBot: false },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof PEOPLE;
export type ChannelKey = 'general' | 'mlPlatform' | 'random' | 'leads' | 'group';

const EVERYONE = Object.values(PEOPLE).map((person) => person.id);

/** The bot is in all but #random; Mira is not in the private channel, so a test can see what she must not. */
export function seedWorkspace(
  botName: string,
  clock: () => number,
): { readonly workspace: Workspace; readonly channels: Readonly<Record<ChannelKey, Channel>> } {
  const bot = { id: 'U0BOT', botId: 'B0BOT', name: botName, realName: botName, isBot: true };
  const workspace = new Workspace(bot, clock);
  for (const person of Object.values(PEOPLE)) workspace.people.set(person.id, person);

  const open = (id: string, name: string, kind: ChannelKind, members: readonly string[]): Channel => {
    const channel = { id, name, kind, members: new Set(members) };
    workspace.channels.set(id, channel);
    return channel;
  };
  const { ada, ben, mira } = PEOPLE;
  const channels = {
    general: open('C0GENERAL', 'general', 'public', [...EVERYONE, bot.id]),
    mlPlatform: open('C0MLPLATFORM', 'ml-platform', 'public', [...EVERYONE, bot.id]),
    random: open('C0RANDOM', 'random', 'public', EVERYONE),
    leads: open('C0LEADS', 'leads', 'private', [ada.id, ben.id, bot.id]),
    group: open('C0GROUP', 'mpdm-ada--ben--bot-1', 'mpim', [ada.id, ben.id, bot.id]),
  };
  for (const person of [ada, ben, mira]) open(`D0${person.name.toUpperCase()}`, '', 'im', [person.id, bot.id]);
  return { workspace, channels };
}
