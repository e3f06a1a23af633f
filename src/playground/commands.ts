import type { Conversation } from './conversation.ts';
import type { Outbox, Reply } from './delivery.ts';
import type { AppManifest, SlashCommand } from './manifest.ts';
import { ApiRefusal } from './methods/method.ts';
import type { ResponseUrls, Shown } from './response-urls.ts';
import { type Channel, type Ephemeral, isDict } from './wire.ts';
import { APP_ID, SLACKBOT, TEAM, type Workspace } from './workspace.ts';

/** What the person who typed a command gets to see in the acknowledgement. Later messages come by response_url. */
export type CommandOutcome = Shown | { readonly kind: 'error'; readonly error: string; readonly message: Ephemeral };

interface Typed {
  readonly by: string;
  readonly channel: string;
  readonly text: string;
  readonly thread_ts: string | undefined;
}

/** Slash commands, with the words Slack uses when one of them goes wrong. */
export class Commands {
  readonly #workspace: Workspace;
  readonly #manifest: AppManifest;
  readonly #outbox: Outbox;
  readonly #responses: ResponseUrls;
  readonly #conversation: Conversation;

  constructor(
    workspace: Workspace,
    manifest: AppManifest,
    outbox: Outbox,
    responses: ResponseUrls,
    talk: Conversation,
  ) {
    this.#workspace = workspace;
    this.#manifest = manifest;
    this.#outbox = outbox;
    this.#responses = responses;
    this.#conversation = talk;
  }

  async run(typed: Typed): Promise<CommandOutcome> {
    const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(typed.text.trim()) ?? [];
    if (typed.thread_ts !== undefined)
      return this.#fails(typed, 'not_supported_in_threads', `${name} is not supported in threads. Sorry!`);
    if (name === '/invite' || name === '/remove') return this.#ownCommand(name, typed);
    const command = this.#manifest.commands.find((one) => one.command === name);
    if (!command) {
      const hint = 'In Slack, all messages that start with the “/” character are interpreted as commands.';
      return this.#fails(typed, 'unknown_command', `${name} is not a valid command. ${hint}`);
    }
    return this.#shows(name, typed, await this.#send(command, text, typed));
  }

  #send(command: SlashCommand, text: string, { by, channel }: Typed): Promise<Reply> {
    return this.#outbox.once('slash_commands', {
      token: 'local',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: channel,
      channel_name: payloadName(this.#workspace.channel(channel)),
      user_id: by,
      user_name: this.#workspace.person(by).name,
      command: command.command,
      text: command.shouldEscape ? this.#escaped(text) : text,
      api_app_id: APP_ID,
      is_enterprise_install: 'false',
      response_url: this.#responses.grant({ channel, user: by, thread_ts: undefined, original: undefined }),
      trigger_id: this.#workspace.nextId('trigger.'),
    });
  }

  /** In a command Slack writes a mention with its name: `<@U0ADA|ada>`. */
  #escaped(text: string): string {
    return this.#conversation.wireText(text).replace(/<@(\w+)>/g, (as, id: string) => {
      const person = this.#workspace.people.get(id);
      return person ? `<@${id}|${person.name}>` : as;
    });
  }

  #shows(name: string, typed: Typed, reply: Reply): CommandOutcome {
    if (!reply.ok) {
      const error = /timeout$/.test(reply.reason) ? 'operation_timeout' : 'dispatch_failed';
      return this.#fails(typed, error, `${name} failed with the error "${error}"`);
    }
    const answer = isDict(reply.body) ? reply.body : { text: String(reply.body ?? '') };
    if (answer.response_type === 'in_channel') this.#showTyped(typed);
    const empty = !answer.text && !answer.blocks && !answer.attachments;
    if (empty) return { kind: 'nothing' };
    try {
      return this.#responses.show(answer, { channel: typed.channel, user: typed.by, thread_ts: undefined });
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const because = JSON.stringify(error.more.response_metadata ?? {});
      return this.#fails(
        typed,
        'invalid_command_response',
        `${name} failed with the error "${error.error}" ${because}`,
      );
    }
  }

  /** An answer for all to see shows the command it answers. */
  #showTyped({ by, channel, text }: Typed): void {
    const ts = this.#workspace.nextTs();
    this.#workspace.add({ type: 'message', subtype: 'slash_command', channel, user: by, ts, text });
  }

  async #ownCommand(name: string, { by, channel, text }: Typed): Promise<CommandOutcome> {
    const { bot } = this.#workspace;
    const handle = this.#conversation.wireText(text);
    if (!handle.includes(`<@${bot.id}>`))
      return this.#fails(
        { by, channel, text, thread_ts: undefined },
        'user_not_found',
        `Name someone: ${name} @${bot.name}`,
      );
    if (name === '/invite') await this.#conversation.invite(channel, bot.id, by);
    else await this.#conversation.kick(channel, bot.id);
    return { kind: 'nothing' };
  }

  #fails({ by, channel, thread_ts }: Typed, error: string, text: string): CommandOutcome {
    const message = this.#workspace.addEphemeral({
      ts: this.#workspace.nextTs(),
      channel,
      user: by,
      from: SLACKBOT,
      text,
      ...(thread_ts === undefined ? {} : { thread_ts }),
    });
    return { kind: 'error', error, message };
  }
}

/** What Slack calls a conversation in payloads. */
export function payloadName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}
