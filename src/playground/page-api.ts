import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { WorkspaceError } from './errors.ts';
import { readBody, sendJson } from './http.ts';
import type { PageState } from './page-state.ts';
import type { PeopleActions } from './people-actions.ts';

export const PAGE_API = '/local/';
const place = z.object({ channel: z.string(), ts: z.string() });

const requests = {
  say: z.object({
    by: z.string(),
    channel: z.string(),
    text: z.string().min(1).max(12_000),
    thread_ts: z.string().optional(),
  }),
  click: z.object({
    by: z.string(),
    on: z.union([z.literal('home'), place]),
    action_id: z.string(),
    block_id: z.string().optional(),
    value: z.string().optional(),
  }),
  edit: place.extend({ text: z.string().min(1) }),
  remove: place,
  dismiss: z.object({ ts: z.string() }),
  home: z.object({ by: z.string(), tab: z.enum(['home', 'messages']) }),
  invite: z.object({ by: z.string(), channel: z.string() }),
} as const;

/** What the page asks of the workspace, and the stream that keeps it up to date. */
export class PageApi {
  readonly #actions: PeopleActions;
  readonly #state: () => PageState;
  readonly #streams = new Set<ServerResponse>();
  #pushing: NodeJS.Timeout | undefined;

  constructor(actions: PeopleActions, state: () => PageState) {
    this.#actions = actions;
    this.#state = state;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const what = url.pathname.slice(PAGE_API.length);
    if (request.method === 'GET' && what === 'state') return sendJson(response, 200, this.#state());
    if (request.method === 'GET' && what === 'stream') return this.#open(request, response);
    if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json'))
      return sendJson(response, 404, { error: 'There is nothing here.' });
    try {
      const body: unknown = JSON.parse(await readBody(request));
      sendJson(response, 200, (await this.#act(what, body)) ?? {});
    } catch (error) {
      const known = error instanceof WorkspaceError || error instanceof z.ZodError || error instanceof SyntaxError;
      if (!known) throw error;
      sendJson(response, 400, {
        error: error instanceof WorkspaceError ? error.message : 'That request is not understood.',
      });
    }
  }

  /** Many changes in one moment reach the page as one. */
  push(): void {
    if (this.#streams.size === 0 || this.#pushing) return;
    this.#pushing = setTimeout(() => {
      this.#pushing = undefined;
      const data = `data: ${JSON.stringify(this.#state())}\n\n`;
      for (const stream of this.#streams) stream.write(data);
    }, 25);
  }

  close(): void {
    clearTimeout(this.#pushing);
    for (const stream of this.#streams) stream.end();
  }

  #open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\ndata: ${JSON.stringify(this.#state())}\n\n`);
    this.#streams.add(response);
    request.on('close', () => this.#streams.delete(response));
  }

  async #act(what: string, body: unknown): Promise<unknown> {
    switch (what) {
      case 'say': {
        const said = requests.say.parse(body);
        if (said.text.startsWith('/')) return this.#actions.command(said);
        return begun(this.#actions.say(said));
      }
      case 'click':
        return this.#actions.click(requests.click.parse(body));
      case 'edit': {
        const { text, ...at } = requests.edit.parse(body);
        return begun(this.#actions.edit(at, text));
      }
      case 'remove':
        return begun(this.#actions.remove(requests.remove.parse(body)));
      case 'dismiss':
        return this.#actions.dismiss(requests.dismiss.parse(body).ts);
      case 'home': {
        const { by, tab } = requests.home.parse(body);
        return begun(this.#actions.openHome(by, tab));
      }
      case 'invite': {
        const { by, channel } = requests.invite.parse(body);
        return begun(this.#actions.invite(channel, { by }));
      }
      default:
        throw new WorkspaceError(`The page cannot ask for "${what}".`);
    }
  }
}

/**
 * Waits only long enough to hear of a refusal: the page sees the rest by its stream, and an event's redeliveries would
 * hold its composer for minutes.
 */
async function begun(work: Promise<unknown>): Promise<void> {
  let failure: unknown;
  work.catch((error: unknown) => {
    failure = error;
  });
  await nextTurn();
  if (failure !== undefined) throw failure;
}
