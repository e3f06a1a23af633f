import type { Delivery, Outbox } from './delivery.ts';
import type { AppManifest } from './manifest.ts';
import { mentions } from './typed-text.ts';
import { CHANNEL_TYPES, type Dict, KIND_WORDS, onTheWire, type WireMessage } from './wire.ts';
import { APP_ID, TEAM, type Workspace } from './workspace.ts';

export type Deliveries = Promise<readonly Delivery[]>;

/** Decides which events the app hears of: what the manifest subscribes to and has the scope for, where the bot is a member. */
export class Events {
  readonly #workspace: Workspace;
  readonly #manifest: AppManifest;
  readonly #outbox: Outbox;

  constructor(workspace: Workspace, manifest: AppManifest, outbox: Outbox) {
    this.#workspace = workspace;
    this.#manifest = manifest;
    this.#outbox = outbox;
  }

  /** A new message: the `message` event and, where it names the bot, an `app_mention` with the same ts. */
  posted(message: WireMessage): Deliveries {
    const { bot } = this.#workspace;
    const kind = this.#workspace.channel(message.channel).kind;
    const common = { ...onTheWire(message), channel: message.channel, event_ts: message.ts };
    const named = kind !== 'im' && message.user !== bot.id && mentions(message.text, bot.id);
    return this.#all([
      ...(named && this.#hears('app_mention', 'app_mentions:read') && this.#workspace.botIsIn(message.channel)
        ? [{ ...common, type: 'app_mention' }]
        : []),
      ...this.#messageEvent(message.channel, common),
    ]);
  }

  edited(before: WireMessage, after: WireMessage): Deliveries {
    return this.#changed('message_changed', before, { message: onTheWire(after) });
  }

  deleted(before: WireMessage): Deliveries {
    return this.#changed('message_deleted', before, { deleted_ts: before.ts });
  }

  joined(channel: string, user: string, inviter: string, message: WireMessage): Deliveries {
    const { kind } = this.#workspace.channel(channel);
    const event = {
      type: 'member_joined_channel',
      user,
      channel,
      channel_type: kind === 'private' ? 'G' : 'C',
      team: TEAM.id,
      inviter,
      event_ts: message.ts,
    };
    const common = { ...onTheWire(message), channel, event_ts: message.ts };
    return this.#all([
      ...(this.#hears('member_joined_channel', 'channels:read', 'groups:read') ? [event] : []),
      ...this.#messageEvent(channel, common),
    ]);
  }

  homeOpened(user: string, channel: string, tab: 'home' | 'messages'): Deliveries {
    if (!this.#hears('app_home_opened')) return Promise.resolve([]);
    const view = tab === 'home' ? this.#workspace.homes.get(user) : undefined;
    const event_ts = this.#workspace.nextTs();
    return this.#all([{ type: 'app_home_opened', user, channel, tab, event_ts, ...(view ? { view } : {}) }]);
  }

  /** Any inner event, past all rules: for a test that sends what no page can, or the same envelope twice. */
  async raw(event: Dict, envelope: Dict = {}): Promise<Delivery> {
    return this.#outbox.event({ ...this.#envelope(event), ...envelope }, String(event.type));
  }

  #changed(subtype: string, before: WireMessage, fields: Dict): Deliveries {
    const ts = this.#workspace.nextTs();
    const event = { type: 'message', subtype, channel: before.channel, hidden: true, ts, event_ts: ts, ...fields };
    return this.#all(this.#messageEvent(before.channel, { ...event, previous_message: onTheWire(before) }));
  }

  #messageEvent(channelId: string, event: Dict): readonly Dict[] {
    const { kind } = this.#workspace.channel(channelId);
    const words = KIND_WORDS[kind];
    if (!this.#hears(`message.${words}`, `${words}:history`) || !this.#workspace.botIsIn(channelId)) return [];
    return [{ ...event, channel_type: CHANNEL_TYPES[kind] }];
  }

  /** Subscribed, and with one of the scopes the event needs. */
  #hears(event: string, ...anyScope: readonly string[]): boolean {
    const { botEvents, scopes } = this.#manifest;
    return botEvents.includes(event) && (anyScope.length === 0 || anyScope.some((scope) => scopes.includes(scope)));
  }

  #all(events: readonly Dict[]): Deliveries {
    return Promise.all(events.map((event) => this.#outbox.event(this.#envelope(event), String(event.type))));
  }

  #envelope(event: Dict): Dict {
    const authorization = { enterprise_id: null, team_id: TEAM.id, user_id: this.#workspace.bot.id };
    return {
      token: 'local',
      team_id: TEAM.id,
      context_team_id: TEAM.id,
      context_enterprise_id: null,
      api_app_id: APP_ID,
      event,
      type: 'event_callback',
      event_id: this.#workspace.nextId('Ev'),
      event_time: Math.floor(this.#workspace.now() / 1000),
      authorizations: [{ ...authorization, is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: false,
      event_context: this.#workspace.nextId('4-'),
    };
  }
}
