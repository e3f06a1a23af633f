import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, AuthorizationError, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../ops/log.ts';
import type { OpsRoute } from '../ops/routes.ts';
import { startOpsServer } from '../ops/server.ts';
import { startError } from './identity.ts';
import type { Intake } from './intake.ts';
import { portTaken } from './port-taken.ts';
import { sdkLog } from './sdk-log.ts';

/** The library is offline for this long at each renewal, every few hours; it also is how late a pong may be. */
const PONG_TIMEOUT_MS = 2_500;
/** Its disconnect() may wait for ever when it meets a reconnect. */
const DISCONNECT_MS = 2_000;

export interface SocketOptions {
  readonly appToken: string;
  readonly slackApiUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly routes: readonly OpsRoute[];
  readonly intake: Intake;
  readonly log: Log;
}

/** We call Slack: a WebSocket, and beside it a small server for those who watch the bot. */
export class SocketConnection extends SocketModeReceiver {
  readonly #options: SocketOptions;
  #connected = false;
  #disconnectedSince = Date.now();
  #server: Server | undefined;

  constructor(options: SocketOptions) {
    super({
      appToken: options.appToken,
      logger: sdkLog(options.log),
      clientPingTimeout: PONG_TIMEOUT_MS,
      // Not the options of the other clients: without its own retries a failing apps.connections.open ends the process.
      installerOptions: { clientOptions: options.slackApiUrl ? { slackApiUrl: options.slackApiUrl } : {} },
      processEventErrorHandler: async ({ error }) => error instanceof AuthorizationError,
    });
    this.#options = options;
    this.client.on('connected', () => this.#is(true));
    this.#outliveNotices();
    for (const end of ['close', 'reconnecting', 'disconnecting', 'disconnected'])
      this.client.on(end, () => this.#is(false));
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** 0 while connected. */
  get disconnectedMs(): number {
    return this.#connected ? 0 : Date.now() - this.#disconnectedSince;
  }

  override init(app: App): void {
    super.init(this.#options.intake.before(app));
  }

  /** Resolves with the address of the small server. */
  async open(): Promise<string> {
    const { host, port, routes } = this.#options;
    try {
      this.#server = await startOpsServer(routes, host, port);
    } catch (error) {
      throw portTaken(error, port);
    }
    try {
      await this.start();
    } catch (error) {
      this.#server.close();
      throw startError('SLACK_APP_TOKEN', '"Basic Information", "App-Level Tokens"', error);
    }
    const { port: bound } = this.#server.address() as AddressInfo;
    return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`;
  }

  /** What is being dealt with still needs the socket to be acknowledged; what comes now is not, and comes again. */
  async close(drainMs: number): Promise<void> {
    await this.#options.intake.drain(drainMs);
    await Promise.race([this.client.disconnect().catch(() => {}), sleep(DISCONNECT_MS, undefined, { ref: false })]);
    this.#server?.close();
    this.#server?.closeAllConnections();
  }

  /**
   * A notice without an inner event, such as app_rate_limited, makes @slack/socket-mode before 3.1.1 reject where nobody
   * listens, and that would end the process.
   */
  #outliveNotices(): void {
    const handlers = this.client.listeners('ws_message');
    this.client.removeAllListeners('ws_message');
    this.client.on('ws_message', async (...message: readonly unknown[]) => {
      try {
        for (const handle of handlers) await handle(...message);
      } catch {
        this.#options.log.warn('Slack sent a notice that its library cannot read, probably app_rate_limited');
      }
    });
  }

  #is(connected: boolean): void {
    if (this.#connected && !connected) this.#disconnectedSince = Date.now();
    this.#connected = connected;
  }
}
