import type { Delivery } from './delivery.ts';
import { WorkspaceError } from './errors.ts';
import type { Events } from './events.ts';
import { threadFields } from './methods/chat.ts';
import { mentions, richTextOf, toWireText } from './typed-text.ts';
import type { Place, WireMessage } from './wire.ts';
import { SLACKBOT, TEAM, type Workspace } from './workspace.ts';

/** A person, as an id or as the person. */
export type Who = string | { readonly id: string };
/** A channel, as an id or as the channel. */
export type Where = string | { readonly id: string };

export const idOf = (one: Who | Where): string => (typeof one === 'string' ? one : one.id);

export interface Said extends Place {
  readonly message: WireMessage;
  /** What became of each event the message set off; empty when the app was not to hear of it. */
  readonly deliveries: readonly Delivery[];
}

/** What people do with messages: each changes the workspace at once and resolves when its events are through. */
export class Conversation {
  readonly #workspace: Workspace;
  readonly #events: Events;

  constructor(workspace: Workspace, events: Events) {
    this.#workspace = workspace;
    this.#events = events;
  }

  async say(said: { by: Who; channel: Where; text: string; thread_ts?: string | undefined }): Promise<Said> {
    const user = idOf(said.by);
    const channel = this.#workspace.channel(idOf(said.channel));
    this.#mustBeIn(channel.id, user);
    const parent = said.thread_ts === undefined ? undefined : this.#workspace.message(channel.id, said.thread_ts);
    if (said.thread_ts !== undefined && !parent) throw new WorkspaceError(`There is no thread ${said.thread_ts}.`);

    const text = this.wireText(said.text);
    const message = this.#workspace.add({
      type: 'message',
      channel: channel.id,
      user,
      ts: this.#workspace.nextTs(),
      client_msg_id: this.#workspace.nextId('client-'),
      text,
      team: TEAM.id,
      blocks: [richTextOf(text, this.#workspace.nextId('b'))],
      ...threadFields(parent),
    });
    if (mentions(text, this.#workspace.bot.id) && !this.#workspace.botIsIn(channel.id)) this.#sayNotHere(message);
    const deliveries = await this.#events.posted(message);
    return { channel: channel.id, ts: message.ts, message, deliveries };
  }

  async edit(place: Place, typed: string): Promise<readonly Delivery[]> {
    const before = this.#existing(place);
    const text = this.wireText(typed);
    const edited = { user: before.user, ts: this.#workspace.nextTs() };
    const after = { ...before, text, blocks: [richTextOf(text, this.#workspace.nextId('b'))], edited };
    this.#workspace.replace(after);
    return this.#events.edited(before, after);
  }

  /** A message with replies leaves a tombstone, as in Slack, so that its thread keeps a head. */
  async remove(place: Place): Promise<readonly Delivery[]> {
    const before = this.#existing(place);
    if (this.#workspace.replies(place.channel, place.ts).length === 0) {
      this.#workspace.remove(place.channel, place.ts);
      return this.#events.deleted(before);
    }
    const { blocks: _, ...rest } = before;
    const text = 'This message was deleted.';
    const after: WireMessage = { ...rest, user: SLACKBOT, subtype: 'tombstone', text };
    this.#workspace.replace(after);
    return this.#events.edited(before, after);
  }

  async invite(channelId: string, user: string, inviter: string): Promise<readonly Delivery[]> {
    const channel = this.#workspace.channel(channelId);
    if (channel.members.has(user)) return [];
    channel.members.add(user);
    return this.#events.joined(
      channelId,
      user,
      inviter,
      this.#note(channelId, user, 'has joined the channel', 'channel_join'),
    );
  }

  async kick(channelId: string, user: string): Promise<void> {
    if (!this.#workspace.channel(channelId).members.delete(user)) return;
    this.#note(channelId, user, 'has left the channel', 'channel_leave');
  }

  /** Opening the bot's Home tab, or its Messages tab, which people do by looking at it. */
  openHome(user: string, tab: 'home' | 'messages'): Promise<readonly Delivery[]> {
    return this.#events.homeOpened(user, this.#workspace.directMessages(user).id, tab);
  }

  wireText(typed: string): string {
    return toWireText(typed, this.#workspace.people.values(), this.#workspace.channels.values());
  }

  #note(channel: string, user: string, what: string, subtype: string): WireMessage {
    const text = `<@${user}> ${what}`;
    return this.#workspace.add({ type: 'message', subtype, channel, user, ts: this.#workspace.nextTs(), text });
  }

  #sayNotHere({ channel, user, thread_ts }: WireMessage): void {
    const { bot } = this.#workspace;
    this.#workspace.addEphemeral({
      ts: this.#workspace.nextTs(),
      channel,
      user,
      from: SLACKBOT,
      text: `You mentioned <@${bot.id}>, but they're not in this channel. Type \`/invite @${bot.name}\` to add them.`,
      ...(thread_ts === undefined ? {} : { thread_ts }),
    });
  }

  #existing(place: Place): WireMessage {
    const message = this.#workspace.message(place.channel, place.ts);
    if (!message) throw new WorkspaceError(`There is no message ${place.ts} in ${place.channel}.`);
    return message;
  }

  #mustBeIn(channelId: string, user: string): void {
    const { members, name } = this.#workspace.channel(channelId);
    if (!members.has(user)) throw new WorkspaceError(`${user} is not a member of ${name || channelId}.`);
  }
}
