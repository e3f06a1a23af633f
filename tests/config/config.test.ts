import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '../../src/config/environment.ts';
import { ConfigError } from '../../src/config/errors.ts';
import { readConfig } from '../../src/config/read-config.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-abc' };

describe('the mode', () => {
  it.each([
    ['local without tokens', {}, 'local'],
    ['local with empty variables, as in a copied .env.example', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }, 'local'],
    ['Socket Mode with an app token', { ...BOT, SLACK_APP_TOKEN: 'xapp-1' }, 'socket'],
    ['HTTP with a signing secret', { ...BOT, SLACK_SIGNING_SECRET: 'abcdef123456' }, 'http'],
    ['Socket Mode with both', { ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 'abcdef123456' }, 'socket'],
  ])('is %s', (_, env, kind) => {
    expect(readConfig(env).mode.kind).toBe(kind);
  });

  it('is local with an app token alone, and says that this is odd', () => {
    const { mode, notes } = readConfig({ SLACK_APP_TOKEN: 'xapp-1' });
    expect(mode.kind).toBe('local');
    expect(notes.join()).toContain('SLACK_APP_TOKEN');
  });
});

describe('defaults', () => {
  it('are those of the contract', () => {
    expect(readConfig({})).toEqual({
      mode: { kind: 'local' },
      slackApiUrl: undefined,
      http: { host: '127.0.0.1', port: 3000 },
      database: { kind: 'sqlite', file: './data/fwcompare.db' },
      knowledgeDir: './knowledge',
      logLevel: 'info',
      notes: [],
    });
  });

  it('open HTTP to all interfaces where Slack has to reach it', () => {
    expect(readConfig({ ...BOT, SLACK_SIGNING_SECRET: 'abcdef123456' }).http.host).toBe('0.0.0.0');
  });

  it.each([
    ['file:./x.db', './x.db'],
    ['file:/var/x.db', '/var/x.db'],
    ['file:///var/x.db', '/var/x.db'],
  ])('take the database %s', (url, file) => {
    expect(readConfig({ DATABASE_URL: url }).database).toEqual({ kind: 'sqlite', file });
  });
});

describe('what cannot be used', () => {
  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxp-1' }, /SLACK_BOT_TOKEN must begin with "xoxb-"/],
    [{ ...BOT, SLACK_APP_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN must begin with "xapp-"/],
    [BOT, /SLACK_BOT_TOKEN needs a companion: set SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/],
    [{ ...BOT, SLACK_SIGNING_SECRET: 'short' }, /SLACK_SIGNING_SECRET is too short/],
    [{ PORT: 'many' }, /PORT must be a number/],
    [{ PORT: '70000' }, /PORT must be a number/],
    [{ HOST: 'a b' }, /HOST must be an address/],
    [{ SLACK_API_URL: 'slack.com' }, /SLACK_API_URL must be an address/],
    [{ SLACK_API_URL: 'ftp://slack.com' }, /SLACK_API_URL must be an address/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of fatal, error/],
    [{ DATABASE_URL: 'postgres://u@h/db' }, /PostgreSQL, which this release does not have yet/],
    [{ DATABASE_URL: 'mysql://h/db' }, /DATABASE_URL must begin with file:/],
    [{ SLACK_CLIENT_ID: '1.2' }, /SLACK_CLIENT_ID is for installs in many workspaces/],
  ])('%j is refused with what to do', (env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
  });

  it('is told all at once, and no value is shown', () => {
    const env = {
      SLACK_BOT_TOKEN: 'hunter2-secret',
      PORT: 'hunter2',
      SLACK_CLIENT_SECRET: 'hunter2',
      DATABASE_URL: 'hunter2',
    };
    const refused = () => readConfig(env);
    expect(refused).toThrow(/SLACK_BOT_TOKEN[\s\S]*PORT[\s\S]*SLACK_CLIENT_SECRET[\s\S]*DATABASE_URL/);
    expect(refused).not.toThrow(/hunter2/);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

  it('names exactly what is read', () => {
    const named = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  });

  it('can be copied as it is', () => {
    const env = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    expect(readConfig(env).mode.kind).toBe('local');
  });
});
