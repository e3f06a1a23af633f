import { createHmac } from 'node:crypto';
import type { PayloadKind, Reply, Retry, Transport } from './delivery.ts';
import { UrlNotVerifiedError } from './errors.ts';
import type { Dict } from './wire.ts';

/** Signed POSTs to the app's events URL, as Slack sends them. */
export class HttpTransport implements Transport {
  readonly #signingSecret: string;
  #url: string | undefined;

  constructor(signingSecret: string) {
    this.#signingSecret = signingSecret;
  }

  get ready(): boolean {
    return this.#url !== undefined;
  }

  /** Slack takes an events URL only after it has echoed a challenge; so do we. */
  async deliverTo(url: string): Promise<void> {
    const challenge = `challenge-${Date.now()}`;
    const body = JSON.stringify({ token: 'local', challenge, type: 'url_verification' });
    const reply = await this.#post(url, body, 'application/json', 3000);
    if (!reply.ok) throw new UrlNotVerifiedError(url, reply.reason);
    const echoed = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    if (!echoed.includes(challenge)) throw new UrlNotVerifiedError(url, 'the challenge did not come back');
    this.#url = url;
  }

  async send(kind: PayloadKind, payload: Dict, timeoutMs: number, retry: Retry | undefined): Promise<Reply> {
    if (this.#url === undefined) return { ok: false, reason: 'connection_failed' };
    const [type, body] = encode(kind, payload);
    const retryHeaders: Record<string, string> = retry
      ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }
      : {};
    return this.#post(this.#url, body, type, timeoutMs, retryHeaders);
  }

  async #post(
    url: string,
    body: string,
    type: string,
    timeoutMs: number,
    more: Record<string, string> = {},
  ): Promise<Reply> {
    // The machine's clock, not the workspace's: the app compares the stamp with its own.
    const stamp = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', this.#signingSecret).update(`v0:${stamp}:${body}`).digest('hex')}`;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': stamp,
          'x-slack-signature': signature,
          ...more,
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = await response.text();
      if (response.ok) return { ok: true, body: decode(answer, response.headers.get('content-type')) };
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { ok: false, reason: 'http_error', status: response.status, noRetry };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, reason: timedOut ? 'http_timeout' : 'connection_failed' };
    }
  }
}

function encode(kind: PayloadKind, payload: Dict): readonly [string, string] {
  const form = 'application/x-www-form-urlencoded';
  switch (kind) {
    case 'events_api':
      return ['application/json', JSON.stringify(payload)];
    case 'slash_commands':
      return [form, formOf(payload).toString()];
    case 'interactive':
      return [form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()];
  }
}

function formOf(fields: Dict): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}

function decode(answer: string, type: string | null): unknown {
  if (answer === '' || !type?.includes('json')) return answer;
  try {
    const parsed: unknown = JSON.parse(answer);
    return parsed;
  } catch {
    return answer;
  }
}
