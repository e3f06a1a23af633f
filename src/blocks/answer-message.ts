import type { KnownBlock } from '@slack/types';
import type { Answer, Slots, TopicRef } from '../answer/answer.ts';
import { DONE, plainText, REFUSAL, WAY_ON } from '../answer/plain-text.ts';
import { comparisonBlocks } from './comparison-message.ts';
import { ACTIONS } from './ids.ts';
import { cut, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { bold, escapeText } from './mrkdwn.ts';
import { actions, button, sections } from './pieces.ts';

/** Where a message will stand: only one person sees a private one, so it can be shared. */
export interface Place {
  readonly private: boolean;
}

/** How an answer looks in Slack. Pure: the same answer always gives the same message. */
export function answerMessage(answer: Answer, place: Place): Message {
  const text = cut(plainText(answer), LIMITS.messageText);
  const blocks = blocksOf(answer, place);
  // Blocks over the limit would lose the whole message: the text says it all.
  return blocks.length === 0 || blocks.length > LIMITS.blocks ? { text } : { text, blocks };
}

function blocksOf(answer: Answer, place: Place): KnownBlock[] {
  switch (answer.kind) {
    case 'answer':
      return comparisonBlocks(answer, place.private);
    case 'choices':
      return [
        ...sections([...answer.lead.map(escapeText), bold('Which of these do you mean?')]),
        ...actions(topicButtons(answer.choices)),
      ];
    case 'unknown':
      return [
        ...sections([
          ...answer.lead.map(escapeText),
          bold(REFUSAL),
          ...(answer.instead ? [escapeText(answer.instead)] : []),
          ...(answer.understood.length > 0 ? [escapeText(`I understood: ${answer.understood.join(', ')}.`)] : []),
          ...answer.nearest.map(({ ref, why }) => `• ${escapeText(ref.title)}: ${escapeText(why)}`),
          escapeText(WAY_ON),
        ]),
        ...actions(topicButtons(answer.nearest.map(({ ref }) => ref))),
      ];
    case 'help':
      return [
        ...sections([
          bold(`I compare: ${answer.about}`),
          'Ask `/fwcompare <question>` (only you see the answer), mention me in a channel, or write me a direct message:'.replace(
            '<question>',
            '&lt;question&gt;',
          ),
          ...answer.examples.map((example) => `• \`/fwcompare ${escapeText(example)}\``),
          'Pin versions with @name and number. `topics` lists what I know, `why` tells how I chose.',
        ]),
        ...sections([
          bold('When I speak'),
          ...answer.rules.map(({ name, says }) => `• ${bold(name)}: ${escapeText(says)}`),
        ]),
      ];
    case 'topics':
      return answer.sections.flatMap(({ title, topics }) =>
        sections([bold(title), escapeText(topics.map((topic) => topic.title).join(' · '))]),
      );
    case 'why':
      return sections(plainText(answer).split('\n').map(escapeText));
    case 'done':
      return sections([escapeText(DONE[answer.did])]);
    case 'silent':
      return [];
  }
}

/** One button a topic, which shows it for all columns. */
function topicButtons(topics: readonly TopicRef[]) {
  return topics.map((ref, at) => {
    const slots: Slots = { topics: [ref.topic], frameworks: [], only: false, want: 'comparison', pins: [] };
    return button(`${ACTIONS.showTopic}-${at + 1}`, ref.title, JSON.stringify(slots), `Compare ${ref.title}`);
  });
}
