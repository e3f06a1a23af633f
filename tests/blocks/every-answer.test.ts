import { describe, expect, it } from 'vitest';
import type { ComparisonAnswer, Slots } from '../../src/answer/answer.ts';
import { compare } from '../../src/answer/comparison.ts';
import { answerMessage } from '../../src/blocks/answer-message.ts';
import { homeView } from '../../src/blocks/home-view.ts';
import type { Message } from '../../src/blocks/message.ts';
import type { FrameworkId, TopicId } from '../../src/knowledge/model.ts';
import { refuseBlocks } from '../../src/playground/blocks/check.ts';
import type { Want } from '../../src/question/wants.ts';
import { say, shippedBot } from '../conversation/talk.ts';
import { TODAY } from '../knowledge/builder.ts';
import { shipped } from '../knowledge/shipped.ts';
import { faultsOf, tablesOf } from './pretend-slack.ts';

const WANTS: readonly Want[] = ['comparison', 'definition', 'code', 'verdict', 'source', 'freshness', 'more'];
const topics = [...shipped.topics.keys()];
/** Nobody named, each framework alone, all of them with the guests first. */
const COLUMNS: readonly (readonly FrameworkId[])[] = [
  [],
  ...shipped.frameworks.map(({ id }) => [id]),
  shipped.frameworks.map(({ id }) => id).reverse(),
];

const slots = (ids: readonly TopicId[], frameworks: readonly FrameworkId[], want: Want): Slots => ({
  topics: ids,
  frameworks,
  only: frameworks.length === 1,
  want,
  pins: [],
});

interface Drawn {
  readonly name: string;
  readonly answer: ComparisonAnswer;
  readonly message: Message;
}

function* draw(ids: readonly TopicId[], today = TODAY, wants: readonly Want[] = WANTS): Generator<Drawn> {
  for (const want of wants) {
    for (const frameworks of COLUMNS) {
      for (const alone of [true, false]) {
        const answer = compare(slots(ids, frameworks, want), ['A name has changed.'], shipped, today);
        if (answer.kind !== 'answer') throw new Error(`${ids.join('+')}: ${answer.kind}`);
        const name = `${ids.join('+')} ${want} ${frameworks.join('+') || 'all'} ${alone ? 'private' : 'public'}`;
        yield { name, answer, message: answerMessage(answer, { private: alone }) };
      }
    }
  }
}

const faultsOfAll = (drawn: Iterable<Drawn>): readonly string[] =>
  [...drawn].flatMap(({ name, message }) => faultsOf(message).map((fault) => `${name}: ${fault}`));

describe('every answer of the shipped knowledge', () => {
  it.each(topics)('%s is taken by Slack, whatever is wanted, for whichever frameworks, here or in private', (id) => {
    expect(faultsOfAll(draw([id]))).toEqual([]);
  });

  it.each(topics)('%s is taken by Slack when its facts are stale', (id) => {
    expect(faultsOfAll(draw([id], '2027-04-01', ['comparison', 'more']))).toEqual([]);
    expect(faultsOfAll(draw([id], '2030-01-01', ['comparison', 'more']))).toEqual([]);
  });

  it('is drawn as blocks, not only as text', () => {
    const without = topics.flatMap((id) => [...draw([id])]).filter(({ message }) => message.blocks === undefined);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('says in its text all that its table shows, for screen readers read nothing else', () => {
    const missing = topics.flatMap((id) =>
      [...draw([id])].flatMap(({ name, message }) => {
        const shown = tablesOf(message).flatMap((rows) => rows.flat());
        // A dash and the words of the row heads are furniture; every other cell is a fact or a name.
        return shown
          .filter((cell) => !['–', 'Supported', 'In short', 'Withheld'].includes(cell) && !message.text.includes(cell))
          .map((cell) => `${name}: ${cell}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('shows in its table every framework that was asked for, and no other row than its own', () => {
    for (const id of topics) {
      for (const { answer, message } of draw([id])) {
        for (const [head] of tablesOf(message)) expect(head).toEqual(answer.columns.map(({ name }) => name));
      }
    }
  });

  it('has an offer to share it exactly when only one person sees it', () => {
    for (const { name, message } of draw(topics.slice(0, 1))) {
      expect(JSON.stringify(message.blocks).includes('"share"')).toBe(name.endsWith('private'));
    }
  });

  it('of two and three topics at once is taken too', () => {
    const pairs = topics.map((id, at) => [
      id,
      topics[(at + 1) % topics.length] ?? id,
      topics[(at * 7 + 3) % topics.length] ?? id,
    ]);
    for (const three of pairs) {
      const found = compare(slots(three, [], 'more'), [], shipped, TODAY);
      expect(faultsOf(answerMessage(found, { private: true }))).toEqual([]);
      const two = compare(slots(three.slice(0, 2), [], 'comparison'), [], shipped, TODAY);
      expect(faultsOf(answerMessage(two, { private: false }))).toEqual([]);
    }
  });
});

describe('what is no comparison', () => {
  it.each([
    'help',
    'topics',
    'kubernetes ingress with nginx',
    'tpu einsum tokenizer gradients',
    'what is for lunch',
    'mute',
    'why did you say that?',
  ])('%j is taken by Slack', (text) => {
    const { answer } = say(shippedBot, text, 'direct');
    expect(faultsOf(answerMessage(answer, { private: true }))).toEqual([]);
  });

  it('that is silence says nothing at all', () => {
    expect(answerMessage({ kind: 'silent' }, { private: false }).blocks).toBeUndefined();
  });

  it('the Home tab is taken by Slack', () => {
    expect(refuseBlocks(homeView(shipped, TODAY).blocks, 'home')).toBeUndefined();
  });
});
