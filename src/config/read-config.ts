import type { Config, Mode } from './config.ts';
import { type Environment, environmentSchema } from './environment.ts';
import { ConfigError } from './errors.ts';

/**
 * Turns the environment into a Config.
 * @throws ConfigError with every fault at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(env);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  // What is of the wrong shape is still there, so it does not also count as missing.
  const given = (name: keyof Environment): boolean => Boolean(env[name]?.trim());

  faults.push(...oauthFaults(given), ...modeFaults(given));
  const database = readDatabase(env.DATABASE_URL?.trim() ?? '');
  if ('fault' in database) faults.push(database.fault);
  if (!parsed.success || faults.length > 0 || 'fault' in database) throw new ConfigError(faults);

  const mode = modeOf(parsed.data);
  return {
    mode,
    slackApiUrl: parsed.data.SLACK_API_URL,
    http: {
      host: parsed.data.HOST ?? (mode.kind === 'local' ? '127.0.0.1' : '0.0.0.0'),
      port: parsed.data.PORT ?? 3000,
    },
    database,
    knowledgeDir: parsed.data.KNOWLEDGE_DIR ?? './knowledge',
    logLevel: parsed.data.LOG_LEVEL ?? 'info',
    notes: notesOn(mode, given),
  };
}

type Given = (name: keyof Environment) => boolean;

function modeOf({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
}: Environment): Mode {
  if (botToken !== undefined && appToken !== undefined) return { kind: 'socket', appToken, botToken };
  if (botToken !== undefined && signingSecret !== undefined) return { kind: 'http', signingSecret, botToken };
  return { kind: 'local' };
}

function modeFaults(given: Given): readonly string[] {
  if (!given('SLACK_BOT_TOKEN') || given('SLACK_APP_TOKEN') || given('SLACK_SIGNING_SECRET')) return [];
  return [
    'SLACK_BOT_TOKEN needs a companion: set SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET (HTTP)',
  ];
}

function oauthFaults(given: Given): readonly string[] {
  const names = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_ENCRYPTION_KEY'] as const;
  return names
    .filter(given)
    .map(
      (name) =>
        `${name} is for installs in many workspaces, which this release does not have yet; remove it and set SLACK_BOT_TOKEN`,
    );
}

function readDatabase(url: string): Config['database'] | { readonly fault: string } {
  if (url === '') return { kind: 'sqlite', file: './data/fwcompare.db' };
  if (/^postgres(ql)?:/.test(url))
    return {
      fault: 'DATABASE_URL names PostgreSQL, which this release does not have yet; use file:./data/fwcompare.db',
    };
  const file = /^file:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
  return file === undefined
    ? { fault: 'DATABASE_URL must begin with file:, such as file:./data/fwcompare.db' }
    : { kind: 'sqlite', file };
}

function notesOn(mode: Mode, given: Given): readonly string[] {
  if (mode.kind !== 'local') return [];
  const lonely = (['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const).filter(given);
  return lonely.length === 0
    ? []
    : [`${lonely.join(' and ')} set without SLACK_BOT_TOKEN: opening the local workspace instead of Slack.`];
}
