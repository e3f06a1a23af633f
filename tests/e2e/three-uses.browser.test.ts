import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sayFigure } from '../../src/answer/chart-words.ts';
import { hasChromium, launchChromium } from '../support/browser.ts';
import { build } from '../support/built.ts';
import { type Started, startProgram, Visitor } from './workspace.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 10_000 };
/** The phone's height, and a little for letters that are wider elsewhere. */
const ONE_SCREEN = 850;
const PHONE = { viewport: { width: 400, height: 800 } };

describe.runIf(hasChromium())('someone who has never seen the project', () => {
  let browser: Browser;
  let program: Started;
  let me: Visitor;

  beforeAll(async () => {
    build();
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    program = await startProgram();
    me = await open();
  });
  afterEach(async () => {
    const [barriers, troubles] = [await me.barriers(), me.troubles];
    await me.page.close();
    await program.stop();
    expect(barriers).toEqual([]);
    expect(troubles).toEqual([]);
  });

  const open = (options: BrowserContextOptions = {}) => Visitor.open(browser, program.running.url, options);
  async function openPhone(): Promise<void> {
    await me.page.close();
    me = await open(PHONE);
  }
  const button = (name: string | RegExp) => me.page.getByRole('button', { name });
  const posted = () => program.slack.messages(program.slack.channels.mlPlatform);

  /** Mentions the bot, by completion, and opens the thread in which it answers. */
  async function mention(question: string): Promise<void> {
    await me.composer.focus();
    await me.page.keyboard.type('@fw');
    await me.page.keyboard.press('Tab');
    await me.page.keyboard.type(question);
    await me.page.keyboard.press('Enter');
    await button('1 reply').click();
    await me.messages(me.thread).nth(1).waitFor();
  }

  it('finds three things to try, each typed as it is needed there', async () => {
    const welcome = me.page.getByRole('region', { name: 'Try fwcompare here' });
    expect(await welcome.getByRole('button').allTextContents()).toEqual([
      '/fwcompare tpu',
      '@fwcompare does pytorch run on amd gpus?',
      '@fwcompare which one for mobile?',
    ]);
    await welcome.getByRole('button').nth(1).click();
    await me.page.keyboard.press('Enter');
    await button('1 reply').click();
    await me.thread
      .getByText(/^Both run on AMD|AMD GPUs/)
      .first()
      .waitFor();
    await me.thread.getByRole('table', { name: /PyTorch, TensorFlow/ }).waitFor();
  });

  describe('types /fwcompare tpu', () => {
    const answer = () => me.messages().filter({ hasText: 'Only visible to you' }).last();

    beforeEach(async () => {
      await me.composer.focus();
      await me.page.keyboard.type('/fw');
      await me.page.getByRole('listbox').getByRole('option', { name: '/fwcompare' }).waitFor();
      await me.page.keyboard.press('Enter');
      expect(await me.composer.inputValue()).toBe('/fwcompare ');
      await me.page.keyboard.type('tpu');
      await me.page.keyboard.press('Enter');
      await answer().waitFor();
    });

    it('and sees, alone, the verdict, the table, the source and its date', async () => {
      const table = answer().getByRole('table', { name: /PyTorch, TensorFlow/ });
      expect(await table.getByRole('columnheader').allTextContents()).toEqual(
        expect.arrayContaining(['PyTorch', 'TensorFlow']),
      );
      expect(await table.textContent()).toContain('TorchTPU');
      await answer()
        .getByText(/^Both run on TPUs/)
        .waitFor();
      const source = answer().getByRole('link', { name: 'Google Cloud: PyTorch on TPU' });
      expect(await source.getAttribute('href')).toBe('https://docs.cloud.google.com/tpu/docs/pytorch-on-tpu');
      await answer()
        .getByText(/22 Nov 2026/)
        .waitFor();
      expect(posted()).toEqual([]);

      await me.actAs('Ben Sato');
      await answer().waitFor({ state: 'detached' });
    });

    it('and stays in the box, from where the buttons can be reached by keyboard', async () => {
      expect(await me.page.locator(':focus').getAttribute('aria-label')).toBe('Message #ml-platform');
      expect(await me.composer.inputValue()).toBe('');
      await me.page.keyboard.press('Shift+Tab');
      expect(await me.page.locator(':focus').textContent()).toBe('Dismiss message');
      await me.page.keyboard.press('Enter');
      await answer().waitFor({ state: 'detached' });
      expect(await me.page.locator(':focus').getAttribute('role')).toBe('log');
    });

    it('and shares the answer in the channel', async () => {
      await answer()
        .getByRole('button', { name: /channel/ })
        .click();
      const shared = me.messages().filter({ hasText: 'Shared by @ada' });
      await shared.getByRole('table').waitFor();
      expect(await shared.getByText('Only visible to you').count()).toBe(0);
      expect(posted()).toHaveLength(1);
    });

    it('and sees code for both at a click', async () => {
      await answer().getByRole('button', { name: /code/i }).click();
      await expect.poll(() => answer().locator('pre').count(), PATIENT).toBe(2);
      expect((await answer().locator('pre').allTextContents()).join()).toContain('import torch');
    });
  });

  describe('mentions the bot in a channel', () => {
    beforeEach(() => mention('does pytorch run on tpus?'));

    const replies = () => me.thread.getByRole('log').locator('.reply-count ~ ol .message');
    const heads = (at: number) => replies().nth(at).getByRole('columnheader').allTextContents();

    it('and gets the answer in a thread', async () => {
      expect(await replies().count()).toBe(1);
      expect(await heads(0)).toEqual(expect.arrayContaining(['PyTorch', 'TensorFlow']));
      await replies()
        .getByText(/22 Nov 2026/)
        .waitFor();
      expect(await me.log.getByRole('table').count()).toBe(0);
      expect(await me.page.locator(':focus').getAttribute('aria-label')).toBe('Reply');
    });

    it('and asks "and pytorch?" there: only that column comes back', async () => {
      await me.type('and pytorch?', me.reply);
      await expect.poll(() => replies().count(), PATIENT).toBe(3);
      expect(await heads(2)).toContain('PyTorch');
      expect(await heads(2)).not.toContain('TensorFlow');
      await replies().nth(2).getByText('TorchTPU').first().waitFor();
    });

    it('and is left alone when people talk to each other there', async () => {
      const { slack } = program;
      await me.type('thanks, that helps a lot', me.reply);
      await me.actAs('Ben Sato');
      await button('2 replies').click();
      await me.type('@ada shall we talk about it after lunch?', me.reply);
      await slack.settled(300);
      expect(posted().filter((message) => message.user === slack.bot.id)).toHaveLength(1);
    });

    it('and changes the question: the answer follows in its place', async () => {
      const [before] = posted().filter((message) => message.user === program.slack.bot.id);
      await me.page.keyboard.press('Escape');
      await me.messages().first().hover();
      await button('Edit message').click();
      await me.page.getByRole('textbox', { name: 'Edit message' }).fill('@fwcompare does pytorch run on amd gpus?');
      await me.page.keyboard.press('Enter');
      await button('1 reply').click();
      await replies().getByText(/ROCm/).first().waitFor();
      const [after] = posted().filter((message) => message.user === program.slack.bot.id);
      expect(after?.ts).toBe(before?.ts);
      expect(await replies().count()).toBe(1);
    });

    it('and deletes the question: the bot offers to take its answer away, and does', async () => {
      await me.messages(me.thread).first().hover();
      await me.thread.getByRole('button', { name: 'Delete message' }).click();
      await me.thread.getByText('You deleted your question').waitFor();
      await me.thread.getByRole('button', { name: 'Remove the answer' }).click();
      await expect.poll(() => posted().filter((one) => one.user === program.slack.bot.id), PATIENT).toEqual([]);
      await me.thread.getByText('You deleted your question').waitFor({ state: 'detached' });
    });
  });

  it('writes to the bot directly, and need not repeat what it is about', async () => {
    await me.room('fwcompare');
    await me.page.getByRole('tab', { name: 'Messages' }).click();
    await me.type('which one for mobile?');
    await me.messages().nth(1).getByRole('table').waitFor();
    await me.type('and tensorflow?');
    const last = me.messages().nth(3);
    await last.getByRole('table').waitFor();
    expect(await last.getByRole('columnheader').allTextContents()).toContain('TensorFlow');
    expect(await last.getByRole('columnheader').allTextContents()).not.toContain('PyTorch');
    await last
      .getByText(/LiteRT/)
      .first()
      .waitFor();
  });

  it('asks for measurements, and gets a chart with every figure in words beside it', async () => {
    await mention('how fast is resnet training?');
    const chart = me.thread.getByRole('img', { name: /^Bar chart, / });
    await chart.waitFor();
    const text = posted().at(-1)?.text ?? '';
    expect(await chart.getAttribute('aria-label')).toMatch(/is better\. PyTorch: .*; TensorFlow: /);
    const figures = (await chart.getAttribute('aria-label'))?.match(/\d[\d.]*(?=,|;|$)/g) ?? [];
    expect(figures.length).toBeGreaterThan(1);
    for (const figure of figures) expect(text).toContain(sayFigure(Number(figure)));
  });

  it('asks for what it does not know, and one of the three nearest topics is one click away', async () => {
    await mention('kubernetes ingress with nginx');
    const refusal = me.messages(me.thread).nth(1);
    await refusal.getByText('I do not know that one well enough to answer.').waitFor();
    const offers = refusal.getByRole('button', { name: /^Show / });
    expect(await offers.count()).toBe(3);
    await offers.first().click();
    await me.messages(me.thread).nth(2).getByRole('table').waitFor();
  });

  it('finds on the Home tab what the bot is for and all it knows', async () => {
    await me.room('fwcompare');
    const home = me.page.getByRole('tabpanel', { name: 'Home' });
    await home.getByRole('heading', { name: 'PyTorch and TensorFlow' }).waitFor();
    for (const text of ['How to ask', 'What I know', 'Hardware support']) await home.getByText(text).first().waitFor();
  });

  it('chooses a topic on the Home tab, and finds the answer in the Messages tab', async () => {
    await me.room('fwcompare');
    const menu = me.page.getByRole('combobox', { name: /^Hardware support: \d+ topics$/ });
    await menu.selectOption({ label: 'Running on TPUs' });
    await me.page.getByRole('tab', { name: 'Messages (unread)' }).click();
    await me.messages().first().getByRole('table').waitFor();
    await me.type('and tensorflow?');
    await me.messages().nth(2).getByRole('table').waitFor();
    expect(await me.messages().nth(2).getByRole('columnheader').allTextContents()).toEqual(['TensorFlow']);
    await me.page.getByRole('tab', { name: 'Messages', exact: true }).waitFor();
  });

  it('sees the whole of each answer on one screen of a phone, and nothing is wider than that', async () => {
    await openPhone();
    const dismiss = me.messages().last().getByRole('button', { name: 'Dismiss message' });
    for (const question of ['kubernetes ingress with nginx', 'tpu and amd gpu', 'help', 'topics', 'tpu vs jax?']) {
      await me.type(`/fwcompare ${question}`);
      await dismiss.waitFor();
      const height = (await me.messages().last().boundingBox())?.height;
      expect(height, question).toBeLessThan(ONE_SCREEN);
      expect(await me.overflow(), question).toBeLessThanOrEqual(0);
      await dismiss.click();
      await dismiss.waitFor({ state: 'detached' });
    }
  });

  it('does all three on a phone, where nothing is wider than the screen', async () => {
    await openPhone();
    await me.type('/fwcompare tpu');
    await me.messages().getByRole('table').waitFor();
    expect(await me.overflow()).toBeLessThanOrEqual(0);
    await mention('does pytorch run on tpus?');
    expect(await me.log.isVisible()).toBe(false);
    await me.type('and pytorch?', me.reply);
    await expect.poll(() => me.thread.getByRole('table').count(), PATIENT).toBe(2);
    expect(await me.overflow()).toBeLessThanOrEqual(0);
  });
});
