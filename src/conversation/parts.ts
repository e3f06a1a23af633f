import type { TopicId } from '../knowledge/model.ts';
import { type Question, toQuestion } from '../question/question.ts';
import type { Retrieval, Retriever } from '../retrieval/retriever.ts';
import { isSure } from './threshold.ts';

const BETWEEN = /\s*(?:,|;|\+|&|\band\b|\bplus\b|\bas well as\b)\s*/i;
/** A part has to be like one of its topic's phrases, so that a sentence with an "and" in it is not torn apart. */
const LIKE = 0.6;
const WHOLE_PHRASE = 0.95;
const MOST_PARTS = 3;

/**
 * The topics of a question that asks for several at once ("tpu and mobile"): one for each part, if every part names a
 * topic of its own surely. Undefined when it is one question.
 */
export function topicsOfParts(whole: Retrieval, retriever: Retriever): readonly TopicId[] | undefined {
  const { question } = whole.understood;
  if (question.manner.troubled || whole.ranked[0]?.exact) return undefined;
  const texts = question.plain.split(BETWEEN).filter((text) => text.trim() !== '');
  if (texts.length < 2 || texts.length > MOST_PARTS + 1) return undefined;
  const parts = texts
    .map((text) => retriever.retrieve(partOf(text)))
    .filter((part) => part.understood.terms.some((term) => term.kind === 'word'));
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  // "The professor says TensorFlow, the internet says PyTorch": it is the frameworks that are weighed, not two topics.
  const named = new Set(
    parts.flatMap((part) => (part.understood.frameworks.length > 0 ? [part.understood.frameworks.join()] : [])),
  );
  if (named.size > 1) return undefined;
  const found = parts.flatMap((part) => {
    const [best] = part.ranked;
    return best && isSure(part) && best.likeness >= LIKE && best.coverage >= PART_COVERAGE ? [best] : [];
  });
  const topics = [...new Set(found.map((candidate) => candidate.entry.id))];
  if (found.length < parts.length || topics.length < 2) return undefined;
  // One topic that covers all of it is the better answer: "saving and loading" is one thing.
  const one = whole.ranked[0];
  if (one && one.coverage >= WHOLE_COVERAGE && one.phrase >= WHOLE_PHRASE && one.likeness >= LIKE) return undefined;
  return topics;
}
const PART_COVERAGE = 0.6;
const WHOLE_COVERAGE = 0.9;

const partOf = (text: string): Question => toQuestion(text);
