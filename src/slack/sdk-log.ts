import { type Logger, LogLevel } from '@slack/bolt';
import { type Log, withoutSecrets } from '../ops/log.ts';

/** What Slack's libraries write to. */
export function sdkLog(log: Log): Logger {
  return {
    // At this level the libraries print whole request bodies, with people's messages in them.
    debug: () => {},
    info: (...parts: readonly unknown[]) => log.debug(lineOf(parts)),
    warn: (...parts: readonly unknown[]) => log.warn(lineOf(parts)),
    error: (...parts: readonly unknown[]) => log.error(lineOf(parts)),
    setLevel: () => {},
    setName: () => {},
    getLevel: () => LogLevel.INFO,
  };
}

function lineOf(parts: readonly unknown[]): string {
  return withoutSecrets(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
}
