import { EventEmitter } from 'node:events';
import { WorkspaceError } from './errors.ts';
import type { Channel, Ephemeral, HomeView, Person, WireMessage } from './wire.ts';

export const TEAM = { id: 'T0LOCAL', name: 'Local workspace', domain: 'local-workspace' } as const;
export const APP_ID = 'A0LOCAL';
export const SLACKBOT = 'USLACKBOT';

/** Everything the pretend workspace remembers. Knows nothing of HTTP or delivery; says `changed` after each change. */
export class Workspace {
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel & { members: Set<string> }>();
  readonly homes = new Map<string, HomeView>();
  readonly #messages = new Map<string, WireMessage[]>();
  readonly #reactions = new Map<string, Set<string>>();
  #ephemerals: Ephemeral[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  readonly #clock: () => number;
  #lastTs = 0;
  #counter = 0;

  constructor(
    readonly bot: Person & { readonly botId: string },
    clock: () => number,
  ) {
    this.#clock = clock;
    this.people.set(bot.id, bot);
  }

  /** Calls back after each change until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#changes.on('changed', listener);
    return () => this.#changes.off('changed', listener);
  }

  changed(): void {
    this.#changes.emit('changed');
  }

  now(): number {
    return this.#clock();
  }

  /** A new timestamp. Slack's are unique in a channel and grow, even when two messages come in one microsecond. */
  nextTs(): string {
    this.#lastTs = Math.max(this.#clock() * 1000, this.#lastTs + 1);
    const micros = String(this.#lastTs).padStart(7, '0');
    return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
  }

  nextId(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${String(this.#counter).padStart(8, '0')}`;
  }

  person(id: string): Person {
    const person = this.people.get(id);
    if (!person) throw new WorkspaceError(`There is nobody with the id "${id}" in the local workspace.`);
    return person;
  }

  channel(id: string): Channel & { members: Set<string> } {
    const channel = this.channels.get(id);
    if (!channel) throw new WorkspaceError(`There is no channel with the id "${id}" in the local workspace.`);
    return channel;
  }

  botIsIn(channelId: string): boolean {
    return this.channels.get(channelId)?.members.has(this.bot.id) ?? false;
  }

  /** The direct conversation between a person and the bot. */
  directMessages(personId: string): Channel {
    for (const channel of this.channels.values())
      if (channel.kind === 'im' && channel.members.has(personId)) return channel;
    throw new WorkspaceError(`"${personId}" has no direct conversation with the bot.`);
  }

  messages(channelId: string): readonly WireMessage[] {
    return this.#messages.get(channelId) ?? [];
  }

  message(channelId: string, ts: string): WireMessage | undefined {
    return this.messages(channelId).findLast((message) => message.ts === ts);
  }

  replies(channelId: string, threadTs: string): readonly WireMessage[] {
    return this.messages(channelId).filter((message) => message.thread_ts === threadTs && message.ts !== threadTs);
  }

  add(message: WireMessage): WireMessage {
    const list = this.#messages.get(message.channel) ?? [];
    list.push(message);
    this.#messages.set(message.channel, list);
    this.changed();
    return message;
  }

  replace(message: WireMessage): void {
    const list = this.#messages.get(message.channel) ?? [];
    const at = list.findIndex((one) => one.ts === message.ts);
    if (at >= 0) list[at] = message;
    this.changed();
  }

  remove(channelId: string, ts: string): void {
    this.#messages.set(
      channelId,
      this.messages(channelId).filter((message) => message.ts !== ts),
    );
    this.changed();
  }

  ephemerals(userId?: string): readonly Ephemeral[] {
    return userId === undefined ? this.#ephemerals : this.#ephemerals.filter((one) => one.user === userId);
  }

  addEphemeral(ephemeral: Ephemeral): Ephemeral {
    this.#ephemerals.push(ephemeral);
    this.changed();
    return ephemeral;
  }

  replaceEphemeral(ts: string, change: Partial<Ephemeral>): void {
    this.#ephemerals = this.#ephemerals.map((one) => (one.ts === ts ? { ...one, ...change } : one));
    this.changed();
  }

  removeEphemeral(ts: string): void {
    this.#ephemerals = this.#ephemerals.filter((one) => one.ts !== ts);
    this.changed();
  }

  /** False when that person already reacted so. */
  react(channelId: string, ts: string, name: string, user: string, on: boolean): boolean {
    const key = `${channelId}:${ts}:${name}`;
    const users = this.#reactions.get(key) ?? new Set<string>();
    if (users.has(user) === on) return false;
    if (on) users.add(user);
    else users.delete(user);
    this.#reactions.set(key, users);
    this.changed();
    return true;
  }
}
