import { describe, expect, it } from 'vitest';
import { type Request, requestOf, type Want, wantOf } from '../../src/question/wants.ts';

/** What people say, and beside it what sounds alike and wants something else. */
const WANTS: Readonly<Record<Want, readonly string[]>> = {
  source: [
    'source?',
    'Sources please',
    'any citation?',
    'where did you get that',
    'says who?',
    'link to that?',
    'where can i read more',
    'prove it',
  ],
  freshness: [
    'is that still true?',
    'is this up to date?',
    'since when?',
    'how old is this',
    'has anything changed',
    'last checked?',
    'is it outdated?',
  ],
  code: [
    'show me code',
    'code?',
    'a snippet please',
    'an example',
    'how does that look in tf',
    'hello world',
    'source code of that?',
  ],
  verdict: [
    'which one then?',
    'who wins?',
    'bottom line',
    'so what?',
    'what would you pick',
    'should we use pytorch',
    'which is better',
  ],
  definition: [
    'what is torchscript',
    "what's eager mode?",
    'explain autograd',
    'define a tensor',
    'meaning of jit',
    'so what does xla mean',
  ],
  more: ['tell me more', 'more details', 'elaborate', 'go on', 'say more', 'in more detail'],
  comparison: [
    'tpu',
    'pytorch vs tensorflow on tpu',
    'and pytorch?',
    'what about gpus',
    // Near misses: a word holds a cue, or a cue stands for something else.
    'encoders',
    'resources on a node',
    'proofreading',
    'more memory',
    'when was pytorch released',
    'winning a contest',
    'morello boards',
  ],
};

describe('a question wants', () => {
  const rows = Object.entries(WANTS).flatMap(([want, texts]) => texts.map((text) => [want, text] as const));
  it.each(rows)('%s: %j', (want, text) => {
    expect(wantOf(text)).toBe(want);
  });

  it.each([
    // "Open source" is a licence, not a request for the source of an answer.
    ['is pytorch open source?', 'comparison'],
    ['are both open-source?', 'comparison'],
    // "So" before a question changes nothing of what it wants.
    ['so what is onnx?', 'definition'],
    ['so what about tpus?', 'comparison'],
    // A time of day is no date of a fact.
    ['what time is standup?', 'comparison'],
  ])('%j wants %s', (text, want) => {
    expect(wantOf(text)).toBe(want);
  });

  it('is read alike in capitals', () => {
    expect(wantOf('WHICH ONE THEN?')).toBe('verdict');
  });
});

const REQUESTS: Readonly<Record<Request, readonly string[]>> = {
  help: ['help', 'Help!', 'help please', 'what can you do?', 'who are you?', '?', 'commands'],
  topics: ['topics', 'list topics', 'show me all the topics', 'what do you know?', 'table of contents'],
  why: ['why this answer?', 'why did you say that?', 'why are you silent?', 'explain yourself'],
  mute: ['mute', 'Mute please', 'be quiet', 'stop answering in this thread', 'shush!'],
  unmute: ['unmute', 'un-mute', 'come back', 'listen again'],
  leave: ['leave', 'go away', 'leave this thread', 'bye bot!'],
};

describe('a message about the bot itself asks for', () => {
  const rows = Object.entries(REQUESTS).flatMap(([request, texts]) => texts.map((text) => [request, text] as const));
  it.each(rows)('%s: %j', (request, text) => {
    expect(requestOf(text)).toBe(request);
  });

  // The whole message has to be the request: these only begin like one.
  it.each([
    'help with tpus',
    'topics in reinforcement learning',
    'why?',
    'why is tensorflow slower?',
    'muted colours',
    'mute the audio on a tpu',
    'leave it',
    'leave one out validation',
    'what can you do with tpus?',
    'index of a tensor',
    'tpu',
    '',
  ])('nothing: %j', (text) => {
    expect(requestOf(text)).toBeUndefined();
  });
});

describe('code that somebody has, or writes', () => {
  it.each([
    'what happens to my old tf1 estimator code',
    'can we keep our existing training code',
    'which one needs less code',
  ])('is not code that is asked for: %j', (text) => {
    expect(wantOf(text)).not.toBe('code');
  });
});
