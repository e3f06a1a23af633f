import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page talks to this server and nothing else; the browser enforces it. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
} as const;

/** Serves one file of the built page; false when there is none. */
export async function serveFile(directory: string, pathname: string, response: ServerResponse): Promise<boolean> {
  try {
    const path = resolve(directory, `.${pathname === '/' ? '/index.html' : decodeURIComponent(pathname)}`);
    const type = TYPES[extname(path)];
    if (!path.startsWith(resolve(directory) + sep) || type === undefined) return false;
    const content = await readFile(path);
    response.writeHead(200, { ...HEADERS, 'content-type': type }).end(content);
    return true;
  } catch {
    // No such file, or no such name.
    return false;
  }
}
