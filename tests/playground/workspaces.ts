import type { App } from '@slack/bolt';
import { afterEach } from 'vitest';
import type { PretendSlack, PretendSlackOptions } from '../../src/playground/pretend-slack.ts';
import { type Bot, echo, httpBot, openSlack } from './bots.ts';

const open: (() => Promise<void>)[] = [];

/** Closes whatever a test opened, last first. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });
}

export async function workspace(more: Partial<PretendSlackOptions> = {}): Promise<PretendSlack> {
  const slack = await openSlack(more);
  open.push(() => slack.close());
  return slack;
}

type Make = (slack: PretendSlack, listen: (app: App) => void) => Promise<Bot>;

export async function workspaceWithBot(
  listen: (app: App) => void = echo,
  more: Partial<PretendSlackOptions> = {},
  make: Make = httpBot,
): Promise<PretendSlack> {
  const slack = await workspace(more);
  const bot = await make(slack, listen);
  open.push(() => bot.stop());
  return slack;
}

/** A bare server in the bot's place, for what Bolt would never answer. */
export function alsoClose(close: () => Promise<void>): void {
  open.push(close);
}

/** Calls the Web API as JSON, as a bot without the SDK would. */
export async function call(
  slack: PretendSlack,
  method: string,
  args: object,
  token: string | undefined = 'xoxb-local',
): Promise<Record<string, unknown>> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}
