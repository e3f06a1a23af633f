import type { Click, Clicks } from './clicks.ts';
import type { CommandOutcome, Commands } from './commands.ts';
import { type Conversation, idOf, type Said, type Where, type Who } from './conversation.ts';
import type { Delivery, Reply } from './delivery.ts';
import type { Place } from './wire.ts';
import type { Workspace } from './workspace.ts';

/** All that people can do, for tests and for the page alike. */
export interface PeopleActions {
  /** Says `text` as typed (`@fwcompare hello`); resolves when the app has acknowledged, or Slack has given up on, its events. */
  say(said: { by: Who; channel: Where; text: string; thread_ts?: string | undefined }): Promise<Said>;
  /** Runs a slash command, typed whole (`/fwcompare tpu`); resolves with what the person sees at once. */
  command(typed: { by: Who; channel: Where; text: string; thread_ts?: string | undefined }): Promise<CommandOutcome>;
  /** Clicks a button, or chooses in a menu; resolves with the app's acknowledgement. */
  click(click: Click): Promise<Reply>;
  edit(place: Place, text: string): Promise<readonly Delivery[]>;
  remove(place: Place): Promise<readonly Delivery[]>;
  /** Removes an ephemeral from the reader's view. */
  dismiss(ts: string): void;
  openHome(by: Who, tab?: 'home' | 'messages'): Promise<readonly Delivery[]>;
  /** Brings the bot into a channel. */
  invite(channel: Where, options?: { by?: Who }): Promise<readonly Delivery[]>;
  /** Takes the bot out of a channel. */
  kick(channel: Where): Promise<void>;
}

export function peopleActions(
  workspace: Workspace,
  parts: { conversation: Conversation; commands: Commands; clicks: Clicks },
  track: <T>(work: Promise<T>) => Promise<T>,
): PeopleActions {
  const { conversation, commands, clicks } = parts;
  const firstPerson = () => [...workspace.people.values()].find((person) => !person.isBot)?.id ?? workspace.bot.id;
  return {
    say: (said) => track(conversation.say(said)),
    command: ({ by, channel, text, thread_ts }) =>
      track(commands.run({ by: idOf(by), channel: idOf(channel), text, thread_ts })),
    click: (click) => track(clicks.click(click)),
    edit: (place, text) => track(conversation.edit(place, text)),
    remove: (place) => track(conversation.remove(place)),
    dismiss: (ts) => workspace.removeEphemeral(ts),
    openHome: (by, tab = 'home') => track(conversation.openHome(idOf(by), tab)),
    invite: (channel, { by = firstPerson() } = {}) =>
      track(conversation.invite(idOf(channel), workspace.bot.id, idOf(by))),
    kick: (channel) => conversation.kick(idOf(channel), workspace.bot.id),
  };
}
