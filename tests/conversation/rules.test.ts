import { describe, expect, it } from 'vitest';
import { RULES, type RuleName } from '../../src/conversation/rules.ts';
import { NEW_THREAD } from '../../src/conversation/thread.ts';
import { overhear, say, shippedBot, smallBot } from './talk.ts';
import { threadAbout } from './thread-about.ts';

const thread = threadAbout('tpu');
const muted = { ...thread, muted: true };

/** For each published rule something that brings it about, and what is said then. */
const CASES: Readonly<Record<RuleName, { readonly reply: ReturnType<typeof say>; readonly kind: string }>> = {
  asked: { reply: say(smallBot, 'tpu'), kind: 'answer' },
  'follow-up': { reply: overhear(smallBot, 'and pytorch?', thread), kind: 'answer' },
  request: { reply: say(smallBot, 'help'), kind: 'help' },
  muted: { reply: overhear(smallBot, 'and pytorch?', muted), kind: 'silent' },
  'to-people': { reply: overhear(smallBot, '<@U0ADA> and pytorch?', thread), kind: 'silent' },
  remark: { reply: overhear(smallBot, 'thanks, that helps', thread), kind: 'silent' },
  'names-only': { reply: say(smallBot, 'pytorch or tensorflow'), kind: 'answer' },
  'not-resolved': { reply: overhear(smallBot, 'and does it snow there?', thread), kind: 'silent' },
  unsure: { reply: say(smallBot, 'how do I grow tomatoes'), kind: 'unknown' },
  ambiguous: { reply: say(smallBot, 'kernel'), kind: 'choices' },
};

