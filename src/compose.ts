import type { Config } from './config/config.ts';
import type { Bot } from './conversation/bot.ts';
import type { Knowledge } from './knowledge/model.ts';
import { type LocalWorkspace, openLocalWorkspace } from './local.ts';
import { readAppManifest } from './manifest.ts';
import { createLog, type Log } from './ops/log.ts';
import { createMetrics } from './ops/metrics.ts';
import { opsRoutes } from './ops/routes.ts';
import { LiveBot } from './reload/live-bot.ts';
import { watchFolder } from './reload/watch-folder.ts';
import { type Connected, connect } from './slack/connect.ts';
import { tellMaintainers } from './slack/tell-maintainers.ts';
import { sqliteStorage } from './storage/sqlite/sqlite-storage.ts';

const HOUR_MS = 60 * 60 * 1000;
const WATCH_MS = 15_000;
/** Out of reach for so long, a fresh process may find a way that this one does not. */
const OUT_OF_REACH_MS = 5 * 60 * 1000;

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

/**
 * Builds every part once and joins them.
 * @throws a FwcompareError that says what to do, with everything closed again.
 */
export async function compose(config: Config, parts: Parts): Promise<Running> {
  const closers: (() => unknown)[] = [];
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

async function start(
  config: Config,
  parts: Parts,
  closers: (() => unknown)[],
  closeAll: () => Promise<void>,
): Promise<Running> {
  const { now = Date.now, log = createLog(config.logLevel) } = parts;
  const manifest = readAppManifest();
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
  const routes = opsRoutes(
    { slackConnected: () => connected?.connected() ?? false, storage, knowledge: live.state },
    metrics,
  );
  const { host, port } = config.http;
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const deps = { bot: live.current, storage, metrics, log, today };
  const common = { scopes: manifest.scopes, callMs: parts.callMs ?? 10_000, settleMs: parts.settleMs ?? 500 };
  const drainMs = parts.drainMs ?? 10_000;

  let local: LocalWorkspace | undefined;
  if (config.mode.kind === 'local') {
    const suggestions = live.current().knowledge.about.examples;
    local = await openLocalWorkspace({ manifest: manifest.whole, host, port, suggestions, routes });
    const { slack, botToken, signingSecret } = local;
    closers.push(() => slack.close());
    const mode = { kind: 'http', botToken, signingSecret } as const;
    connected = await connect(deps, {
      ...common,
      mode,
      slackApiUrl: slack.apiUrl,
      host: '127.0.0.1',
      port: 0,
      routes: [],
    });
    closers.push(() => connected?.close(drainMs));
    await slack.deliverTo(`${connected.url}/slack/events`);
  } else {
    connected = await connect(deps, {
      ...common,
      mode: config.mode,
      slackApiUrl: config.slackApiUrl,
      host,
      port,
      routes,
    });
    closers.push(() => connected?.close(drainMs));
  }

  closers.push(await watchFolder(config.knowledgeDir, () => void live.reload()));
  closers.push(
    everyNowAndThen(
      HOUR_MS,
      () => void storage.sweep().catch((error: unknown) => log.warn({ err: error }, 'sweeping failed')),
    ),
  );
  closers.push(everyNowAndThen(WATCH_MS, () => leaveIfLost(connected, log, parts.onLost)));
  return {
    url: local?.slack.url ?? connected.url,
    greeting: greetingOf(local, connected, live.current().knowledge),
    local,
    reload: () => live.reload(),
    stop: closeAll,
  };
}

function everyNowAndThen(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms).unref();
  return () => clearInterval(timer);
}

function leaveIfLost(connected: Connected | undefined, log: Log, onLost: Parts['onLost']): void {
  if (!connected || connected.disconnectedMs() < OUT_OF_REACH_MS) return;
  log.fatal('Slack has been out of reach for five minutes');
  onLost?.();
}

function greetingOf(local: LocalWorkspace | undefined, { identity, url }: Connected, { about }: Knowledge): string {
  if (local) return `fwcompare is at ${local.slack.url} — try /fwcompare ${about.examples[0] ?? 'help'}`;
  return `fwcompare is connected to ${identity.team} as @${identity.name}; how it is doing: ${url}/readyz`;
}
