import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { compose, type Running } from '../../src/compose.ts';
import type { Bot } from '../../src/conversation/bot.ts';
import { createBotInSlices } from '../../src/conversation/create-bot.ts';
import { createLog } from '../../src/ops/log.ts';
import type { PretendSlack } from '../../src/playground/pretend-slack.ts';
import { ROOT } from '../support/built.ts';

/** The day on which the shipped facts were read last: later they would answer with warnings of their age. */
const READ = Date.parse('2026-11-22T12:00:00Z');

export interface Started {
  readonly running: Running;
  readonly slack: PretendSlack;
  stop(): Promise<void>;
}

/** Built once for all tests of a file: it keeps no state. */
let built: Promise<Bot> | undefined;

/** The whole program as `npm start` composes it without tokens, with the shipped knowledge and a database of its own. */
export async function startProgram(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'fwcompare-e2e-'));
  const began = Date.now();
  const running = await compose(
    {
      mode: { kind: 'local' },
      slackApiUrl: 'https://slack.com/api/',
      http: { host: '127.0.0.1', port: 0 },
      database: { kind: 'sqlite', file: join(folder, 'test.db') },
      knowledgeDir: join(ROOT, 'knowledge'),
      logLevel: 'error',
      notes: [],
    },
    {
      createBot: (knowledge) => {
        built ??= createBotInSlices(knowledge);
        return built;
      },
      log: createLog('error'),
      now: () => READ + Date.now() - began,
      version: 'test',
    },
  );
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const slack = running.local?.slack;
  if (slack) return { running, slack, stop };
  await stop();
  throw new Error('The program opened no local workspace.');
}

/** One person at the page, who finds things as people do: by what they are and what they are called. */
export class Visitor {
  /** Script errors, refused resources, requests to anywhere else: there must be none. */
  readonly troubles: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Visitor> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
    const visitor = new Visitor(page);
    const { troubles } = visitor;
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => request.url().startsWith(url) || troubles.push(request.url()));
    await page.goto(url);
    await visitor.log.waitFor();
    return visitor;
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: /^Messages in/ });
  }
  get thread(): Locator {
    return this.page.getByRole('complementary', { name: 'Thread' });
  }
  get composer(): Locator {
    return this.page.getByRole('combobox', { name: /^Message/ });
  }
  get reply(): Locator {
    return this.page.getByRole('combobox', { name: 'Reply' });
  }
  /** The messages of a list, oldest first. */
  messages(within: Locator = this.log): Locator {
    return within.locator('.message');
  }

  /** By keyboard alone, key by key. */
  async type(text: string, box: Locator = this.composer): Promise<void> {
    await box.focus();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }
  async room(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  }
  async actAs(name: string): Promise<void> {
    await this.page.getByLabel('You are').selectOption({ label: name });
  }

  /** What stands in the way of somebody who cannot see the page, or has no mouse. */
  async barriers(): Promise<readonly string[]> {
    const unnamed = (await this.page.locator('body').ariaSnapshot())
      .split('\n')
      .filter((line) => /^\s*- '?(button|link|combobox|textbox|table|img|log|listbox|tab|tabpanel)\b(?! ")/.test(line));
    return [...unnamed, ...(await this.page.evaluate<string[]>(TABLES_AND_IDS))];
  }

  /** By how many pixels the page, or a message in it, is wider than the screen. */
  async overflow(): Promise<number> {
    return this.page.evaluate<number>(
      `Math.max(document.documentElement.scrollWidth - innerWidth,
        ...[...document.querySelectorAll('.message-body')].map((one) => one.scrollWidth - one.clientWidth))`,
    );
  }
}

/** Runs in the page: a string, for the tests are compiled without the browser's types. */
const TABLES_AND_IDS = `(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const ids = all('[id]').map((one) => one.id).filter((id) => !id.startsWith('slack_blocks_to_jsx'));
  return [
    ...all('table:not(:has(caption))').map((table) => 'a table without a caption: ' + table.textContent),
    ...all('th:not([scope])').map((cell) => 'a head of neither row nor column: ' + cell.textContent),
    ...all('table').filter((table) => !table.querySelector('th[scope=col]')).map(() => 'a table without column heads'),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'an id used twice: ' + id),
    ...all('a[href]').filter((link) => !/^(https?:|#)/.test(link.getAttribute('href'))).map((link) => 'an odd link: ' + link.href),
  ];
})()`;
