import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PretendSlack } from '../../src/playground/pretend-slack.ts';
import { hasChromium, launchChromium } from '../support/browser.ts';
import { type Bot, echo, httpBot, openSlack } from './bots.ts';
import { RICH } from './rich-message.ts';

const PAGE = fileURLToPath(new URL('../../dist/playground/page', import.meta.url));
const SOURCE = fileURLToPath(new URL('../../src/playground/page', import.meta.url));
const SUGGESTIONS = ['@fwcompare hello', '/fwcompare tpu', '@fwcompare which one?'];

/** As `npx vite build` does it: under the tests' own NODE_ENV React would be built for development. */
async function buildPage(): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ root: SOURCE, configFile: `${SOURCE}/vite.config.ts`, logLevel: 'error' });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

describe.runIf(hasChromium())('the page', () => {
  let browser: Browser;
  let slack: PretendSlack;
  let bot: Bot;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    if (!existsSync(PAGE)) await buildPage();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    slack = await openSlack({ page: PAGE, suggestions: SUGGESTIONS });
    bot = await httpBot(slack, (app) => {
      echo(app);
      app.message('show all', async ({ say }) => void (await say({ text: 'all', blocks: [...RICH] })));
    });
    troubles = [];
    await open(1280);
  });
  afterEach(async () => {
    await page.close();
    await bot.stop();
    await slack.close();
    expect(troubles).toEqual([]);
  });

  /** Opens the page; a request to anywhere else, a script error or a blocked resource is a trouble. */
  async function open(width: number): Promise<void> {
    await page?.close();
    page = await browser.newPage({ viewport: { width, height: 800 } });
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => request.url().startsWith(slack.url) || troubles.push(request.url()));
    await page.goto(slack.url);
    await log().waitFor();
  }

  const log = () => page.getByRole('log', { name: /^Messages/ });
  const composer = () => page.getByRole('combobox', { name: /^Message/ });
  const thread = () => page.getByRole('complementary', { name: 'Thread' });
  const says = (text: string) => page.getByText(text, { exact: true });

  async function say(text: string): Promise<void> {
    await composer().fill(text);
    await page.keyboard.press('Enter');
  }

  it('offers a first visitor three things to try, and one click fills the box', async () => {
    const welcome = page.getByRole('region', { name: 'Try fwcompare here' });
    expect(await welcome.getByRole('button').allTextContents()).toEqual(SUGGESTIONS);
    expect(await welcome.textContent()).toContain('Nothing you type is sent anywhere else');
    await welcome.getByRole('button', { name: '@fwcompare hello' }).click();
    expect(await composer().inputValue()).toBe('@fwcompare hello');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 reply' }).waitFor();
  });

  it('a message is sent with Enter, and Shift+Enter begins a line', async () => {
    await composer().click();
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two *bold* <tag>');
    await page.keyboard.press('Enter');
    await page.locator('.message strong', { hasText: 'bold' }).waitFor();
    expect(slack.messages(slack.channels.mlPlatform)[0]?.text).toBe('one\ntwo *bold* &lt;tag&gt;');
    expect(await composer().inputValue()).toBe('');
  });

  it('a command is completed by keyboard alone, and its answer is private until dismissed', async () => {
    await composer().focus();
    await page.keyboard.type('/');
    const options = page.getByRole('listbox').getByRole('option');
    expect(await options.count()).toBe(3);
    await page.keyboard.press('ArrowDown');
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await composer().getAttribute('aria-activedescendant')).toBe(await options.nth(1).getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await composer().inputValue()).toBe('/fwcompare ');
    await page.keyboard.type('tpu');
    await page.keyboard.press('Enter');

    await page.getByText('Only visible to you').waitFor();
    await says('heard: tpu').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('Only visible to you').waitFor({ state: 'detached' });
    expect(slack.ephemerals()).toEqual([]);
  });

  it('someone is completed after an @, and Escape closes the list without losing the text', async () => {
    await composer().focus();
    await page.keyboard.type('ask @b');
    await page.keyboard.press('Tab');
    expect(await composer().inputValue()).toBe('ask @ben ');
    await page.keyboard.type('@fw');
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await composer().inputValue()).toBe('ask @ben @fw');
  });

  it('a thread opens beside the channel, takes replies, and Escape closes it', async () => {
    await say('@fwcompare hello');
    await page.getByRole('button', { name: '1 reply' }).click();
    await thread().getByText('1 reply').waitFor();
    await page.keyboard.type('@fwcompare more');
    await page.keyboard.press('Enter');
    await thread().getByText('3 replies').waitFor();
    await page.keyboard.press('Escape');
    await thread().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toContain('replies');
  });

  it('a button sends the click to the bot, which shares the answer', async () => {
    await say('/fwcompare tpu');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await slack.until(() => slack.messages(slack.channels.mlPlatform).length === 1);
    await expect.poll(() => log().getByText('heard: tpu').count()).toBe(2);
  });

  it('acting as someone else shows what that person may see', async () => {
    await say('/fwcompare tpu');
    await says('heard: tpu').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Mira Costa' });
    await page.getByText('Only visible to you').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'leads' }).count()).toBe(0);
    await say('hello from Mira');
    await says('hello from Mira').waitFor();
    expect(slack.messages(slack.channels.mlPlatform)[0]?.user).toBe(slack.people.mira.id);
    expect(await page.getByRole('button', { name: 'Edit message' }).count()).toBe(1);
  });

  it('own messages can be edited and deleted', async () => {
    await say('wrong');
    await says('wrong').hover();
    await page.getByRole('button', { name: 'Edit message' }).click();
    await page.getByRole('textbox', { name: 'Edit message' }).fill('right');
    await page.keyboard.press('Enter');
    await page.getByText('(edited)').waitFor();
    await says('right').hover();
    await page.getByRole('button', { name: 'Delete message' }).click();
    await says('right').waitFor({ state: 'detached' });
  });

  it('the app has a Home and a conversation', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'fwcompare', exact: true }).click();
    await page.getByRole('tabpanel').getByText('Welcome').waitFor();
    await page.getByRole('tab', { name: 'Messages' }).click();
    await say('hello');
    await says('heard: hello').waitFor();
  });

  it('a channel without the bot offers to add it', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'random' }).click();
    await page.getByRole('button', { name: 'Add fwcompare' }).click();
    await page.getByText('has joined the channel').waitFor();
    await say('@fwcompare hello');
    await page.getByRole('button', { name: '1 reply' }).waitFor();
  });

  it('tables and charts say all they show, and a data table sorts and turns its pages', async () => {
    await say('show all');
    const table = page.getByRole('table', { name: 'Side by side' });
    await table.waitFor();
    expect(await table.getByRole('columnheader').count()).toBe(3);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['TPU support', 'Windows', 'Mobile']);
    await table.getByRole('button', { name: 'Aspect' }).click();
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['Graph', 'Mobile', 'TPU support']);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['Windows']);
    const chart = page.getByRole('img', { name: /^Bar chart, Papers with code/ });
    expect(await chart.getAttribute('aria-label')).toContain('PyTorch: 2021 58, 2022 62');
    await page.getByText('How we know').click();
    await page.getByText('last week').waitFor();
  });

  it('at 400 px nothing makes the page scroll sideways; channels are a drawer and a thread takes the screen', async () => {
    await open(400);
    const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    await say('@fwcompare show all');
    await page.getByRole('table').first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    const wide = await page.evaluate<number>(
      `[...document.querySelectorAll('.message-body')].filter((one) => one.scrollWidth > one.clientWidth).length`,
    );
    expect(wide).toBe(0);

    await page.getByRole('button', { name: '1 reply' }).click();
    await thread().waitFor();
    expect(await log().isVisible()).toBe(false);
    await page.keyboard.press('Escape');

    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'general' }).click();
    await page.getByRole('heading', { name: '#general' }).waitFor();
    await expect.poll(() => page.getByRole('navigation').isVisible()).toBe(false);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
