import type { Answer, TopicRef } from '../answer/answer.ts';
import { plainText } from '../answer/plain-text.ts';
import type { Reply } from '../conversation/bot.ts';

/** One line of `fwcompare ask --json`; programs outside rely on it (see the contract). */
export interface AnswerJson {
  readonly question: string;
  readonly kind: 'answer' | 'choices' | 'unknown' | 'help' | 'silent';
  readonly section?: string;
  readonly topic?: string;
  readonly title?: string;
  readonly text: string;
  readonly nearest?: readonly TopicRef[];
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly ms: number;
}

const KINDS: Readonly<Record<Answer['kind'], AnswerJson['kind']>> = {
  answer: 'answer',
  choices: 'choices',
  unknown: 'unknown',
  help: 'help',
  topics: 'help',
  why: 'help',
  done: 'help',
  silent: 'silent',
};

export function answerJson({ answer, nearest }: Reply, question: string, ms: number): AnswerJson {
  const kind = KINDS[answer.kind];
  const first = answer.kind === 'answer' ? answer.topics[0].ref : undefined;
  return {
    question,
    kind,
    ...(first && { section: first.section, topic: first.topic, title: first.title }),
    text: plainText(answer),
    ...(kind !== 'silent' &&
      kind !== 'help' && { nearest: nearest.map(({ section, topic, title }) => ({ section, topic, title })) }),
    sources:
      answer.kind === 'answer' ? answer.sources.map((source) => ({ title: source.title, url: source.url ?? '' })) : [],
    ms: Math.round(ms * 1000) / 1000,
  };
}
