import type { PageState } from '../page-state.ts';

export interface Choice {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
}

export interface Completion {
  /** Where in the text the word to replace begins; it ends at the caret. */
  readonly from: number;
  readonly choices: readonly Choice[];
}

/** What could be meant by the word before the caret: a command at the start, or someone after an `@`. */
export function completionAt(text: string, caret: number, state: PageState, inThread: boolean): Completion | undefined {
  const before = text.slice(0, caret);
  const command = /^\/\S*$/.exec(before)?.[0];
  if (command !== undefined && !inThread) {
    const choices = state.commands
      .filter((one) => one.command.startsWith(command.toLowerCase()))
      .map((one) => ({ insert: `${one.command} `, label: one.command, detail: one.usageHint || one.description }));
    return choices.length > 0 ? { from: 0, choices } : undefined;
  }
  const handle = /(?:^|\s)@([\w.-]*)$/.exec(before)?.[1];
  if (handle === undefined) return undefined;
  const wanted = handle.toLowerCase();
  const choices = state.people
    .filter((person) =>
      `${person.name} ${person.realName}`
        .toLowerCase()
        .split(' ')
        .some((one) => one.startsWith(wanted)),
    )
    .map((person) => ({
      insert: `@${person.name} `,
      label: `@${person.name}`,
      detail: person.isBot ? 'App' : person.realName,
    }));
  return choices.length > 0 ? { from: caret - handle.length - 1, choices } : undefined;
}
