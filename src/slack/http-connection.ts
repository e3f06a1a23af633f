import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, AuthorizationError, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../ops/log.ts';
import type { OpsRoute } from '../ops/routes.ts';
import type { Intake } from './intake.ts';
import { portTaken } from './port-taken.ts';
import { sdkLog } from './sdk-log.ts';

const FLUSH_MS = 500;

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly routes: readonly OpsRoute[];
  readonly intake: Intake;
  readonly log: Log;
}

/** Slack calls us: signed POSTs to /slack/events, which are answered when they are dealt with, so that a failed one comes again. */
export class HttpConnection extends HTTPReceiver {
  readonly #options: HttpOptions;
  #server: Server | undefined;

  constructor(options: HttpOptions) {
    super({
      signingSecret: options.signingSecret,
      endpoints: '/slack/events',
      processBeforeResponse: true,
      customRoutes: options.routes.map((route) => ({ ...route })),
      logger: sdkLog(options.log),
      processEventErrorHandler: async ({ error, response }) =>
        refuse(response, error instanceof AuthorizationError ? 401 : 500),
    });
    this.#options = options;
  }

  get connected(): boolean {
    return this.#server !== undefined;
  }

  override init(app: App): void {
    super.init(this.#options.intake.before(app));
  }

  /** Resolves with the address. */
  async open(): Promise<string> {
    const { host, port } = this.#options;
    const server = await this.#listen(host, port);
    this.#server = server;
    const { port: bound } = server.address() as AddressInfo;
    return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`;
  }

  async #listen(host: string, port: number): Promise<Server> {
    try {
      return await this.start({ host, port });
    } catch (error) {
      throw portTaken(error, port);
    }
  }

  /** Turns away new calls at once; Slack takes them elsewhere or brings them again. */
  async close(drainMs: number): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = this.stop().catch(() => {});
    await this.#options.intake.drain(drainMs);
    // The last answers are on their way out still; connections that Slack keeps open are not waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 10);
    await Promise.race([closed, sleep(FLUSH_MS, undefined, { ref: false })]);
    clearInterval(idle);
    server.closeAllConnections();
    await closed;
  }
}

/** True: dealt with. The error itself was logged by `app.error`. */
function refuse(response: ServerResponse, status: number): boolean {
  if (!response.headersSent) response.writeHead(status).end();
  return true;
}
