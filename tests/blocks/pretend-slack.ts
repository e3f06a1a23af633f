import type { KnownBlock } from '@slack/types';
import type { Message } from '../../src/blocks/message.ts';
import { parseSlots } from '../../src/conversation/thread.ts';
import { refuseBlocks } from '../../src/playground/blocks/check.ts';
import { LIMITS } from '../../src/playground/blocks/limits.ts';

/** Everything that the pretend Slack, or a person who reads only the text, would hold against a message. */
export function faultsOf(message: Message): readonly string[] {
  const { text, blocks } = message;
  const refusal = blocks && refuseBlocks(blocks, 'message');
  return [
    ...(text.trim() === '' ? ['the text is empty'] : []),
    ...(text.length > LIMITS.messageText ? [`the text has ${text.length} characters`] : []),
    ...(refusal ? [refusal.error, ...refusal.messages] : []),
    ...(blocks ?? []).flatMap((block) => [...tableFaults(block), ...buttonFaults(block)]),
  ];
}

function tableFaults(block: KnownBlock): readonly string[] {
  if (block.type !== 'table') return [];
  const rows = rowsOf(block);
  const widths = new Set(rows.map((row) => row.length));
  return [
    ...(widths.size > 1 ? [`rows of ${[...widths].join(' and ')} cells`] : []),
    ...(rows.length < 2 ? ['a table of its head alone'] : []),
    ...(rows.flat().some((cell) => cell.trim() === '') ? ['an empty cell'] : []),
  ];
}

function buttonFaults(block: KnownBlock): readonly string[] {
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((element) => {
    if (element.type !== 'button') return [`an unexpected ${element.type}`];
    const { action_id = '', value = '' } = element;
    return parseSlots(value) ? [] : [`${action_id}: its value is not read back: ${value}`];
  });
}

/** The texts of a table's cells, row by row. */
export function rowsOf(block: KnownBlock): readonly (readonly string[])[] {
  if (block.type !== 'table') return [];
  return block.rows.map((row) => row.map((cell) => (cell.type === 'raw_text' ? cell.text : '')));
}

export const tablesOf = ({ blocks = [] }: Message) => blocks.filter((block) => block.type === 'table').map(rowsOf);

/** Every piece of mrkdwn in a message. */
export const mrkdwnOf = ({ blocks = [] }: Message): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'section') return block.text?.type === 'mrkdwn' ? [block.text.text] : [];
    if (block.type === 'context')
      return block.elements.flatMap((element) => (element.type === 'mrkdwn' ? [element.text] : []));
    return [];
  });
