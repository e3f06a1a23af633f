/** How the bot reaches people. */
export type Mode =
  /** No Slack: the local workspace, which pretends to be one. */
  | { readonly kind: 'local' }
  /** Slack by a WebSocket that the bot opens: no public address is needed. */
  | { readonly kind: 'socket'; readonly appToken: string; readonly botToken: string }
  /** Slack calls the bot at a public address, and signs what it sends. */
  | { readonly kind: 'http'; readonly signingSecret: string; readonly botToken: string };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LevelName = (typeof LOG_LEVELS)[number];

/** Everything that the surroundings decide, read once at start and handed to the parts as arguments. */
export interface Config {
  readonly mode: Mode;
  /** Base of the Web API; undefined means Slack's own. */
  readonly slackApiUrl: string | undefined;
  readonly http: { readonly host: string; readonly port: number };
  readonly database: { readonly kind: 'sqlite'; readonly file: string };
  readonly knowledgeDir: string;
  readonly logLevel: LevelName;
  /** Settings that are allowed and yet hardly meant so: for whoever starts the bot to read. */
  readonly notes: readonly string[];
}
