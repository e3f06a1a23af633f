import type { Config } from './config/config.ts';
import type { Bot } from './conversation/bot.ts';
import type { Knowledge } from './knowledge/model.ts';
import { type LocalWorkspace, openLocalWorkspace } from './local.ts';
import { readAppManifest } from './manifest.ts';
import { createLog, type Log } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { type OpsRoute, opsRoutes } from './ops/routes.ts';
import { LiveBot } from './reload/live-bot.ts';
import { watchFolder } from './reload/watch-folder.ts';
import { type ConnectDeps, type Connected, connect } from './slack/connect.ts';
import { tellMaintainers } from './slack/tell-maintainers.ts';
import { sqliteStorage } from './storage/sqlite/sqlite-storage.ts';
import { keepUp } from './upkeep.ts';

export interface Parts {
  /** Builds a bot without keeping the event loop, for it also happens while questions come in. */
  readonly createBot: (knowledge: Knowledge) => Promise<Bot>;
  readonly log?: Log;
  readonly now?: () => number;
  readonly version?: string;
  /** Limits of time, which tests shorten. */
  readonly callMs?: number;
  readonly settleMs?: number;
  readonly drainMs?: number;
  /** Only a new process can help. */
  readonly onLost?: () => void;
}

export interface Running {
  /** Where HTTP is served: the local workspace, or /healthz and its like; in HTTP mode also /slack/events. */
  readonly url: string;
  /** One line for whoever started it. */
  readonly greeting: string;
  /** The workspace on this machine, when there is one. */
  readonly local: LocalWorkspace | undefined;
  /** Reads the knowledge folder again, as a change of it does. */
  reload(): Promise<void>;
  /** Takes nothing more, ends what is under way, and lets go of everything. */
  stop(): Promise<void>;
}

/** What has to be let go of at the end, last first. */
type Closers = (() => unknown)[];

/**
 * Builds every part once and joins them.
 * @throws a FwcompareError that says what to do, with everything closed again.
 */
export async function compose(config: Config, parts: Parts): Promise<Running> {
  const closers: Closers = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return await start(config, parts, closers, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function start(config: Config, parts: Parts, closers: Closers, closeAll: () => Promise<void>): Promise<Running> {
  const { now = Date.now, log = createLog(config.logLevel), onLost } = parts;
  const metrics = createMetrics(parts.version ?? 'unknown');
  const storage = sqliteStorage(config.database.file, now);
  closers.push(() => storage.close());

  let connected: Connected | undefined;
  const live = await LiveBot.load({
    folder: config.knowledgeDir,
    build: parts.createBot,
    metrics,
    log,
    now,
    onRefused: async (error, knowledge) => {
      if (connected) await tellMaintainers({ storage, log }, connected.client, error, knowledge);
    },
  });
  const slackConnected = () => connected?.connected() ?? false;
  const routes = opsRoutes({ slackConnected, storage, knowledge: live.state }, metrics);
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const deps = { bot: live.current, storage, metrics, log, today };
  const reached = await reachPeople(config, parts, deps, routes, closers);
  connected = reached.connected;

  closers.push(await watchFolder(config.knowledgeDir, () => void live.reload()));
  closers.push(keepUp({ storage, connected, log, ...(onLost && { onLost }) }));
  return {
    url: reached.local?.slack.url ?? connected.url,
    greeting: greetingOf(reached, live.current().knowledge),
    local: reached.local,
    reload: () => live.reload(),
    stop: closeAll,
  };
}

interface Reached {
  readonly connected: Connected;
  readonly local: LocalWorkspace | undefined;
}

/** Connects to Slack, or opens a workspace here and connects to that: the same bot by the same way. */
async function reachPeople(
  { mode, http, slackApiUrl }: Config,
  { callMs = 10_000, settleMs = 500, drainMs = 10_000 }: Parts,
  deps: ConnectDeps,
  routes: readonly OpsRoute[],
  closers: Closers,
): Promise<Reached> {
  const { whole: manifest, scopes } = readAppManifest();
  const common = { scopes, callMs, settleMs };
  if (mode.kind !== 'local') {
    const connected = await connect(deps, { ...common, ...http, mode, slackApiUrl, routes });
    closers.push(() => connected.close(drainMs));
    return { connected, local: undefined };
  }
  const suggestions = deps.bot().knowledge.about.examples;
  const local = await openLocalWorkspace({ manifest, ...http, suggestions, routes });
  const { slack, botToken, signingSecret } = local;
  closers.push(() => slack.close());
  const connected = await connect(deps, {
    ...common,
    mode: { kind: 'http', botToken, signingSecret },
    slackApiUrl: slack.apiUrl,
    host: '127.0.0.1',
    port: 0,
    routes: [],
  });
  closers.push(() => connected.close(drainMs));
  await slack.deliverTo(`${connected.url}/slack/events`);
  return { connected, local };
}

function greetingOf({ local, connected: { identity, url } }: Reached, { about }: Knowledge): string {
  if (local) return `fwcompare is at ${local.slack.url} — try /fwcompare ${about.examples[0] ?? 'help'}`;
  return `fwcompare is connected to ${identity.team} as @${identity.name}; how it is doing: ${url}/readyz`;
}
