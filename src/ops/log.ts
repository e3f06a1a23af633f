import { type DestinationStream, type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { LevelName } from '../config/config.ts';

export type Log = Logger;

/** Lines for machines, or, at a terminal, for people. Neither texts of messages nor secrets are ever handed to it. */
export function createLog(level: LevelName, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (destination) return pino(options, destination);
  return process.stdout.isTTY ? pino(options, PinoPretty({ sync: true, ignore: 'time' })) : pino(options);
}

/** Tokens and secrets look the same wherever a library puts them into a message of its own. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/x(?:ox[a-z]|app)-[\w.-]+/g, '[token]')
    .replace(/\/services\/\S+|\/commands\/T\S+/g, '/[address]');
}

/** What a log may say of an error that may quote what somebody wrote: which it is and where it happened. */
export function withoutWords(error: unknown): { readonly code: string; readonly stack: string } {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { code: codeOf(error), stack: withoutSecrets(frames.slice(0, 8).join('\n')) };
}

export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
