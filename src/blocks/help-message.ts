import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import { HELP_HEADS, THREAD_HELP, tryLines, WAYS_TO_ASK } from '../answer/help-words.ts';
import { bold, code, escapeText } from './mrkdwn.ts';
import { context, sections } from './pieces.ts';

/** Help: what to try first, how it speaks in a thread, and small at the end the rules, each by its name. */
export function helpBlocks(help: Extract<Answer, { kind: 'help' }>): KnownBlock[] {
  return [
    ...sections([bold(HELP_HEADS.tries), ...tryLines(help).map((line) => `• ${code(line)}`)]),
    context([[escapeText(`I compare: ${help.about}`), ...WAYS_TO_ASK.map(quotesAsCode)].join('\n')]),
    ...sections([bold(HELP_HEADS.thread), ...THREAD_HELP.map((line) => `• ${quotesAsCode(line)}`)]),
    context([
      [bold(HELP_HEADS.rules), ...help.rules.map(({ name, says }) => `${bold(name)} ${escapeText(says)}`)].join('\n'),
    ]),
  ];
}

/** What is to be typed stands in quotes in plain text, and as code here. */
const quotesAsCode = (line: string): string =>
  escapeText(line).replace(/"([^"]+)"/g, (_, typed: string) => code(typed));
