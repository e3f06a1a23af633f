import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import { sayCoverage } from '../answer/phrases.ts';
import { DONE, plainText } from '../answer/plain-text.ts';
import { comparisonBlocks } from './comparison-message.ts';
import { helpBlocks } from './help-message.ts';
import { cut, LIMITS } from './limits.ts';
import type { Message } from './message.ts';
import { bold, escapeText } from './mrkdwn.ts';
import { sections } from './pieces.ts';
import { refusalBlocks } from './refusal-message.ts';
import { topicButtons, topicShelves } from './topic-offers.ts';

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
        ...topicButtons(answer.choices),
      ];
    case 'unknown':
      return refusalBlocks(answer);
    case 'help':
      return helpBlocks(answer);
    case 'topics':
      return [
        ...sections([bold(`I know ${sayCoverage(answer.sections)}`), 'Choose one, or just ask.']),
        ...topicShelves(answer.sections),
      ];
    case 'why':
      return sections(plainText(answer).split('\n').map(labelled));
    case 'done':
      return sections([escapeText(DONE[answer.did])]);
    case 'silent':
      return [];
  }
}

/** "Words matched: …": what a line is about stands out. */
function labelled(line: string): string {
  const [, label, rest] = /^([^:]{1,40}):(?= )(.*)$/.exec(line) ?? [];
  return label === undefined ? escapeText(line) : `${bold(label)}:${escapeText(rest ?? '')}`;
}
