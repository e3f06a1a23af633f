import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/question/plain-text.ts';

const BOT = ['U0BOT', 'fwcompare'];
const plain = (typed: string): string => toPlainText(typed, BOT).text;
const mentions = (typed: string): readonly string[] => toPlainText(typed, BOT).mentions;

describe("Slack's markup", () => {
  it.each([
    ['<@U0BOT> tpu?', 'tpu?'],
    ['<@U0BOT|fwcompare> tpu?', 'tpu?'],
    ['tpu? <@U0BOT>', 'tpu?'],
    ['see <#C0123|ml-help> for tpu', 'see ml-help for tpu'],
    // A link without a label says nothing that a person typed.
    ['<https://example.org/gpu?a=b|the docs> say tpu', 'the docs say tpu'],
    ['<https://example.org/gpu> tpu', 'tpu'],
    ['https://example.org/gpu?a=b tpu', 'tpu'],
    ['<mailto:a@example.org|Ada> tpu', 'Ada tpu'],
    ['*tpu* and ~gpu~', 'tpu and gpu'],
    ['tpu :fire: :+1:', 'tpu'],
    [':thinking_face: tpu', 'tpu'],
    // Colons also part hours and minutes, and "ratio 1:2:3".
    ['at 10:30:45', 'at 10:30:45'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    // Unescaped once, not twice: somebody typed "&lt;" as such.
    ['&amp;lt;', '&lt;'],
  ])('of %j leaves %j', (typed, left) => {
    expect(plain(typed)).toBe(left);
  });
});

describe('characters', () => {
  it.each([
    ['curly quotes', '“tpu” isn’t ‘new’', `"tpu" isn't 'new'`],
    ['dashes', 'multi–gpu — fast', 'multi-gpu - fast'],
    ['full-width letters', 'ｔｐｕ', 'tpu'],
    ['ligatures', 'ﬂow', 'flow'],
    ['white space of every kind', ' a\t\tb\n\nc\u00a0d\u2028e ', 'a b c d e'],
    ['control characters', '\u0000tpu\u0007', 'tpu'],
    ['a lone surrogate', '\ud800tpu', 'tpu'],
    ['accents in two code points', 'cafe\u0301', 'caf\u00e9'],
    ['letters of other scripts', 'مرحبا tpu', 'مرحبا tpu'],
  ])('%s are straightened', (_, typed, left) => {
    expect(plain(typed)).toBe(left);
  });

  it.each([
    ['a zero-width space', 'py\u200btorch'],
    ['a soft hyphen', 'py\u00adtorch'],
    ['a right-to-left override', 'py\u202etorch'],
  ])('%s within a word is dropped without splitting the word', (_, typed) => {
    expect(plain(typed)).toBe('pytorch');
  });
});

describe('mentions', () => {
  it.each([
    ['<@U0BOT> tpu', []],
    ['@fwcompare tpu', []],
    ['@FWCompare tpu', []],
    ['<@U0ADA> tpu', ['U0ADA']],
    ['<@W0ADA|ada> tpu', ['W0ADA']],
    ['<@U0BOT> <@U0ADA> tpu', ['U0ADA']],
    ['@ada tpu', ['ada']],
    ['<!here> tpu', ['everyone']],
    ['<!channel|@channel> tpu', ['everyone']],
    // A version after the name is no person.
    ['tpu @torch2.1', []],
    // Addresses are no mentions.
    ['ada@example.org', []],
  ])('%j mentions %j', (typed, people) => {
    expect(mentions(typed)).toEqual(people);
  });

  it('of a user group is a mention of people, and leaves none of its markup behind', () => {
    const { text, mentions: people } = toPlainText('<!subteam^S0ML|@ml-team> tpu?', BOT);
    expect(people).toHaveLength(1);
    expect(text).toBe('tpu?');
  });
});

it('reads 40,000 characters and no more', () => {
  expect(plain(`${'a '.repeat(20_000)}end`)).not.toContain('end');
  expect(plain(`${'a '.repeat(19_990)}end`)).toContain('end');
});
