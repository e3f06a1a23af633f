import type { WebClient, WebClientOptions } from '@slack/web-api';
import type { Mode } from '../config/config.ts';
import type { OpsRoute } from '../ops/routes.ts';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';
import { HttpConnection } from './http-connection.ts';
import { type Identity, identify, missingScopes } from './identity.ts';
import { Intake } from './intake.ts';
import { LoopGuard } from './loop-guard.ts';
import { Posting } from './posting.ts';
import { SocketConnection } from './socket-connection.ts';
import { Turns } from './turns.ts';

export interface ConnectOptions {
  readonly mode: Exclude<Mode, { kind: 'local' }>;
  readonly slackApiUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly routes: readonly OpsRoute[];
  /** What the manifest asks for. */
  readonly scopes: readonly string[];
  /** How long one call of the Web API may take, and how long one with an unknown outcome is given to settle. */
  readonly callMs?: number;
  readonly settleMs?: number;
}

export interface Connected {
  readonly identity: Identity;
  /** Where our own HTTP is served. */
  readonly url: string;
  readonly client: WebClient;
  connected(): boolean;
  /** How long Slack has been out of reach; always 0 in HTTP mode, where Slack calls us. */
  disconnectedMs(): number;
  close(drainMs: number): Promise<void>;
}

export type ConnectDeps = Omit<Deps, 'posting' | 'turns' | 'guard' | 'names'>;

/**
 * Connects the bot to Slack.
 * @throws StartError when Slack refuses or cannot be reached, or the port is taken.
 */
export async function connect(deps: ConnectDeps, options: ConnectOptions): Promise<Connected> {
  const { mode, slackApiUrl, callMs = 10_000 } = options;
  const identity = await identify(mode.botToken, slackApiUrl, callMs);
  warnOfScopes(deps, identity, options.scopes);

  const { metrics, log } = deps;
  const intake = new Intake(metrics, { eventsLast: mode.kind === 'socket' });
  const connection =
    mode.kind === 'socket'
      ? new SocketConnection({ ...options, appToken: mode.appToken, intake, log })
      : new HttpConnection({ ...options, signingSecret: mode.signingSecret, intake, log });
  const app = createApp(
    {
      ...deps,
      posting: new Posting({ metrics, log, ...(options.settleMs !== undefined && { settleMs: options.settleMs }) }),
      turns: new Turns(),
      guard: new LoopGuard(),
      names: [identity.name, 'fwcompare'],
    },
    { token: mode.botToken, identity, receiver: connection, clientOptions: clientOptions(slackApiUrl, callMs) },
  );
  const url = await connection.open();
  return {
    identity,
    url,
    client: app.client,
    connected: () => connection.connected,
    disconnectedMs: () => (connection instanceof SocketConnection ? connection.disconnectedMs : 0),
    close: (drainMs) => connection.close(drainMs),
  };
}

/**
 * The library's own retries would post an answer twice when only the receipt was lost, and one rate limit would hold up
 * every channel; `Posting` knows better in both cases. Its default of no time limit at all would hang a listener.
 */
function clientOptions(slackApiUrl: string | undefined, callMs: number): WebClientOptions {
  return {
    timeout: callMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // `respond` goes through here as well, and would wait for ever.
    fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(callMs) }),
    ...(slackApiUrl && { slackApiUrl }),
  };
}

function warnOfScopes({ log }: Pick<Deps, 'log'>, { scopes }: Identity, wanted: readonly string[]): void {
  const missing = scopes.length === 0 ? [] : missingScopes(scopes, wanted);
  if (missing.length > 0)
    log.warn(
      { missing },
      `the app lacks scopes: ${missing.join(', ')}. Add them under "OAuth & Permissions" and reinstall it.`,
    );
}
