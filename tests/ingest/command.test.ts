import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ingestCommand } from '../../src/cli/ingest.ts';
import { MOST_BYTES } from '../../src/ingest/decode.ts';
import { DATABASES } from './texts.ts';

let dir = '';
let said = '';
let refused = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ingest-'));
  [said, refused] = ['', ''];
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    said += `${text}\n`;
  });
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    refused += `${text}\n`;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(dir, { recursive: true, force: true });
});

async function run(content: string | Uint8Array, ...more: readonly string[]): Promise<number> {
  const file = join(dir, 'article.txt');
  await writeFile(file, content);
  return call(file, '--out', join(dir, 'out'), ...more);
}

async function call(...args: readonly string[]): Promise<number> {
  process.exitCode = undefined;
  await ingestCommand(() => new Date(2026, 10, 22)).parseAsync([...args], { from: 'user' });
  return Number(process.exitCode ?? 0);
}

describe('fwcompare ingest', () => {
  it('writes a draft, checks it, and says what came out, what is missing and what to do next', async () => {
    expect(await run(DATABASES)).toBe(0);
    expect(said).toMatch(/9 sections, \d+ topics \(all drafts\), comparing PostgreSQL, MySQL/);
    expect(said).toMatch(/Missing in the source.*\n(?: .*\n)* {2}line 49: an image is missing/);
    expect(said).toContain('What to do next:');
    expect((await readdir(join(dir, 'out'))).sort()).toEqual([
      'about.yaml',
      'follow-ups.yaml',
      'frameworks.yaml',
      'sections',
      'sources.yaml',
      'tools.yaml',
    ]);
    expect(await readFile(join(dir, 'out', 'sources.yaml'), 'utf8')).toContain('read: 2026-11-22');
    expect((await readdir(dir)).sort()).toEqual(['article.txt', 'out']);
  });

  it('writes into an empty folder', async () => {
    await mkdir(join(dir, 'out'));
    expect(await run(DATABASES)).toBe(0);
  });

  it('overwrites nothing', async () => {
    await mkdir(join(dir, 'out'));
    await writeFile(join(dir, 'out', 'mine.yaml'), 'mine');
    expect(await run(DATABASES)).toBe(1);
    expect(refused).toContain('nothing is ever overwritten');
    expect(await readdir(join(dir, 'out'))).toEqual(['mine.yaml']);
  });

  it('refuses a file as its folder', async () => {
    await writeFile(join(dir, 'out'), 'a file');
    expect(await run(DATABASES)).toBe(1);
    expect(refused).toContain('is a file');
  });

  it.each([
    ['an empty file', '', /is empty/],
    ['white space', ' \n\t\n', /is empty/],
    ['a binary file', new Uint8Array([0x41, 0, 1, 2]), /binary/],
    ['bytes that are no UTF-8', new Uint8Array([0x41, 0x0a, 0x42, 0xff, 0xfe]), /not UTF-8.*line 2/],
    ['a file of 5 MB', new Uint8Array(5 * 1024 * 1024).fill(0x61), /5\.0 MB, more than the 4 MB/],
    ['furniture only', 'Skip to content\n\nLeave a reply', /no text that belongs to an article/],
    ['a title that compares nothing', 'Hello\n\nThis is a text.', /--frameworks "A,B"/],
  ])('says clearly what is wrong with %s, and writes nothing', async (_, content, reason) => {
    expect(await run(content)).toBe(1);
    expect(refused).toMatch(reason);
    expect(refused).not.toMatch(/\n\s+at /);
    expect(await readdir(dir)).toEqual(['article.txt']);
  });

  it('says so when the file is not there', async () => {
    expect(await call(join(dir, 'none.md'), '--out', join(dir, 'out'))).toBe(1);
    expect(refused).toContain('cannot be read');
  });

  it('tells a wrong call from a bad article', async () => {
    expect(await run(DATABASES, '--frameworks', 'PostgreSQL')).toBe(2);
    expect(refused).toContain('two names or more');
  });

  it('reads UTF-16 where the file says so', async () => {
    expect(await run(Buffer.from(`\ufeff${DATABASES}`, 'utf16le'))).toBe(0);
  });

  it('has help with an example', () => {
    let help = '';
    ingestCommand()
      .configureOutput({
        writeOut: (text) => {
          help += text;
        },
      })
      .outputHelp();
    expect(help).toContain('$ fwcompare ingest article.md --out ./draft');
    expect(MOST_BYTES).toBe(4 * 1024 * 1024);
  });
});
