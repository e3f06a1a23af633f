import type { ActionsBlock, Button, ContextBlock, RichTextBlock, SectionBlock, StaticSelect } from '@slack/types';
import { cut, LIMITS } from './limits.ts';

/** Sections for lines of mrkdwn: as few as hold them, each cut only at the end of a line. */
export function sections(lines: readonly string[]): SectionBlock[] {
  const texts: string[] = [];
  for (const line of lines.map((each) => cut(each, LIMITS.sectionText))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LIMITS.sectionText)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.filter((text) => text !== '').map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } }));
}

/** One line of mrkdwn with what can be done about it at its side. */
export const sectionWith = (line: string, accessory: Button | StaticSelect): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: cut(line, LIMITS.sectionText) },
  accessory,
});

export function context(lines: readonly string[]): ContextBlock {
  return {
    type: 'context',
    elements: lines.map((line) => ({ type: 'mrkdwn', text: cut(line, LIMITS.contextText) })),
  };
}

export function button(actionId: string, label: string, value: string, spoken = label): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: cut(label, LIMITS.buttonText), emoji: false },
    value: cut(value, LIMITS.buttonValue),
    accessibility_label: cut(spoken, LIMITS.accessibilityLabel),
  };
}

export function actions(elements: readonly Button[]): ActionsBlock[] {
  return elements.length > 0 ? [{ type: 'actions', elements: elements.slice(0, LIMITS.actions) }] : [];
}

/** Code as it is: a preformatted block needs no escaping and keeps its indents. */
export function codeBlock(code: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] }],
  };
}
