import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/answer/plain-text.ts';
import { answerMessage } from '../../src/blocks/answer-message.ts';
import { homeView } from '../../src/blocks/home-view.ts';
import { createBot } from '../../src/conversation/create-bot.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';
import { faultsOf } from '../blocks/pretend-slack.ts';
import { answered, columnsOf, overhear, say, topicsOf } from '../conversation/talk.ts';
import { shipped } from './shipped.ts';

const folder = fileURLToPath(new URL('../knowledge-other', import.meta.url));
const databases = loadKnowledge(folder, await readFolder(folder));
const bot = createBot(databases);

// Nothing in the program knows what it compares: a folder about databases does all that the shipped one does.
describe('a folder about something else', () => {
  it('is loaded and checked like the shipped one', () => {
    expect(databases.frameworks.map(({ name }) => name)).toEqual(['PostgreSQL', 'MySQL']);
    expect([...databases.topics.keys()]).toEqual([
      'in-short',
      'license',
      'connections',
      'json',
      'transactions',
      'full-text',
    ]);
  });

  it('goes by our examples of what people type into threads, for it has none of its own', () => {
    expect(databases.followUps).toEqual(shipped.followUps);
    const { thread } = say(bot, 'connections');
    if (!thread) throw new Error('There is no thread.');
    expect(overhear(bot, 'got a link that backs this up', thread).answer.kind).toBe('answer');
    expect(overhear(bot, 'who else is hungry', thread).answer.kind).toBe('silent');
  });

  it.each([...databases.topics.values()].map((topic) => [topic.title, topic.id]))(
    'answers by the name of a topic: %s',
    (title, id) => {
      const reply = say(bot, title);
      expect(topicsOf(reply)).toEqual([id]);
      expect(columnsOf(reply)).toEqual(['postgresql', 'mysql']);
      expect(faultsOf(answerMessage(reply.answer, { private: true }))).toEqual([]);
    },
  );

  it.each(databases.about.examples)('answers the example of its help: %j', (example) => {
    expect(say(bot, example).answer.kind).toBe('answer');
  });

  it.each([
    ['does mysql index json?', 'json', 'mysql'],
    ['postgers isolation level', 'transactions', 'postgresql'],
    ['is fulltext any good in my sql', 'full-text', 'mysql'],
    ['pg bouncer', 'connections', 'postgresql'],
  ])('%j is about %s, with %s first', (text, topic, first) => {
    expect(topicsOf(say(bot, text))).toEqual([topic]);
    expect(columnsOf(say(bot, text))[0]).toBe(first);
  });

  it.each(['postgres vs mysql', 'pg or mysql?'])('%j is about the whole', (text) => {
    expect(topicsOf(say(bot, text))).toEqual(['in-short']);
  });

  it('leads with the successor of a retired name', () => {
    expect(answered(say(bot, 'myisam')).lead).toEqual([
      'MyISAM is no longer the default engine; InnoDB has been since MySQL 5.5.',
    ]);
  });

  it('tells what it does not compare', () => {
    expect(plainText(say(bot, 'mongodb json').answer)).toContain(
      'MongoDB: not compared here. Compared are PostgreSQL and MySQL.',
    );
  });

  it.each(['does it run on tpus?', 'which kernel does numba use', 'pytorch or tensorflow?'])(
    'refuses what it has never heard of: %j',
    (text) => {
      expect(say(bot, text).answer.kind).toBe('unknown');
    },
  );

  it('follows a thread', () => {
    const { thread } = say(bot, 'json');
    if (!thread) throw new Error('no thread');
    expect(columnsOf(overhear(bot, 'and mysql?', thread))).toEqual(['mysql']);
    expect(answered(overhear(bot, 'show me code', thread)).topics[0].code?.language).toBe('sql');
    expect(answered(overhear(bot, 'source?', thread)).sources.length).toBeGreaterThan(0);
  });

  it('has a Home tab of its own', () => {
    expect(JSON.stringify(homeView(databases, '2026-11-22'))).toContain('PostgreSQL and MySQL');
  });
});
