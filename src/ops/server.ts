import { createServer, type Server } from 'node:http';
import { answeringRoutes, type OpsRoute } from './routes.ts';

/**
 * Serves the routes where nothing else does, in Socket Mode. Bolt's own receiver would too, but on all interfaces
 * whatever HOST says, and a port that is taken would end the process without a word.
 */
export async function startOpsServer(routes: readonly OpsRoute[], host: string, port: number): Promise<Server> {
  const answers = answeringRoutes(routes);
  const server = createServer((request, response) => {
    if (!answers(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return server;
}
