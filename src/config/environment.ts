import { z } from 'zod';
import { LOG_LEVELS } from './config.ts';

/** A variable that is there but empty, as in a copied .env.example, counts as not set. */
const unset = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional());

const text = z.string().trim();
const secret = (prefix: string, where: string) =>
  text.regex(
    new RegExp(`^${prefix}\\S+$`),
    `must begin with "${prefix}"; copy it from ${where} at https://api.slack.com/apps`,
  );
const plainSecret = (where: string) =>
  text.regex(/^\S{8,}$/, `is too short or has spaces in it; copy it from ${where} at https://api.slack.com/apps`);

/** All variables that are read, by the names of the contract. A test holds .env.example to the same list. */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: optional(secret('xoxb-', '"OAuth & Permissions"')),
  SLACK_APP_TOKEN: optional(secret('xapp-', '"Basic Information", "App-Level Tokens"')),
  SLACK_SIGNING_SECRET: optional(plainSecret('"Basic Information"')),
  SLACK_CLIENT_ID: optional(text),
  SLACK_CLIENT_SECRET: optional(text),
  SLACK_STATE_SECRET: optional(text),
  TOKEN_ENCRYPTION_KEY: optional(text),
  SLACK_API_URL: optional(
    z.url({
      protocol: /^https?$/,
      error: 'must be an address that begins with http:// or https://, such as https://slack.com/api/',
    }),
  ),
  PORT: optional(
    text
      .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535, such as 3000')
      .transform(Number)
      .refine((port) => port <= 65535, 'must be a number from 0 to 65535, such as 3000'),
  ),
  HOST: optional(text.regex(/^[\w.:[\]-]+$/, 'must be an address of this machine, such as 127.0.0.1')),
  DATABASE_URL: optional(text),
  KNOWLEDGE_DIR: optional(text),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)),
});

export type Environment = z.output<typeof environmentSchema>;
