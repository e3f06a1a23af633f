import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { build } from '../support/built.ts';
import { codesIn, fencedIn, partOf, readText, rowsOf } from './markdown.ts';

beforeAll(build);

const PAGES = ['README.md', 'knowledge/README.md'];

/** Every call of the program that a page shows: `npx fwcompare <command> …`, up to its end or a remark. */
const calls = PAGES.flatMap((page) => {
  const text = readText(page);
  const shown = [...fencedIn(text, 'sh').flatMap((block) => block.split('\n')), ...codesIn(text)];
  return shown.flatMap((line) => {
    const call = /npx fwcompare ([a-z]+)([^#>|]*)/.exec(line);
    return call ? [{ page, command: call[1] ?? '', options: call[2]?.match(/--[a-z-]+/g) ?? [] }] : [];
  });
});
const commands = [...new Set(calls.map(({ command }) => command))].sort();

describe('the commands that the pages show', () => {
  it('are those of the program, all of them', async () => {
    const { out } = await run(['--help']);
    const own = [...(out.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+) /gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help');
    const listed = rowsOf(partOf(readText('README.md'), 'commands')).map(
      ([cell = '']) => cell.match(/fwcompare (\w+)/)?.[1],
    );
    expect(listed).toEqual(own);
    expect(commands).toEqual([...own].sort());
  });

  it.concurrent.each(commands)('have help, and the options that are shown: %s', async (command) => {
    const { code, out } = await run([command, '--help']);
    expect(code).toBe(0);
    const shown = calls.filter((call) => call.command === command).flatMap(({ options }) => options);
    expect(shown.filter((option) => !out.includes(option))).toEqual([]);
  });

  it.concurrent.each([
    [0, ['--help']],
    [1, ['check', '/nowhere']],
    [2, ['frobnicate']],
  ] as const)('exit with %s as they say', async (code, args) => {
    const said = /Exit codes: (.*)\./.exec(readText('README.md'))?.[1];
    expect(said).toBe('0 done, 1 the thing asked for failed, 2 the call was wrong');
    expect((await run(args)).code).toBe(code);
  });

  it.concurrent('take a copy of .env.example for no settings at all', async () => {
    const names = readText('.env.example').match(/^[A-Z_]+(?==)/gm) ?? [];
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(await run(['check'], '', empty)).toMatchObject({ code: 0, err: '' });
  });
});
