import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import { REFUSAL, sayNearest, sayUnderstood, WAY_ON } from '../answer/refusal-words.ts';
import { bold, escapeText } from './mrkdwn.ts';
import { context, sections } from './pieces.ts';
import { topicRow } from './topic-offers.ts';

/** A refusal with the way on: each of the nearest topics is one row, with why it fell short and its button. */
export function refusalBlocks(answer: Extract<Answer, { kind: 'unknown' }>): KnownBlock[] {
  const nearest = sayNearest(answer.nearest);
  const understood = sayUnderstood(answer.understood);
  const said = (line: string | undefined) => (line === undefined ? [] : [escapeText(line)]);
  return [
    ...sections([...answer.lead.map(escapeText), bold(REFUSAL), ...said(answer.instead), ...said(nearest?.head)]),
    ...(nearest?.rows ?? []).map(({ near: { ref }, why }) =>
      topicRow(why ? `${bold(ref.title)} ${escapeText(why)}` : bold(ref.title), ref),
    ),
    context([[...said(understood), ...said(WAY_ON)].join(' ')]),
  ];
}
