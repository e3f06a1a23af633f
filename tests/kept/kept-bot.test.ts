import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/conversation/bot.ts';
import type { Thread } from '../../src/conversation/thread.ts';
import { keptBot, keptKnowledge } from '../../src/kept/kept-bot.ts';
import { Shelf } from '../../src/kept/shelf.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { SHIPPED_FOLDER, shipped } from '../knowledge/shipped.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fwcompare-shelf-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const shelf = (stamp = 'one') => new Shelf(folder, stamp);
const plain = { clone: (made: unknown) => made, revive: <T>(cloned: T) => cloned };

const TALK = [
  'does pytroch run on tpus?',
  'and tensorflow?',
  'multi gpu',
  'source?',
  'thanks, that helps',
  'is torchserve still alive',
  'only @torch2.1 on windows',
  'how do I freeze layers',
  'which one then?',
];

/** Everything that a bot says and remembers of a thread. */
function say(bot: Bot): unknown {
  let thread: Thread | undefined;
  return TALK.map((text, at) => {
    const way = at === 0 ? 'mention' : 'overheard';
    const reply = bot.reply({ text, way, today: '2026-11-23', ...(thread && { thread }) });
    thread = reply.thread;
    return [reply, bot.reply({ text, way: 'command', today: '2026-11-23' })];
  });
}

describe('a bot that was kept', () => {
  it('says and remembers what it did before', async () => {
    const before = await keptBot(shipped, shelf());
    const knowledge = await keptKnowledge(SHIPPED_FOLDER, shelf());
    const again = await keptKnowledge(SHIPPED_FOLDER, shelf());
    expect(await readdir(folder)).toHaveLength(3);
    expect(say(await keptBot(again, shelf()))).toEqual(say(before));
    expect(again).toEqual(knowledge);
  });

  it('learns how people speak in threads only where there are threads', async () => {
    const bot = await keptBot(shipped, shelf(), { threads: false });
    expect(await readdir(folder)).toHaveLength(1);
    expect(say(bot)).toEqual(say(await keptBot(shipped, shelf())));
  });

  it('stands on knowledge that nobody can change', async () => {
    await keptKnowledge(SHIPPED_FOLDER, shelf());
    const again = await keptKnowledge(SHIPPED_FOLDER, shelf());
    expect(() => (again.sections as Knowledge['sections'][number][]).pop()).toThrow();
  });
});

describe('a shelf', () => {
  it('makes a thing once', async () => {
    let made = 0;
    const take = () => shelf().take('thing', () => ({ made: ++made }), plain);
    expect([await take(), await take(), await take()]).toEqual([{ made: 1 }, { made: 1 }, { made: 1 }]);
  });

  it('keeps apart what different builds of the program kept', async () => {
    await shelf('one').take('thing', () => 'old', plain);
    expect(await shelf('two').take('thing', () => 'new', plain)).toBe('new');
  });

  it.each(['cut short', 'of something else'])('makes anew what it finds %s', async (fault) => {
    await shelf().take('thing', () => 'whole', plain);
    const file = join(folder, (await readdir(folder))[0] ?? '');
    if (fault === 'cut short') await truncate(file, 5);
    else await writeFile(file, 'not written by us');
    expect(await shelf().take('thing', () => 'made anew', plain)).toBe('made anew');
    expect(await shelf().take('thing', () => 'never', plain)).toBe('made anew');
  });

  it('costs nothing but time where it cannot write', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect(await new Shelf(join(file, 'no-folder'), 'one').take('thing', () => 'made', plain)).toBe('made');
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('lets go of what was kept longest ago', async () => {
    for (let at = 0; at < 30; at += 1) await shelf().take(`thing${at}`, () => at, plain);
    const kept = await readdir(folder);
    expect(kept).toHaveLength(24);
    expect(kept).toContain('thing29-one');
  });

  it('passes on what goes wrong in the making, and keeps nothing of it', async () => {
    const fail = () => {
      throw new Error('no such folder');
    };
    await expect(shelf().take('thing', fail, plain)).rejects.toThrow('no such folder');
    expect(await readdir(folder)).toEqual([]);
  });
});
