import type { Answer } from './answer.ts';

type Help = Extract<Answer, { kind: 'help' }>;

export const HELP_HEADS = {
  tries: 'Three things to try',
  thread: 'In a thread where I have answered',
  rules: 'When I speak, rule by rule',
} as const;

const MOST_TRIES = 3;

export const tryLines = ({ examples }: Help): readonly string[] =>
  examples.slice(0, MOST_TRIES).map((example) => `/fwcompare ${example}`);

/** What else can be asked, and where. What is to be typed stands in quotes. */
export const WAYS_TO_ASK: readonly string[] = [
  'Only you see the answer to a command. Mention me for all to see it, or write to me directly.',
  'Pin versions with @name and number. "topics" lists what I know, "why" tells how I chose.',
];

export const THREAD_HELP: readonly string[] = [
  'Ask on, no mention needed: "source?", "show me code", "and the other one?"',
  'I stay out of talk among people; "mute" silences me, "unmute" brings me back, "leave" ends it.',
];

export function helpLines(help: Help): readonly string[] {
  return [
    `${HELP_HEADS.tries}:`,
    ...tryLines(help).map((line) => `- ${line}`),
    `I compare: ${help.about}`,
    ...WAYS_TO_ASK,
    `${HELP_HEADS.thread}:`,
    ...THREAD_HELP.map((line) => `- ${line}`),
    `${HELP_HEADS.rules}:`,
    ...help.rules.map(({ name, says }) => `- ${name}: ${says}`),
  ];
}
