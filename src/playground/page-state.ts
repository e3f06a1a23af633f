import type { AppManifest } from './manifest.ts';
import type { Channel, Ephemeral, HomeView, Person, WireMessage } from './wire.ts';
import { TEAM, type Workspace } from './workspace.ts';

/** A page shows the recent past: a benchmark's thousands of messages would only slow the browser. */
const RECENT = 300;

/** Everything the page draws, sent whole after each change. */
export interface PageState {
  readonly team: string;
  readonly bot: Person & { readonly appName: string; readonly homeTab: boolean };
  readonly people: readonly Person[];
  readonly channels: readonly (Omit<Channel, 'members'> & { readonly members: readonly string[] })[];
  readonly messages: readonly WireMessage[];
  readonly ephemerals: readonly Ephemeral[];
  readonly homes: Readonly<Record<string, HomeView>>;
  readonly commands: readonly { readonly command: string; readonly description: string; readonly usageHint: string }[];
  readonly suggestions: readonly string[];
}

export function pageState(workspace: Workspace, manifest: AppManifest, suggestions: readonly string[]): PageState {
  const channels = [...workspace.channels.values()];
  const { bot } = workspace;
  return {
    team: TEAM.name,
    bot: { ...bot, appName: manifest.appName, homeTab: manifest.homeTab },
    people: [...workspace.people.values()],
    channels: channels.map((channel) => ({ ...channel, members: [...channel.members] })),
    messages: channels.flatMap((channel) => workspace.messages(channel.id).slice(-RECENT)),
    ephemerals: workspace.ephemerals().slice(-RECENT),
    homes: Object.fromEntries(workspace.homes),
    commands: [
      ...manifest.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
      { command: '/invite', description: 'Add the bot to this channel', usageHint: `@${bot.name}` },
      { command: '/remove', description: 'Take the bot out of this channel', usageHint: `@${bot.name}` },
    ],
    suggestions,
  };
}
