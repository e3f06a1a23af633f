import { describe, expect, it } from 'vitest';
import { chanceForUs, HEARD_FROM } from '../../src/conversation/hearing.ts';
import type { Sound } from '../../src/conversation/intent.ts';
import { toQuestion } from '../../src/question/question.ts';
import { buildRetriever } from '../../src/retrieval/retriever.ts';
import { shipped } from '../knowledge/shipped.ts';
import { overhear, shippedBot, smallBot } from './talk.ts';
import { threadAbout } from './thread-about.ts';

const retriever = buildRetriever(shipped);
const sounding = (people: number): Sound => ({ intent: 'detail', chance: 1 - people, people });
const chanceOf = (text: string, sound: Sound | undefined = sounding(0.1)): number =>
  chanceForUs(retriever.retrieve(toQuestion(text)), sound);

describe('a message that nobody addressed is likelier for the bot', () => {
  it.each([
    ['when it asks', 'is training slower', 'training is slower'],
    ['when it goes on', 'and mobile', 'mobile'],
    ['when its words ask for a source, for code and the like', 'the source of that', 'the colour of that'],
    ['when it could be answered surely', 'does it run on tpus', 'does it run on gravel'],
    ['when it does not speak of the speakers', 'does it run on tpus?', 'do we run it on our tpus?'],
  ])('%s', (_, more, less) => {
    expect(chanceOf(more)).toBeGreaterThan(chanceOf(less));
  });

  it('the less its words sound like talk between people', () => {
    const chances = [0, 0.01, 0.2, 0.5, 0.9, 1].map((people) => chanceOf('does it run on tpus?', sounding(people)));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(chances[0]).toBeGreaterThan(HEARD_FROM);
    expect(chances.at(-1)).toBeLessThan(HEARD_FROM);
  });

  it('"US" and "I/O" are not the speakers', () => {
    expect(chanceOf('is it hosted in the US?')).toBeGreaterThan(chanceOf('is it hosted for us?'));
    expect(chanceOf('is the I/O slow?')).toBeGreaterThan(chanceOf('am I slow?'));
  });
});

describe('where nothing was learnt of how people talk', () => {
  const thread = threadAbout('tpu');

  it('a question of known words is heard, and the same as a statement is not', () => {
    expect(overhear(smallBot, 'do phones serve models?', thread).answer.kind).toBe('answer');
    expect(overhear(smallBot, 'phones serve models', thread).answer.kind).toBe('silent');
    expect(overhear(smallBot, 'pytorch it is', thread).answer.kind).toBe('silent');
  });
});

describe('what is asked in so many words of the other one', () => {
  it.each([
    ['code for the other one too?', 'code'],
    ['got a source for the other one?', 'source'],
  ])('%j is after %s', (text, want) => {
    const { thread } = overhear(shippedBot, text, threadAbout('gpu-check', { frameworks: [] }));
    expect(thread?.slots?.want).toBe(want);
  });
});

describe('why', () => {
  const lines = (text: string) => overhear(shippedBot, text, threadAbout('tpu')).why.lines.join('\n');

  it('says how likely a message was for the bot, heard or not', () => {
    expect(lines('does that work on windows?')).toMatch(
      /Unasked, it is for the bot to \d+ %; it is heard from \d+ % on/,
    );
    expect(lines('lunch?')).toMatch(/Unasked, it is for the bot to \d+ %/);
  });

  it.each(['<@U0ADA> does that work on windows?', 'mute', 'does that work on windows? 😂'])(
    'says nothing of it where something else decided: %j',
    (text) => {
      expect(lines(text)).not.toMatch(/Unasked/);
    },
  );
});
