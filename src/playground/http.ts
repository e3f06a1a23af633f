import type { IncomingMessage, ServerResponse } from 'node:http';

const LARGEST_BODY = 5_000_000;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    size += piece.length;
    if (size > LARGEST_BODY) throw new RangeError('request body too large');
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Why a request is turned away, or undefined. The workspace has no log-in, so only this machine and its own page may call. */
export function refusesRequest(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  // A page on another site can point its own name at 127.0.0.1 (DNS rebinding), but not change the Host header.
  if (!isLoopback(host)) return 'the Host header does not name this machine';
  const { origin } = request.headers;
  const fromElsewhere = origin !== undefined && origin !== `http://${host}`;
  if (fromElsewhere && request.method !== 'GET') return 'the request comes from another site';
  return fromElsewhere && request.headers.upgrade !== undefined ? 'the request comes from another site' : undefined;
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)(:\d+)?$/i.test(host);
}
