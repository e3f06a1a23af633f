import type { Slots } from '../answer/answer.ts';
import type { FrameworkId, Knowledge, TopicId } from '../knowledge/model.ts';
import type { Want } from '../question/wants.ts';
import type { TopicEntry } from '../retrieval/entries.ts';
import type { Candidate } from '../retrieval/rank.ts';
import type { Retrieval } from '../retrieval/retriever.ts';
import { surenessOf } from '../retrieval/sureness.ts';
import type { Term } from '../retrieval/understand.ts';
import { isSure } from './threshold.ts';

/** A message in a thread that is about something already. */
export interface FollowUpContext {
  readonly retrieval: Retrieval;
  readonly slots: Slots;
  readonly knowledge: Knowledge;
  /** Words of the message that may name a topic: no grammar, no framework, no cue such as "source" or "example". */
  readonly own: readonly Term[];
  readonly plain: string;
}

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

/** Words by which people point at an answer, not at a topic. */
const CUES = new Set(
  `source sourc citat cite refer link proof evid code snippet exampl sampl syntax line demo still true hold today current outdat
  date old new recent updat year valid detail elabor explain expand info inform number figur framework librari tool option
  pick choos winner win recommend verdict bottom counterpart equival rival opposit case version anyth wiki page articl stuff
  differ summari pleas repeat again mean work ahead matur overal gener easier similar thing way side tool look simpler term get got done make read grown wiki link text short long mind bigger smaller give gain size amount kind sort round accur
  correct ancient list chang improv exact rough part bit share paste`.split(/\s+/),
);

export const ownTerms = (retrieval: Retrieval): readonly Term[] =>
  retrieval.understood.terms.filter((term) => term.kind === 'word' && !CUES.has(term.tokens[0]?.token ?? ''));

const OTHER =
  /\b(?:the other(?: one| framework| library| side)?|other one|its? (?:rival|competitor|counterpart|opponent)|their (?:rival|competitor|counterpart)|the (?:rival|competitor|competition|opponent|counterpart|alternative)|opposite(?: case| side)?|vice versa|counterpart|equivalent|conversely)\b/;
const BOTH = /\b(?:both|side by side|each of them|all of them|the two|either)\b/;
const POINTS_BACK = /\b(?:its?|this|that|these|those|them|they|there)\b/;

const frameworksOf = (context: FollowUpContext): readonly FrameworkId[] => context.retrieval.understood.frameworks;
const wantOf = (context: FollowUpContext) => context.retrieval.understood.question.want;
const best = (context: FollowUpContext): Candidate<TopicEntry> | undefined => context.retrieval.ranked[0];

/** In a thread the frameworks need not be named again: what is asked there is asked of them. */
const isSureHere = ({ retrieval }: FollowUpContext): boolean =>
  isSure(retrieval) ||
  (retrieval.understood.question.manner.continues &&
    isSure({ sureness: surenessOf({ ...retrieval.evidence, named: 1 }) }));

/** Topics that lie near what the thread is about: its section's and those it names as related. */
function nearby(context: FollowUpContext): Candidate<TopicEntry> | undefined {
  const here = context.slots.topics.flatMap((id) => context.knowledge.topics.get(id) ?? []);
  const sections = new Set(here.map((topic) => topic.section.slug as string));
  const related = new Set(here.flatMap((topic) => topic.related));
  const most = best(context)?.score ?? 0;
  return context.retrieval.ranked.find(
    ({ entry, coverage, phrase, score }) =>
      (sections.has(entry.section) || related.has(entry.id)) &&
      score >= most * NEAR_SCORE &&
      coverage >= NEAR_COVERAGE &&
      phrase >= NEAR_PHRASE,
  );
}
/** Within the thread's own section half of a message's words are enough; chosen on the golden dialogues. */
const NEAR_COVERAGE = 0.45;
const NEAR_PHRASE = 0.34;
const NEAR_SCORE = 0.75;

/** "Is it slower then?": it is of what was spoken of, and one word more does not change that. */
const pointsHere = ({ plain, own }: FollowUpContext): boolean => POINTS_BACK.test(plain) && own.length < 2;

/** The frameworks that the thread's last answer was not about. */
function others({ slots, knowledge }: FollowUpContext): readonly FrameworkId[] {
  const here = knowledge.frameworks.filter(
    ({ id, topic }) => slots.frameworks.includes(id) || (topic !== undefined && slots.topics.includes(topic)),
  );
  return knowledge.frameworks.filter((framework) => framework.column && !here.includes(framework)).map(({ id }) => id);
}

