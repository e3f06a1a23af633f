import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, Failures } from './failures.ts';
import { readBody, sendJson } from './http.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { ApiRefusal, type Method, type MethodContext } from './methods/method.ts';
import { otherMethods } from './methods/others.ts';
import { type Dict, isDict } from './wire.ts';

const METHODS: Readonly<Record<string, Method>> = { ...chatMethods, ...conversationMethods, ...otherMethods };

/** Arguments that a form carries as JSON or as `true`/`false`; a test reads them back as what the bot meant. */
const ENCODED = /^(blocks|attachments|metadata|view|unfurl_\w+|mrkdwn|reply_broadcast|inclusive|include_all_metadata)$/;

/** One call of the Web API, as the bot made it and as it was answered. */
export interface ApiCall {
  readonly method: string;
  readonly args: Dict;
  readonly at: number;
  /** Undefined when the answer never reached the bot. */
  readonly answer: Dict | undefined;
}

export interface Tokens {
  readonly bot: string;
  readonly app: string | undefined;
}

/** Answers `/api/<method>` as Slack does: HTTP 200 with `ok`, except where a test ordered a failure. */
export class WebApi {
  readonly failures = new Failures();
  readonly #context: MethodContext;
  readonly #tokens: Tokens;
  readonly #calls: ApiCall[] = [];
  #inFlight = 0;

  constructor(context: MethodContext, tokens: Tokens) {
    this.#context = context;
    this.#tokens = tokens;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  calls(method?: string): readonly ApiCall[] {
    return method === undefined ? [...this.#calls] : this.#calls.filter((call) => call.method === method);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    this.#inFlight += 1;
    try {
      const method = url.pathname.replace(/^\/api\//, '');
      const args = { ...Object.fromEntries(url.searchParams), ...decodeArgs(await readBody(request), request) };
      const { token: tokenArg, ...shown } = args;
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      const token = bearer ?? (typeof tokenArg === 'string' ? tokenArg : undefined);

      const failure = this.failures.take(method);
      const answer = failure && !failure.storesFirst ? undefined : this.#answer(method, shown, token);
      this.#calls.push({ method, args: shown, at: Date.now(), answer: failure ? undefined : answer });
      if (failure) await fail(failure, response);
      else sendJson(response, 200, answer ?? {}, this.#headers());
    } finally {
      this.#inFlight -= 1;
      this.#context.workspace.changed();
    }
  }

  #headers(): Record<string, string> {
    return { 'x-oauth-scopes': this.#context.manifest.scopes.join(','), 'x-slack-req-id': String(this.#calls.length) };
  }

  #answer(name: string, args: Dict, token: string | undefined): Dict {
    try {
      if (token === undefined) throw new ApiRefusal('not_authed');
      if (token !== this.#tokens.bot && token !== this.#tokens.app) throw new ApiRefusal('invalid_auth');
      const method = METHODS[name];
      if (!method) throw new ApiRefusal('unknown_method', { req_method: name });
      const expected = method.token === 'bot' ? this.#tokens.bot : this.#tokens.app;
      if (token !== expected) throw new ApiRefusal('not_allowed_token_type');
      this.#needScope(method.scopes(args, this.#context));
      return { ok: true, ...method.run(args, this.#context) };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      return { ok: false, error: error.error, ...error.more };
    }
  }

  #needScope(anyOf: readonly string[]): void {
    const { scopes } = this.#context.manifest;
    if (anyOf.length === 0 || anyOf.some((scope) => scopes.includes(scope))) return;
    throw new ApiRefusal('missing_scope', { needed: anyOf.join(','), provided: scopes.join(',') });
  }
}

function decodeArgs(body: string, request: IncomingMessage): Dict {
  if (request.headers['content-type']?.startsWith('application/json')) {
    const read: unknown = body === '' ? {} : JSON.parse(body);
    return isDict(read) ? read : {};
  }
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, decodeArg(name, value)]));
}

function decodeArg(name: string, value: string): unknown {
  if (!ENCODED.test(name)) return value;
  try {
    const read: unknown = JSON.parse(value);
    return read;
  } catch {
    return value;
  }
}

async function fail(failure: Failure, response: ServerResponse): Promise<void> {
  switch (failure.kind) {
    case 'http':
      response.writeHead(failure.status, { 'content-type': 'text/plain' }).end('the local workspace was told to fail');
      return;
    case 'rate_limited':
      sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(failure.retryAfterS) });
      return;
    case 'error': {
      const detail = failure.messages ? { response_metadata: { messages: failure.messages } } : {};
      sendJson(response, 200, { ok: false, error: failure.error, ...detail });
      return;
    }
    case 'hang':
      await sleep(failure.ms, undefined, { ref: false });
      response.destroy();
      return;
    case 'drop':
      response.destroy();
  }
}