describe('every published rule', () => {
  it('has its case here', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(Object.entries(CASES))('%s is reached, and explained by its name and sentence', (name, { reply, kind }) => {
    expect(reply.answer.kind).toBe(kind);
    expect(reply.why.rule).toEqual({ name, says: RULES[name as RuleName] });
    expect(reply.why.lines[0]).toBe(`Rule "${name}": ${RULES[name as RuleName]}`);
  });

  it('is in the help', () => {
    const { answer } = say(shippedBot, 'help');
    expect(answer).toMatchObject({
      kind: 'help',
      rules: Object.entries(RULES).map(([name, says]) => ({ name, says })),
    });
  });
});

describe('talk between people in a thread', () => {
  const TOPICS = ['tpu', 'eager-vs-graph', 'license'];
  const CHATTER = [
    'thanks!',
    'thank you, very helpful',
    'lol',
    'ok cool',
    'good morning',
    'same here',
    '+1',
    '👍',
    ':tada:',
    'agreed',
    'makes sense',
    'interesting, did not know that',
    "I'll try that tomorrow",
    "let's talk about it after lunch",
    'we use pytorch here',
    'i prefer tensorflow',
    'pytorch it is',
    'I think tensorflow is better',
    'merged',
    'the code is merged',
    'lunch?',
    'anyone up for coffee?',
    'and coffee?',
    'who is on call?',
    'how was the weekend?',
    'can you review my PR?',
    'are you coming?',
    'you should look at this',
    '<@U0ADA> what do you think?',
    '@ada is that still true?',
    '<!here> which one?',
    '<!subteam^S0ML|@ml-team> is that still true?',
    // Questions among people that sound like a follow-up by one word.
    'what time is standup?',
    'what time is lunch?',
    'do you have a minute?',
    'which room?',
    'anyone here?',
    'did the build pass?',
    'can we merge this?',
    'are we still on for 3?',
    'what should we order?',
    'any link for the meeting?',
    'has anything changed in the schedule?',
    'is this the right channel?',
    'code review please',
    'source code is in the repo',
    'should we go?',
    'just do it',
    'what would it take for you to switch, Lukas?',
    'deal',
  ];

  it.each(CHATTER)('%j is left alone', (text) => {
    const answeredIn = TOPICS.filter(
      (topic) => overhear(shippedBot, text, threadAbout(topic)).answer.kind !== 'silent',
    );
    expect(answeredIn).toEqual([]);
  });

  it('leaves what the thread is about as it was', () => {
    expect(overhear(smallBot, 'lol', thread).thread?.slots).toEqual(thread.slots);
  });

  it.each(['help me with this tomato', 'how do I grow tomatoes?', 'kernel?', '?', 'what is a zyzzyva?', '', '🔥'])(
    'gets no help and no refusal that nobody asked for: %j',
    (text) => {
      for (const each of [thread, NEW_THREAD]) {
        expect(['answer', 'silent', 'help']).toContain(overhear(smallBot, text, each).answer.kind);
        expect(overhear(smallBot, text, each).answer.kind).not.toBe('unknown');
        expect(overhear(smallBot, text, each).answer.kind).not.toBe('choices');
      }
    },
  );

  it.each(['', '🔥', 'ok', 'what is a zyzzyva?', 'how do I grow tomatoes?'])('is never met with help: %j', (text) => {
    expect(overhear(smallBot, text, thread).answer).toEqual({ kind: 'silent' });
  });
});

describe('mute, unmute, leave and why', () => {
  it('mute keeps it silent until somebody says unmute', () => {
    const after = overhear(smallBot, 'mute', thread);
    expect(after.answer).toEqual({ kind: 'done', did: 'muted' });
    expect(overhear(smallBot, 'and pytorch?', after.thread ?? thread).answer).toEqual({ kind: 'silent' });

    const again = overhear(smallBot, 'unmute', after.thread ?? thread);
    expect(again.answer).toEqual({ kind: 'done', did: 'unmuted' });
    expect(overhear(smallBot, 'and pytorch?', again.thread ?? thread).answer.kind).toBe('answer');
  });

  it('a mention ends a mute, and the thread is still about the same', () => {
    const { answer, thread: now } = say(smallBot, '<@U0BOT> and pytorch?', 'mention', muted);
    expect(answer).toMatchObject({ kind: 'answer', slots: { topics: ['tpu'] } });
    expect(now?.muted).toBe(false);
  });

  it('silence in a muted thread does not end the mute', () => {
    expect(overhear(smallBot, 'and pytorch?', muted).thread?.muted).toBe(true);
  });

  it('leave forgets the thread', () => {
    const { answer, thread: now } = overhear(smallBot, 'leave this thread', thread);
    expect(answer).toEqual({ kind: 'done', did: 'left' });
    expect(now).toBeUndefined();
  });

  it.each(['mute', 'unmute', 'leave'])('%s outside a thread says where it works', (text) => {
    expect(say(smallBot, text, 'direct').answer).toEqual({ kind: 'done', did: 'no-thread' });
  });

  it('"why did you say that?" tells the words, the score and the rule of the last answer, and can be asked twice', () => {
    const first = say(smallBot, 'tpu');
    const why = say(smallBot, 'why did you say that?', 'mention', first.thread);
    expect(why.answer).toEqual({ kind: 'why', lines: first.why.lines });
    expect(first.why.lines.join('\n')).toMatch(/Rule "asked".*score.*"tpu".*Sureness/s);
    expect(say(smallBot, 'explain yourself', 'mention', why.thread).answer).toEqual(why.answer);
  });

  it('"why are you silent?" tells the rule by which it was', () => {
    const silent = overhear(smallBot, 'thanks, that helps', thread);
    const why = say(smallBot, 'why are you silent?', 'mention', silent.thread);
    expect(why.answer).toMatchObject({
      kind: 'why',
      lines: [`Rule "remark": ${RULES.remark}`, ...silent.why.lines.slice(1)],
    });
  });

  it('"why are you silent?" needs no mention: it is said to nobody but the bot', () => {
    const silent = overhear(smallBot, 'thanks, that helps', thread);
    expect(overhear(smallBot, 'why are you silent?', silent.thread ?? thread).answer.kind).toBe('why');
  });

  it('a spelling mended is told', () => {
    expect(say(smallBot, 'pytroch on tpu').why.lines).toContain('Spelling: "pytroch" was read as "pytorch".');
  });
});
