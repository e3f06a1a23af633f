import type { Slots } from '../answer/answer.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { goingOn, keep, others, switchTo, wantOnward, withCode } from './follow-up-changes.ts';
import {
  best,
  FITS_ELSEWHERE,
  type FollowUpContext,
  fitsHere,
  frameworksOf,
  isOfHere,
  isOfTheField,
  isSureHere,
  isTelling,
  MOST_WORDS,
  nearby,
  pointsHere,
} from './follow-up-context.ts';

/** A row of the table: what people say, what it changes. The first row whose `when` holds decides. */
export interface FollowUp {
  readonly name: string;
  /** For the README and help: a sentence with an example. */
  readonly says: string;
  /** `{framework}` stands for a framework of the knowledge; `exampleOf` fills it in. */
  readonly example: string;
  readonly when: (context: FollowUpContext) => boolean;
  readonly change: (context: FollowUpContext) => Slots;
}

/** A row's example as people of this knowledge would say it. */
export const exampleOf = (row: FollowUp, knowledge: Knowledge): string =>
  row.example.replace('{framework}', knowledge.frameworks[0]?.name ?? '');

const OTHER =
  /\b(?:the other(?: one| framework| library| side)?|other one|its? (?:rival|competitor|counterpart|opponent)|their (?:rival|competitor|counterpart)|the (?:rival|competitor|competition|opponent|counterpart|alternative)|opposite(?: case| side)?|vice versa|counterpart|equivalent|conversely)\b/;
const BOTH = /\b(?:both|side by side|each of them|all of them|the two|either)\b/;

/** What each phrase changes, narrow rows first. */
export const FOLLOW_UPS: readonly FollowUp[] = [
  {
    name: 'nearby-topic',
    says: "Uses words of a topic in the thread's own section: answered from there.",
    example: 'and on arm?',
    when: (context) => {
      const found = nearby(context);
      const asked =
        context.want === 'comparison' ||
        context.want === 'definition' ||
        context.want === 'verdict' ||
        isSureHere(context);
      return isOfTheField(context) && asked && found !== undefined && !context.slots.topics.includes(found.entry.id);
    },
    change: (context) => switchTo(context, nearby(context)),
  },
  {
    name: 'new-topic',
    says: 'Names another topic in telling words: the thread is about that from now on.',
    example: 'what about gpus?',
    when: (context) => {
      const found = best(context);
      return (
        found !== undefined &&
        isTelling(context) &&
        !pointsHere(context) &&
        isSureHere(context) &&
        !context.slots.topics.includes(found.entry.id)
      );
    },
    change: (context) => switchTo(context, best(context)),
  },
  {
    name: 'source',
    says: 'Asks where it is from: the sources of the last answer, with the days they were read.',
    example: 'source?',
    when: (context) => context.want === 'source' && fitsHere(context),
    change: (context) => keep(context, { want: 'source' }),
  },
  {
    name: 'freshness',
    says: 'Asks whether it still holds: what changed and when it was last checked.',
    example: 'is that still true?',
    when: (context) =>
      context.want === 'freshness' && fitsHere(context) && (nearby(context) === undefined || context.own.length === 0),
    change: (context) => keep(context, { want: 'freshness' }),
  },
  {
    name: 'code',
    says: 'Asks for code: the snippets of the topic.',
    example: 'show me code',
    when: (context) => context.want === 'code' && fitsHere(context),
    change: (context) => keep(context, { topics: withCode(context.slots.topics, context.knowledge), want: 'code' }),
  },
  {
    name: 'other-framework',
    says: 'Asks for "the other one": the same topic for the frameworks not spoken of.',
    example: 'and the other one?',
    when: (context) =>
      ((OTHER.test(context.plain) && (context.told === undefined || context.told === 'other')) ||
        (context.told === 'other' && !BOTH.test(context.plain) && fitsHere(context))) &&
      frameworksOf(context).length === 0 &&
      others(context).length > 0,
    change: (context) => keep(context, { frameworks: others(context), want: goingOn(context) }),
  },
  {
    name: 'framework',
    says: 'Names a framework: the same topic for that framework.',
    example: 'and {framework}?',
    when: (context) => frameworksOf(context).length > 0 && context.told !== 'verdict' && fitsHere(context),
    change: (context) => keep(context, { want: goingOn(context) }),
  },
  {
    name: 'both',
    says: 'Asks for both: every column again.',
    example: 'show both side by side',
    when: (context) => BOTH.test(context.plain) && context.told !== 'verdict' && fitsHere(context),
    change: (context) => keep(context, { frameworks: [], want: goingOn(context) }),
  },
  {
    name: 'verdict',
    says: 'Asks which one: the verdict of the topic.',
    example: 'which one then?',
    when: (context) => context.want === 'verdict' && fitsHere(context),
    change: (context) => keep(context, { frameworks: [], want: 'verdict' }),
  },
  {
    name: 'more',
    says: 'Asks why, or for more: all there is on the topic, and what is related.',
    example: 'tell me more',
    when: (context) =>
      (context.want === 'more' ||
        /^(?:but |and |so )*(?:why|how come|how so|really)\b[\s?!.]*(?:not|so|is (?:that|this|it)(?: so)?)?[\s?!.]*$/.test(
          context.plain,
        )) &&
      fitsHere(context),
    change: (context) => keep(context, { want: 'more' }),
  },
  {
    name: 'other-question',
    says: 'Fits no other row, and would be answered surely on its own: the thread is about that from now on.',
    example: 'how big is the community?',
    when: (context) => {
      const found = best(context);
      return (
        isOfTheField(context) &&
        !pointsHere(context) &&
        found !== undefined &&
        isSureHere(context) &&
        context.retrieval.evidence.elsewhere < FITS_ELSEWHERE &&
        !context.slots.topics.includes(found.entry.id)
      );
    },
    change: (context) => switchTo(context, best(context)),
  },
  {
    name: 'detail',
    says: 'A short question that names no other topic: all there is on this one.',
    example: 'does that cost anything?',
    when: (context) =>
      context.asks &&
      context.retrieval.understood.words.length <= MOST_WORDS &&
      (context.own.length === 0 || isOfHere(context)),
    change: (context) => keep(context, { want: wantOnward(context) }),
  },
];
