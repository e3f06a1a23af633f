import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PayloadKind, Reply, Retry, Transport } from './delivery.ts';
import { type Dict, isDict } from './wire.ts';
import { APP_ID } from './workspace.ts';

export const SOCKET_PATH = '/socket';

/** Socket Mode: each payload goes to one open connection and waits there for its envelope to come back. */
export class SocketTransport implements Transport {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, { readonly socket: WebSocket; readonly settle: (reply: Reply) => void }>();
  #sockets: WebSocket[] = [];

  get ready(): boolean {
    return this.#sockets.length > 0;
  }

  get connections(): number {
    return this.#sockets.length;
  }

  /** The address that apps.connections.open hands out; it works once. */
  openUrl(httpUrl: string): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${httpUrl.replace(/^http/, 'ws')}${SOCKET_PATH}?ticket=${ticket}&app_id=${APP_ID}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== SOCKET_PATH || !this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  send(kind: PayloadKind, payload: Dict, timeoutMs: number, retry: Retry | undefined): Promise<Reply> {
    // Slack picks any one connection; taking turns shows a bot with two that it must cope.
    const socket = this.#sockets.shift();
    if (!socket) return Promise.resolve({ ok: false, reason: 'connection_failed' });
    this.#sockets.push(socket);

    const envelope_id = randomUUID();
    const retryFields =
      kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry ? 'timeout' : '' } : {};
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ ok: false, reason: 'timeout' }), timeoutMs);
      const settle = (reply: Reply) => {
        clearTimeout(timer);
        this.#waiting.delete(envelope_id);
        resolve(reply);
      };
      this.#waiting.set(envelope_id, { socket, settle });
      const accepts_response_payload = kind !== 'events_api';
      socket.send(JSON.stringify({ envelope_id, payload, type: kind, accepts_response_payload, ...retryFields }));
    });
  }

  /** Tells every connection to renew itself, as Slack does every few hours. */
  requestReconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
    for (const socket of this.#sockets) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
  }

  /** Cuts every connection without a word, as a network does. */
  cut(): void {
    for (const socket of [...this.#sockets]) socket.terminate();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.push(socket);
    // The client drops a connection that stays silent; Slack pings every few seconds.
    const heartbeat = setInterval(() => socket.ping('local'), 5000);
    socket.on('message', (data) => this.#acknowledge(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(heartbeat);
      this.#sockets = this.#sockets.filter((one) => one !== socket);
      for (const waiting of [...this.#waiting.values()])
        if (waiting.socket === socket) waiting.settle({ ok: false, reason: 'timeout' });
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.length,
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: APP_ID },
      }),
    );
  }

  #acknowledge(data: string): void {
    const message: unknown = JSON.parse(data);
    if (!isDict(message) || typeof message.envelope_id !== 'string') return;
    const payload = isDict(message.payload) && Object.keys(message.payload).length > 0 ? message.payload : '';
    this.#waiting.get(message.envelope_id)?.settle({ ok: true, body: payload });
  }
}
