import { LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { StartError } from './errors.ts';

/** Who the bot is in its workspace, and what it may do there. */
export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  readonly name: string;
  readonly team: string;
  readonly scopes: readonly string[];
}

const WRONG_TOKEN = /^(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type)$/;

/**
 * Asks Slack whose token it is.
 * @throws StartError when the token is refused or Slack does not answer.
 */
export async function identify(token: string, slackApiUrl: string | undefined, timeoutMs = 10_000): Promise<Identity> {
  const client = startClient(token, slackApiUrl, timeoutMs);
  try {
    const { bot_id, user_id, user, team, response_metadata } = await client.auth.test();
    return {
      botId: bot_id ?? '',
      botUserId: user_id ?? '',
      name: user ?? 'fwcompare',
      team: team ?? 'Slack',
      scopes: response_metadata?.scopes ?? [],
    };
  } catch (error) {
    throw startError('SLACK_BOT_TOKEN', '"OAuth & Permissions"', error);
  }
}

/**
 * Asks for a socket without opening it.
 * @throws StartError like `identify`.
 */
export async function checkAppToken(token: string, slackApiUrl: string | undefined): Promise<void> {
  try {
    await startClient(token, slackApiUrl, 10_000).apps.connections.open({});
  } catch (error) {
    throw startError(
      'SLACK_APP_TOKEN',
      '"Basic Information", "App-Level Tokens" (with the scope connections:write)',
      error,
    );
  }
}

export function missingScopes(granted: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.filter((scope) => !granted.includes(scope));
}

/** At start a failure is told at once rather than tried again for half an hour. */
const startClient = (token: string, slackApiUrl: string | undefined, timeout: number) =>
  new WebClient(token, {
    timeout,
    retryConfig: { retries: 2, minTimeout: 300 },
    ...(slackApiUrl && { slackApiUrl }),
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      setName() {},
      getLevel: () => LogLevel.ERROR,
    },
  });

export function startError(variable: string, where: string, error: unknown): StartError {
  const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
  if (code !== undefined && WRONG_TOKEN.test(code))
    return new StartError(
      'SLACK_TOKEN_REFUSED',
      `Slack refuses ${variable} (${code}). Copy it again from ${where} at https://api.slack.com/apps, or reinstall the app there; \`npx fwcompare doctor\` checks it.`,
      { cause: error },
    );
  if (code !== undefined)
    return new StartError(
      'SLACK_TOKEN_REFUSED',
      `Slack does not accept ${variable}: ${code}. \`npx fwcompare doctor\` says more.`,
      {
        cause: error,
      },
    );
  return new StartError(
    'SLACK_UNREACHABLE',
    'Slack does not answer. Look at the network of this machine, at SLACK_API_URL if it is set, and at https://slack-status.com',
    { cause: error },
  );
}
