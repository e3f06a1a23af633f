import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotLoopbackError, PortTakenError } from './errors.ts';
import { isLoopback, readBody, refusesRequest, sendJson } from './http.ts';
import { PAGE_API, type PageApi } from './page-api.ts';
import { RESPONSE_PATH, type ResponseUrls } from './response-urls.ts';
import type { SocketTransport } from './socket-transport.ts';
import { serveFile } from './static-files.ts';
import type { WebApi } from './web-api.ts';
import { isDict } from './wire.ts';

export interface Routes {
  readonly webApi: WebApi;
  readonly responses: ResponseUrls;
  readonly pageApi: PageApi;
  readonly sockets: SocketTransport;
  /** Directory of the built page, if there is one to show. */
  readonly page: string | undefined;
  /** The host program's own addresses; returns true when it has answered, or will. */
  readonly more: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
}

/** One server for the Web API, the sockets, the response URLs and the page. */
export function createLocalServer(routes: Routes): Server {
  const server = createServer((request, response) => {
    const refusal = refusesRequest(request);
    if (refusal !== undefined) return sendJson(response, 403, { ok: false, error: refusal });
    answer(request, response, routes).catch((error: unknown) => {
      if (error instanceof SyntaxError) return sendJson(response, 400, { ok: false, error: 'invalid_json' });
      console.error('The local workspace could not answer', request.method, request.url, error);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (refusesRequest(request) === undefined) routes.sockets.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
  });
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  if (routes.more?.(request, response)) return;
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/api/')) return routes.webApi.handle(request, response, url);
  if (url.pathname.startsWith(PAGE_API)) return routes.pageApi.handle(request, response, url);
  if (url.pathname.startsWith(RESPONSE_PATH) && request.method === 'POST') {
    const body: unknown = JSON.parse(await readBody(request));
    const used = routes.responses.use(url.pathname.slice(RESPONSE_PATH.length), isDict(body) ? body : {});
    return sendJson(response, used.status, used.body);
  }
  if (request.method === 'GET' && routes.page && (await serveFile(routes.page, url.pathname, response))) return;
  sendJson(response, 404, { ok: false, error: 'not_found' });
}

/** Resolves with the address; rejects when the port is taken or the host would open the workspace to a network. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  if (!isLoopback(host)) throw new NotLoopbackError(host);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, { cause: error }) : error),
    );
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}
