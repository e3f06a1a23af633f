import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Answer, Near, TopicRef } from '../../src/answer/answer.ts';
import { answerMessage } from '../../src/blocks/answer-message.ts';
import { homeView } from '../../src/blocks/home-view.ts';
import { RULES } from '../../src/conversation/rules.ts';
import { parseSlots } from '../../src/conversation/thread.ts';
import type { SectionSlug, TopicId } from '../../src/knowledge/model.ts';
import { refuseBlocks } from '../../src/playground/blocks/check.ts';
import { smallKnowledge, TODAY } from '../knowledge/builder.ts';
import { clickable, faultsOf, mrkdwnOf, valuesOf } from './pretend-slack.ts';

const ref = (title: string): TopicRef => ({
  section: 's' as SectionSlug,
  topic: title.toLowerCase() as TopicId,
  title,
});
const draw = (answer: Answer) => answerMessage(answer, { private: true });

describe('a refusal', () => {
  const refuse = (nearest: readonly Near[]) =>
    draw({ kind: 'unknown', lead: [], understood: ['gpu', 'fix'], instead: 'It sounds like a fault.', nearest });
  const apart = refuse([
    { ref: ref('Memory'), why: 'says nothing of "update"' },
    { ref: ref('Sharding'), why: 'says nothing of "oom"' },
    { ref: ref('Seen?'), why: 'only touches on "gpu"' },
  ]);

  it('has one row for each near topic: its title, why it fell short, and the button that shows it', () => {
    const rows = (apart.blocks ?? []).flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button'
        ? [[block.text?.text, block.accessory.text.text, block.accessory.accessibility_label]]
        : [],
    );
    expect(rows).toEqual([
      ['*Memory* says nothing of "update"', 'Show', 'Show Memory'],
      ['*Sharding* says nothing of "oom"', 'Show', 'Show Sharding'],
      ['*Seen?* only touches on "gpu"', 'Show', 'Show Seen?'],
    ]);
    expect(faultsOf(apart)).toEqual([]);
  });

  it('shows no title twice', () => {
    for (const title of ['Memory', 'Sharding', 'Seen?']) {
      const shown = (apart.blocks ?? []).flatMap((block) => [
        ...(block.type === 'section' ? [block.text?.text ?? ''] : []),
        ...clickable(block).flatMap((one) => (one.type === 'button' ? [one.text.text] : [])),
      ]);
      expect(shown.filter((text) => text.includes(title))).toHaveLength(1);
    }
  });

  it('says once what all of them lack', () => {
    const why = 'says nothing of "ingress"';
    const alike = refuse([
      { ref: ref('One'), why },
      { ref: ref('Two'), why },
    ]);
    expect(JSON.stringify(alike.blocks).split('ingress')).toHaveLength(2);
    expect(alike.text).toContain('The nearest topics; each says nothing of "ingress":\n- One\n- Two');
  });

  it('tells in its text all that its blocks do, and ends with the way on', () => {
    const said = ['do not know', 'sounds like a fault', 'Memory (says nothing of "update")', 'I understood: gpu, fix.'];
    for (const part of said) expect(apart.text).toContain(part);
    expect(apart.text).toMatch(/Try other words, or "topics" for everything I know\.$/);
    expect(mrkdwnOf(apart).at(-1)).toMatch(/Try other words, or "topics" for everything I know\.$/);
  });

  it('is a refusal and a way on even when nothing is near', () => {
    const nothing = refuse([]);
    expect(nothing.text).not.toContain('nearest');
    expect(faultsOf(nothing)).toEqual([]);
  });
});

describe('help', () => {
  const help = draw({
    kind: 'help',
    about: 'Two things, side by side.',
    examples: ['tpu', 'amd <gpu>?', 'mobile?', 'a fourth'],
    rules: Object.entries(RULES).map(([name, says]) => ({ name, says })),
  });

  it('begins with three things to try, as they are typed', () => {
    expect(mrkdwnOf(help)[0]?.split('\n')).toEqual([
      '*Three things to try*',
      '• `/fwcompare tpu`',
      '• `/fwcompare amd &lt;gpu&gt;?`',
      '• `/fwcompare mobile?`',
    ]);
    expect(help.text.split('\n').slice(0, 2)).toEqual(['Three things to try:', '- /fwcompare tpu']);
  });

  it('tells how it speaks in a thread before it lists the rules', () => {
    const parts = mrkdwnOf(help);
    const at = (text: string) => parts.findIndex((part) => part.includes(text));
    expect(at('In a thread')).toBeGreaterThan(0);
    expect(at('In a thread')).toBeLessThan(at('rule by rule'));
  });

  it.each(Object.entries(RULES))('lists the rule %s with its sentence, in blocks and in text', (name, says) => {
    expect(mrkdwnOf(help).at(-1)).toContain(`*${name}* ${says}`);
    expect(help.text).toContain(`- ${name}: ${says}`);
  });
});

describe('what it knows', () => {
  const many = Array.from({ length: 130 }, (_, at) => ({ id: `topic-${at}`, title: `Topic ${at}` }));
  const knowledge = smallKnowledge({
    sections: {
      few: { title: 'Few & far', topics: [{ id: 'tpu', title: 'Google TPUs' }] },
      full: { title: 'Full', topics: many },
    },
  });
  const home = homeView(knowledge, TODAY);
  const menus = (home.blocks as KnownBlock[]).flatMap((block) => clickable(block).map((menu) => ({ block, menu })));

  it('is one row a section on the Home tab, with a menu that tells how many topics are in it', () => {
    const rows = menus.map(({ block, menu }) => [
      block.type === 'section' && block.text?.text,
      menu.type === 'static_select' && menu.placeholder?.text,
    ]);
    expect(rows).toEqual([
      ['*Few &amp; far*', '1 topic'],
      // More than one menu can hold.
      ['*Full*', '100 topics'],
      ['*Full*', '30 topics'],
    ]);
    expect(refuseBlocks(home.blocks, 'home')).toBeUndefined();
  });

  it('is all in the menus', () => {
    const topics = menus.flatMap(({ menu }) => valuesOf(menu)).map((value) => parseSlots(value)?.topics[0]);
    expect(topics).toEqual([...knowledge.topics.keys()]);
  });

  it('is drawn alike when somebody asks for the topics, and named in full in the text', () => {
    const sections = [{ title: 'Few', topics: [ref('Google TPUs'), ref('AMD')] }];
    const message = draw({ kind: 'topics', sections });
    expect(faultsOf(message)).toEqual([]);
    expect(message.text).toBe('I know 2 topics in 1 section:\nFew: Google TPUs; AMD.');
    expect((message.blocks ?? []).flatMap(clickable)).toHaveLength(1);
  });
});

describe('why', () => {
  it('sets off what each line is about', () => {
    const { blocks = [] } = draw({ kind: 'why', lines: ['Best: Google TPUs (score 2).', 'Sureness 40 %; fine.'] });
    expect(mrkdwnOf({ text: '', blocks })).toEqual(['*Best*: Google TPUs (score 2).\nSureness 40 %; fine.']);
  });
});
