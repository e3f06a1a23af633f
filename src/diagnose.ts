import type { Config } from './config/config.ts';
import { ConfigError } from './config/errors.ts';
import { readConfig } from './config/read-config.ts';
import { FwcompareError } from './errors.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { readFolder } from './knowledge/read-folder.ts';
import { readAppManifest } from './manifest.ts';
import { checkAppToken, identify, missingScopes } from './slack/identity.ts';
import { sqliteStorage } from './storage/sqlite/sqlite-storage.ts';

/** One thing that the bot needs, and whether it is so; when it is not, `says` tells what to do. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly says: string;
}

type Check = () => Promise<readonly Finding[]>;

/** Looks at everything the bot needs to start, one thing after another, and at the next even when one is amiss. */
export async function diagnose(env: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((says) => ({ ok: false, what: 'settings', says }));
  }
  const { mode } = config;
  const settings = { ok: true, what: 'settings', says: [`mode: ${MODES[mode.kind]}`, ...config.notes].join('. ') };
  const checks: readonly Check[] = [
    ...(mode.kind === 'local' ? [] : [() => checkBot(mode.botToken, config)]),
    ...(mode.kind === 'socket' ? [() => checkApp(mode.appToken, config)] : []),
    () => checkDatabase(config),
    () => checkKnowledge(config),
  ];
  const findings: Finding[] = [settings];
  for (const check of checks) findings.push(...(await check()));
  return findings;
}

const MODES = {
  local: 'the local workspace, for no SLACK_BOT_TOKEN is set; Slack is not needed and not looked at',
  socket: 'Slack by Socket Mode',
  http: 'Slack by HTTP, at /slack/events',
} as const;

async function checkBot(token: string, { slackApiUrl }: Config): Promise<readonly Finding[]> {
  const found = await attempt('bot token', () => identify(token, slackApiUrl));
  if ('finding' in found) return [found.finding];
  const { name, team, scopes } = found.value;
  const missing = missingScopes(scopes, readAppManifest().scopes);
  return [
    { ok: true, what: 'bot token', says: `@${name} in ${team}` },
    missing.length === 0
      ? { ok: true, what: 'scopes', says: 'all that manifest.json asks for' }
      : {
          ok: false,
          what: 'scopes',
          says: `missing: ${missing.join(', ')}. Add them under "OAuth & Permissions" at https://api.slack.com/apps and reinstall the app`,
        },
  ];
}

async function checkApp(token: string, { slackApiUrl }: Config): Promise<readonly Finding[]> {
  return [await told('app token', 'opens a socket', () => checkAppToken(token, slackApiUrl))];
}

async function checkDatabase({ database }: Config): Promise<readonly Finding[]> {
  const use = async () => {
    const storage = sqliteStorage(database.file);
    await storage.sweep();
    await storage.close();
  };
  return [await told('database', `${database.file} can be written`, use)];
}

async function checkKnowledge({ knowledgeDir }: Config): Promise<readonly Finding[]> {
  const found = await attempt('knowledge', async () => loadKnowledge(knowledgeDir, await readFolder(knowledgeDir)));
  if ('finding' in found) return [found.finding];
  return [{ ok: true, what: 'knowledge', says: `${found.value.topics.size} topics in ${knowledgeDir}` }];
}

async function told(what: string, says: string, work: () => Promise<unknown>): Promise<Finding> {
  const done = await attempt(what, work);
  return 'finding' in done ? done.finding : { ok: true, what, says };
}

async function attempt<T>(what: string, work: () => Promise<T>): Promise<{ value: T } | { finding: Finding }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof FwcompareError)) throw error;
    return { finding: { ok: false, what, says: error.message } };
  }
}
