import type { Events } from './events.ts';
import { postAsBot, threadFields } from './methods/chat.ts';
import { readContent } from './methods/content.ts';
import { ApiRefusal } from './methods/method.ts';
import type { Dict, Ephemeral, Place, WireMessage } from './wire.ts';
import type { Workspace } from './workspace.ts';

export const RESPONSE_PATH = '/respond/';
const USES = 5;
const LIFE_MS = 30 * 60 * 1000;

interface Grant {
  readonly channel: string;
  readonly user: string;
  readonly thread_ts: string | undefined;
  /** The message whose button was clicked; a command has none. */
  readonly original: (Place & { readonly ephemeral: boolean }) | undefined;
  readonly expires: number;
  used: number;
}

export type Shown =
  | { readonly kind: 'ephemeral'; readonly message: Ephemeral }
  | { readonly kind: 'in_channel'; readonly message: WireMessage }
  | { readonly kind: 'nothing' };

/** The addresses that let an app answer a command or a click for a while, even where it is not a member. */
export class ResponseUrls {
  readonly #workspace: Workspace;
  readonly #events: Events;
  readonly #url: () => string;
  readonly #grants = new Map<string, Grant>();
  readonly #track: (work: Promise<unknown>) => void;

  constructor(workspace: Workspace, events: Events, url: () => string, track: (work: Promise<unknown>) => void) {
    this.#workspace = workspace;
    this.#events = events;
    this.#url = url;
    this.#track = track;
  }

  grant(grant: Pick<Grant, 'channel' | 'user' | 'original' | 'thread_ts'>): string {
    const id = this.#workspace.nextId('R');
    this.#grants.set(id, { ...grant, expires: this.#workspace.now() + LIFE_MS, used: 0 });
    return `${this.#url()}${RESPONSE_PATH}${id}`;
  }

  /** Answers a POST to one of the addresses; the status is Slack's. */
  use(id: string, body: Dict): { readonly status: number; readonly body: Dict } {
    const grant = this.#grants.get(id);
    if (!grant) return { status: 404, body: { ok: false, error: 'invalid_url' } };
    if (this.#workspace.now() > grant.expires) return { status: 404, body: { ok: false, error: 'expired_url' } };
    if (grant.used >= USES) return { status: 404, body: { ok: false, error: 'used_url' } };
    grant.used += 1;
    try {
      this.#respond(grant, body);
      return { status: 200, body: { ok: true } };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      return { status: 400, body: { ok: false, error: error.error, ...error.more } };
    }
  }

  /** Shows what an app answered, in an acknowledgement or through its address. Throws what Slack would refuse. */
  show(answer: Dict, where: Pick<Grant, 'channel' | 'user' | 'thread_ts'>): Shown {
    const { text, blocks } = readContent(answer, this.#workspace);
    const content = { text, ...(blocks ? { blocks } : {}) };
    const thread_ts = typeof answer.thread_ts === 'string' ? answer.thread_ts : undefined;
    if (answer.response_type === 'in_channel') {
      const parent = thread_ts === undefined ? undefined : this.#workspace.message(where.channel, thread_ts);
      const message = postAsBot(this.#workspace, where.channel, content, {
        ...threadFields(parent),
        subtype: 'bot_message',
      });
      this.#track(this.#events.posted(message));
      return { kind: 'in_channel', message };
    }
    const thread = thread_ts ?? where.thread_ts;
    const message = this.#workspace.addEphemeral({
      ts: this.#workspace.nextTs(),
      channel: where.channel,
      user: where.user,
      from: this.#workspace.bot.id,
      ...content,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    return { kind: 'ephemeral', message };
  }

  #respond(grant: Grant, body: Dict): void {
    const { original } = grant;
    if (original && body.delete_original === true) this.#remove(original);
    else if (original && body.replace_original === true) this.#replace(original, body);
    else this.show(body, grant);
  }

  #remove(original: Place & { readonly ephemeral: boolean }): void {
    if (original.ephemeral) {
      this.#workspace.removeEphemeral(original.ts);
      return;
    }
    const message = this.#workspace.message(original.channel, original.ts);
    if (!message) return;
    this.#workspace.remove(message.channel, message.ts);
    this.#track(this.#events.deleted(message));
  }

  /** What was private stays private: `response_type: in_channel` does not make an ephemeral message public. */
  #replace(original: Place & { readonly ephemeral: boolean }, body: Dict): void {
    const { text, blocks } = readContent(body, this.#workspace);
    if (original.ephemeral) {
      this.#workspace.replaceEphemeral(original.ts, { text, blocks: blocks ?? [] });
      return;
    }
    const before = this.#workspace.message(original.channel, original.ts);
    if (!before) return;
    const edited = { user: before.user, ts: this.#workspace.nextTs() };
    const after: WireMessage = { ...before, text, blocks: blocks ?? [], edited };
    this.#workspace.replace(after);
    this.#track(this.#events.edited(before, after));
  }
}
