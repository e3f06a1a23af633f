import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { build, ROOT } from '../support/built.ts';
import { startProgram, Visitor } from './workspace.ts';

const DOCS = join(ROOT, 'docs');
const MOST_BYTES = 300_000;

/** Takes the README's pictures anew: `UPDATE_PICTURE=1 npx vitest run tests/e2e/pictures`. */
it.runIf(process.env.UPDATE_PICTURE === '1')('the pictures for the README are taken', async () => {
  build();
  mkdirSync(DOCS, { recursive: true });
  const browser = await launchChromium();
  const { running, slack, stop } = await startProgram();
  const { ada, ben, mira } = slack.people;
  const channel = slack.channels.mlPlatform;
  try {
    await slack.say({ by: mira, channel, text: 'We get TPU quota from January on.' });
    await slack.say({
      by: ben,
      channel,
      text: 'Nice! Does that mean a rewrite? The whole ranking model is in PyTorch.',
    });
    await slack.say({ by: ada, channel, text: '@fwcompare does pytorch run on tpus?' });
    await slack.settled();
    await slack.say({ by: ben, channel, text: 'So no rewrite. Thanks!' });
    await slack.settled();

    const shots = [
      { file: 'workspace.png', options: { viewport: { width: 1280, height: 860 } } },
      { file: 'workspace-phone.png', options: { viewport: { width: 400, height: 800 } } },
    ];
    for (const { file, options } of shots) {
      const { page, thread } = await Visitor.open(browser, running.url, { colorScheme: 'light', ...options });
      await page.getByRole('button', { name: '1 reply' }).click();
      await thread.getByRole('table').waitFor();
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(DOCS, file), animations: 'disabled', caret: 'hide' });
      await page.close();
      expect(statSync(join(DOCS, file)).size).toBeLessThan(MOST_BYTES);
    }
  } finally {
    await browser.close();
    await stop();
  }
});
