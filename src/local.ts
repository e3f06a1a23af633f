import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpsRoute } from './ops/routes.ts';
import { answeringRoutes } from './ops/routes.ts';
import { type PretendSlack, startPretendSlack } from './playground/pretend-slack.ts';

const PAGE = fileURLToPath(new URL('../dist/playground/page', import.meta.url));

export interface LocalWorkspace {
  readonly slack: PretendSlack;
  readonly botToken: string;
  readonly signingSecret: string;
  /** Without it there is a workspace, but nothing to see. */
  readonly hasPage: boolean;
}

/** Starts a workspace on this machine, with secrets that live as long as it does. */
export async function openLocalWorkspace(options: {
  readonly manifest: unknown;
  readonly host: string;
  readonly port: number;
  readonly suggestions: readonly string[];
  readonly routes: readonly OpsRoute[];
}): Promise<LocalWorkspace> {
  const botToken = `xoxb-local-${randomBytes(16).toString('hex')}`;
  const signingSecret = randomBytes(16).toString('hex');
  const hasPage = existsSync(`${PAGE}/index.html`);
  const { manifest, host, port, suggestions } = options;
  const routes = answeringRoutes(options.routes);
  const slack = await startPretendSlack({
    manifest,
    host,
    port,
    suggestions,
    routes,
    botToken,
    signingSecret,
    ...(hasPage && { page: PAGE }),
  });
  return { slack, botToken, signingSecret, hasPage };
}