const switchTo = (context: FollowUpContext, topic: TopicId): Slots => ({
  topics: [topic],
  frameworks: frameworksOf(context),
  only: false,
  want: wantOf(context) === 'more' ? 'comparison' : wantOf(context),
  pins: [...context.retrieval.understood.pins],
});
const keep = (context: FollowUpContext, change: Partial<Slots>): Slots => {
  const named = frameworksOf(context);
  const own = ownTopicOf(context, change.frameworks ?? named);
  if (own) return { ...context.slots, topics: [own], frameworks: named, only: false, want: 'comparison', pins: [] };
  return {
    ...context.slots,
    ...(named.length > 0 && {
      frameworks: named,
      only: named.length < context.knowledge.frameworks.filter((f) => f.column).length,
    }),
    pins: [...context.retrieval.understood.pins],
    ...change,
  };
};
/** A thread about one framework's own topic ("when PyTorch?") moves to the other's when that one is asked for. */
function ownTopicOf({ slots, knowledge }: FollowUpContext, asked: readonly FrameworkId[]): TopicId | undefined {
  const [only, ...more] = asked;
  const here = knowledge.frameworks.find(({ topic }) => topic !== undefined && slots.topics[0] === topic);
  if (!here || only === undefined || more.length > 0 || here.id === only) return undefined;
  return knowledge.frameworks.find(({ id }) => id === only)?.topic;
}

/** The topics, or where they hold no code the first of their related ones in the same section that does. */
export function withCode(topics: readonly TopicId[], knowledge: Knowledge): readonly TopicId[] {
  const here = topics.flatMap((id) => knowledge.topics.get(id) ?? []);
  if (here.some((topic) => topic.code)) return topics;
  const sections = new Set(here.map((topic) => topic.section));
  const near = here
    .flatMap((topic) => topic.related)
    .flatMap((id) => knowledge.topics.get(id) ?? [])
    .find((topic) => topic.code !== undefined && sections.has(topic.section));
  return near ? [near.id] : topics;
}

/** What a message asks for beyond its topic: it need not have the form of a question. */
export const isCued = (want: Want): boolean => want !== 'comparison' && want !== 'definition';
/** A longer message tells more than a detail would need. */
const MOST_WORDS = 14;

const asksOrCues = ({ retrieval: { understood } }: FollowUpContext): boolean =>
  understood.question.manner.asks || isCued(understood.question.want);

/** Asks in words that are known here, or everyday ones, and that people seldom use of anything else. */
const asksOfHere = ({ own, retrieval }: FollowUpContext): boolean =>
  retrieval.understood.question.manner.asks &&
  retrieval.evidence.abroad < MOST_ABROAD &&
  own.every((term) => term.known || term.rarity < EVERYDAY);
const MOST_ABROAD = 0.5;

/** What more there is: what the message asks for, and otherwise all of it. */
function wantOnward(context: FollowUpContext): Want {
  const want = wantOf(context);
  return isCued(want) ? want : goingOn(context) === 'code' ? 'code' : 'more';
}

/** A topic that only compares is no answer to "code, please"; but one that shows code goes on showing it. */
const goingOn = ({ slots }: FollowUpContext) => (slots.want === 'code' ? 'code' : 'comparison');

