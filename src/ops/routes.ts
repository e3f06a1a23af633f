import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';
import { type ReadinessParts, readiness } from './readiness.ts';

export interface OpsRoute {
  readonly path: string;
  readonly method: 'GET';
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** For those who run the bot: does it live, is it ready, how is it doing. The same in every mode. */
export function opsRoutes(parts: ReadinessParts, metrics: Metrics): readonly OpsRoute[] {
  const route = (path: string, answer: () => Promise<Page>): OpsRoute => ({
    path,
    method: 'GET',
    handler: (_request, response) => {
      answer()
        .catch((): Page => ({ status: 500, type: 'text/plain', body: 'failed' }))
        .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
    },
  });
  return [
    route('/healthz', async () => ({ status: 200, type: 'text/plain', body: 'ok' })),
    route('/readyz', async () => {
      const state = await readiness(parts);
      return { status: state.ready ? 200 : 503, type: 'application/json', body: JSON.stringify(state) };
    }),
    route('/metrics', async () => ({ status: 200, type: metrics.contentType, body: await metrics.print() })),
  ];
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** For a server of its own kind: answers a request for one of the routes, and says whether it was one. */
export function answeringRoutes(
  routes: readonly OpsRoute[],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = routes.find(({ path, method }) => path === pathname && method === request.method);
    route?.handler(request, response);
    return route !== undefined;
  };
}
