import type { Button, KnownBlock, RichTextBlock, StaticSelect } from '@slack/types';
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
    ...(blocks ?? []).flatMap((block) => [...tableFaults(block), ...clickFaults(block)]),
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

function clickFaults(block: KnownBlock): readonly string[] {
  return clickable(block).flatMap((element) =>
    valuesOf(element)
      .filter((value) => !parseSlots(value))
      .map((value) => `${element.type}: its value is not read back: ${value}`),
  );
}

type Clickable = Button | StaticSelect;
const isClickable = (element: { readonly type: string } | undefined): element is Clickable =>
  element?.type === 'button' || element?.type === 'static_select';

/** Buttons and menus, wherever in a block they stand. */
export function clickable(block: KnownBlock): readonly Clickable[] {
  if (block.type === 'section') return [block.accessory].filter(isClickable);
  return block.type === 'actions' ? block.elements.filter(isClickable) : [];
}

/** What a click can send: a button's own value, or that of any option of a menu. */
export const valuesOf = (element: Clickable): readonly string[] =>
  element.type === 'button' ? [element.value ?? ''] : (element.options ?? []).map((option) => option.value ?? '');

/** The texts of a table's cells, row by row. */
export function rowsOf(block: KnownBlock): readonly (readonly string[])[] {
  if (block.type !== 'table') return [];
  return block.rows.map((row) =>
    row.map((cell) => ('text' in cell ? cell.text : partsOf(cell, 'text').join('').trim())),
  );
}

/** The links in a table's cells, as they are read, row by row. */
export const citesOf = ({ blocks = [] }: Message): readonly (readonly string[])[] =>
  blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flat().map((cell) => ('text' in cell ? [] : partsOf(cell, 'link'))) : [],
  );

const partsOf = (cell: RichTextBlock, type: 'text' | 'link'): readonly string[] =>
  cell.elements.flatMap((section) =>
    section.type === 'rich_text_section'
      ? section.elements.flatMap((part) => (part.type === type ? [part.text ?? ''] : []))
      : [],
  );

export const tablesOf = ({ blocks = [] }: Message) => blocks.filter((block) => block.type === 'table').map(rowsOf);

/** Every piece of mrkdwn in a message. */
export const mrkdwnOf = ({ blocks = [] }: Message): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'section') return block.text?.type === 'mrkdwn' ? [block.text.text] : [];
    if (block.type === 'context')
      return block.elements.flatMap((element) => (element.type === 'mrkdwn' ? [element.text] : []));
    return [];
  });
