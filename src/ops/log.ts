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