/** What each phrase changes, narrow rows first. */
export const FOLLOW_UPS: readonly FollowUp[] = [
  {
    name: 'nearby-topic',
    says: "Uses words of a topic in the thread's own section: answered from there.",
    example: 'and on arm?',
    when: (context) => {
      const found = nearby(context);
      const asked =
        wantOf(context) === 'comparison' ||
        wantOf(context) === 'definition' ||
        wantOf(context) === 'verdict' ||
        isSureHere(context);
      return (
        context.own.length > 0 &&
        goesOn(context) &&
        asked &&
        found !== undefined &&
        !context.slots.topics.includes(found.entry.id)
      );
    },
    change: (context) => switchTo(context, nearby(context)?.entry.id ?? context.knowledge.about.defaultTopic),
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
        isSureHere(context) &&
        !context.slots.topics.includes(found.entry.id)
      );
    },
    change: (context) =>
      switchTo(context, best(context)?.entry.id ?? context.slots.topics[0] ?? context.knowledge.about.defaultTopic),
  },
  {
    name: 'source',
    says: 'Asks where it is from: the sources of the last answer, with the days they were read.',
    example: 'source?',
    when: (context) => wantOf(context) === 'source' && fitsHere(context),
    change: (context) => keep(context, { want: 'source' }),
  },
  {
    name: 'freshness',
    says: 'Asks whether it still holds: what changed and when it was last checked.',
    example: 'is that still true?',
    when: (context) =>
      wantOf(context) === 'freshness' &&
      fitsHere(context) &&
      (nearby(context) === undefined || context.own.length === 0),
    change: (context) => keep(context, { want: 'freshness' }),
  },
  {
    name: 'code',
    says: 'Asks for code: the snippets of the topic.',
    example: 'show me code',
    when: (context) => wantOf(context) === 'code' && fitsHere(context) && (context.own.length === 0 || goesOn(context)),
    change: (context) => keep(context, { topics: withCode(context.slots.topics, context.knowledge), want: 'code' }),
  },
  {
    name: 'other-framework',
    says: 'Asks for "the other one": the same topic for the frameworks not spoken of.',
    example: 'and the other one?',
    when: (context) => OTHER.test(context.plain) && frameworksOf(context).length === 0 && others(context).length > 0,
    change: (context) => keep(context, { frameworks: others(context), only: true, want: goingOn(context) }),
  },
  {
    name: 'framework',
    says: 'Names a framework: the same topic for that framework.',
    example: 'and {framework}?',
    when: (context) => frameworksOf(context).length > 0 && fitsHere(context),
    change: (context) => keep(context, { want: goingOn(context) }),
  },
  {
    name: 'both',
    says: 'Asks for both: every column again.',
    example: 'show both side by side',
    when: (context) => BOTH.test(context.plain) && fitsHere(context),
    change: (context) => keep(context, { frameworks: [], only: false, want: goingOn(context) }),
  },
  {
    name: 'verdict',
    says: 'Asks which one: the verdict of the topic.',
    example: 'which one then?',
    when: (context) => wantOf(context) === 'verdict' && fitsHere(context),
    change: (context) => keep(context, { frameworks: [], only: false, want: 'verdict' }),
  },
  {
    name: 'more',
    says: 'Asks why, or for more: all there is on the topic, and what is related.',
    example: 'tell me more',
    when: (context) =>
      (wantOf(context) === 'more' ||
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
        context.own.length > 0 &&
        goesOn(context) &&
        !pointsHere(context) &&
        found !== undefined &&
        isSureHere(context) &&
        context.retrieval.evidence.elsewhere < FITS_ELSEWHERE &&
        !context.slots.topics.includes(found.entry.id)
      );
    },
    change: (context) =>
      switchTo(context, best(context)?.entry.id ?? context.slots.topics[0] ?? context.knowledge.about.defaultTopic),
  },
  {
    name: 'detail',
    says: 'A short question that names no other topic: all there is on this one.',
    example: 'does that cost anything?',
    when: (context) =>
      context.retrieval.understood.words.length <= MOST_WORDS &&
      !context.retrieval.understood.question.manner.remarks &&
      (context.own.length === 0 ? asksOrCues(context) : asksOfHere(context)),
    change: (context) => keep(context, { want: wantOnward(context) }),
  },
];

/** Asks, or goes on with what was said: a plain statement is told to people. */
const goesOn = ({ retrieval: { understood } }: FollowUpContext): boolean =>
  understood.question.manner.asks || understood.question.manner.continues;

/** Are the message's own words telling enough to leave the thread's topic for, or is it a whole question known by heart? */
function isTelling(context: FollowUpContext): boolean {
  const { own, retrieval } = context;
  const { evidence } = retrieval;
  if (own.length === 0 || !goesOn(context)) return false;
  return (
    (tellsMuch(retrieval) && evidence.coverage >= TELLING) ||
    (retrieval.understood.question.manner.asks && retrieval.sureness >= BY_HEART && evidence.coverage >= BY_HEART)
  );
}
const BY_HEART = 0.85;
const TELLING = 0.6;

/** Are the words that the best topic meets more than everyday ones? */
export function tellsMuch(retrieval: Retrieval): boolean {
  const met = new Set(retrieval.ranked[0]?.matches.flatMap(({ said, cover }) => (cover > 0 ? [said] : [])));
  const substance = ownTerms(retrieval)
    .filter((term) => met.has(term.said))
    .reduce((sum, term) => sum + term.rarity ** 2, 0);
  return substance >= SUBSTANCE;
}
/** One word as rare as "browser", or two as rare as "speed". */
const SUBSTANCE = 0.3;

/** From here on a message fits what people ask elsewhere about as well: in a thread it is left to them. */
const FITS_ELSEWHERE = 0.12;

/** Does every telling word of the message belong to what the thread is about? Else it speaks of something else. */
function fitsHere({ own, retrieval, slots }: FollowUpContext): boolean {
  const here = retrieval.ranked.find((candidate) => slots.topics.includes(candidate.entry.id));
  return own.every(
    (term) =>
      term.rarity < EVERYDAY || here?.matches.some((match) => match.said === term.said && match.cover > 0) === true,
  );
}
/** Words more common than this ("bad", "care", "hard") may be said of anything. */
const EVERYDAY = 0.42;
