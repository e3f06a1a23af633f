import type { Slots } from '../answer/answer.ts';
import type { Knowledge, TopicId } from '../knowledge/model.ts';
import { toQuestion } from '../question/question.ts';
import type { Request, Want } from '../question/wants.ts';
import { toWords } from '../question/words.ts';
import type { Retrieval, Retriever } from '../retrieval/retriever.ts';
import type { Term } from '../retrieval/understand.ts';
import { withCode } from './follow-up-changes.ts';
import { type FollowUpContext, isCued, ownTerms, tellsMuch } from './follow-up-context.ts';
import { FOLLOW_UPS, type FollowUp } from './follow-ups.ts';
import { chanceForUs, HEARD_FROM } from './hearing.ts';
import { type Asked, type IntentReader, isForPeople, namesTopic, type Sound, toldBy } from './intent.ts';
import { topicsOfParts } from './parts.ts';
import type { RuleName } from './rules.ts';
import type { Thread, Way } from './thread.ts';
import { isSure } from './threshold.ts';

/** What a message comes to, before any sentence is made of it. */
export type Resolution =
  | { readonly kind: 'slots'; readonly slots: Slots; readonly rule: RuleName; readonly followUp?: FollowUp }
  | { readonly kind: 'choices'; readonly topics: readonly TopicId[]; readonly rule: 'ambiguous' }
  | { readonly kind: 'request'; readonly request: Request; readonly rule: 'request' }
  | { readonly kind: 'unknown'; readonly rule: 'unsure' }
  | { readonly kind: 'silent'; readonly rule: RuleName };

interface Hearing {
  readonly retrieval: Retrieval;
  readonly retriever: Retriever;
  readonly knowledge: Knowledge;
  readonly intents: IntentReader;
  readonly way: Way;
  readonly thread: Thread | undefined;
  /** What it sounds like in a thread that is about something. */
  readonly sound: Sound | undefined;
}

/** What a thread is about. One of an older release may be about a topic that is gone: it begins anew. */
export const slotsOf = (thread: Thread | undefined, { topics }: Knowledge): Slots | undefined =>
  thread?.slots?.topics.some((id) => topics.has(id)) ? thread.slots : undefined;

/** The sections of what the thread is about. */
export function sectionsAround(thread: Thread | undefined, { topics }: Knowledge): ReadonlySet<string> | undefined {
  const here = thread?.slots?.topics.flatMap((id) => topics.get(id)?.section.slug ?? []) ?? [];
  return here.length > 0 ? new Set(here) : undefined;
}

/**
 * What a message comes to, how likely it is for the bot where that was weighed, and by what retrieval it was decided where
 * that is not the message's own.
 */
export type Resolved = Resolution & { readonly forUs?: number; readonly by?: Retrieval };

/** Resolves a message by rule: what it is about, or why there is nothing to say. */
export function resolve(hearing: Hearing): Resolved {
  if (hearing.way !== 'overheard') return resolveHeard(hearing);
  const settled = settledBy(hearing);
  if (settled) return settled === 'heard' ? resolveHeard(hearing) : { kind: 'silent', rule: settled };
  const forUs = chanceForUs(hearing.retrieval, hearing.sound);
  if (forUs >= HEARD_FROM) return { ...resolveHeard(hearing), forUs };
  return { kind: 'silent', rule: isForPeople(hearing.sound) ? 'to-people' : 'remark', forUs };
}

function resolveHeard(hearing: Hearing): Resolved {
  const { retrieval, way, thread } = hearing;
  const { question } = retrieval.understood;
  const request = requestOf(hearing);
  if (request) return { kind: 'request', request, rule: 'request' };
  const slots = slotsOf(thread, hearing.knowledge);
  const followUp = slots && followUpOf(hearing, slots);
  if (followUp) return followUp;
  const again = thread && !slots ? askedAgain(hearing) : undefined;
  if (again) return again;
  if (way === 'overheard') return { kind: 'silent', rule: 'not-resolved' };
  const named = retrieval.ranked[0]?.exact || question.manner.compares;
  if (retrieval.understood.terms.length === 0 && !named) return { kind: 'request', request: 'help', rule: 'request' };
  return openingOf(hearing);
}

/**
 * After a refusal the question is put in other words, or completed: "and on azure?" adds a word to what was asked. Without a
 * mention it has to be answered surely.
 */
function askedAgain(hearing: Hearing): Resolved | undefined {
  const { retrieval, retriever, thread } = hearing;
  const { plain, want } = retrieval.understood.question;
  if (want === 'source' || want === 'freshness' || !tellsMuch(retrieval)) return undefined;
  const whole = retriever.retrieve(toQuestion([plain, ...(thread?.refused ?? [])].join(' ')));
  const by = whole.sureness > retrieval.sureness ? whole : retrieval;
  const opening = isSure(by) ? openingOf({ ...hearing, retrieval: by }) : undefined;
  return opening?.kind === 'slots' ? { ...opening, by } : undefined;
}

/** What is asked of the bot itself. A bare "why?" with the command asks how it chose; in a thread, for more of the answer. */
function requestOf({ retrieval, way, thread }: Hearing): Request | undefined {
  const { request, plain } = retrieval.understood.question;
  if (!/^why\W*$/i.test(plain)) return request;
  if (way === 'command') return 'why';
  return thread?.slots ? undefined : request;
}

/** The rule by which an overheard message is left alone, or that it is heard, where that need not be weighed. */
export function settledBy({
  retrieval,
  thread,
}: Pick<Hearing, 'retrieval' | 'thread'>): RuleName | 'heard' | undefined {
  const { question } = retrieval.understood;
  if (question.request === 'unmute' || question.request === 'why') return 'heard';
  if (thread?.muted) return 'muted';
  if (question.mentions.length > 0) return 'to-people';
  if (question.request) return 'heard';
  // A thumb up, a picture.
  if (question.words.length === 0) return 'remark';
  if (namesSomebody(retrieval)) return 'to-people';
  // What is asked with a laughing face is seldom meant to be answered.
  return question.manner.laughs && !isCued(question.want) ? 'remark' : undefined;
}

/** "Didn't Tom use that?", "would you switch, Ann?": there a capital begins a name, and one that is not known here is a person's. */
function namesSomebody({ understood: { question, terms } }: Retrieval): boolean {
  const strangers = new Set(terms.filter((term) => !term.known).map((term) => term.said));
  return [...question.plain.matchAll(AFTER_AUXILIARY), ...question.plain.matchAll(AT_THE_END)].some(([, name = '']) =>
    strangers.has(name.toLowerCase()),
  );
}
const AT_THE_END = /, (\p{Lu}\p{Ll}+)[?!.]*$/gu;
const AFTER_AUXILIARY =
  /\b(?:[Dd]id|[Dd]oes|[Hh]as|[Hh]ad|[Ii]s|[Ww]as|[Cc]an|[Cc]ould|[Ww]ill|[Ww]ould|[Ss]hould)(?:n['’]?t)? (\p{Lu}\p{Ll}+)/gu;

function followUpOf(
  { retrieval, retriever, knowledge, intents, sound }: Hearing,
  slots: Slots,
): Resolution | undefined {
  const fits = (retrieval: Retrieval, sound: Sound | undefined): Resolution | undefined => {
    const { plain, want, manner } = retrieval.understood.question;
    const told = toldBy(sound);
    const own = ownTerms(retrieval).filter((term) => told === undefined || !intents.isCue(term.key, told));
    const context: FollowUpContext = {
      retrieval,
      slots,
      knowledge,
      own,
      telling: against(told, own, retrieval),
      plain: plain.toLowerCase(),
      asks: manner.asks || manner.continues || isCued(want) || told !== undefined,
      want: wantTold(told, want),
      told,
      namesTopic: namesTopic(sound),
    };
    const followUp = FOLLOW_UPS.find((row) => row.when(context));
    return followUp && { kind: 'slots', slots: followUp.change(context), rule: 'follow-up', followUp };
  };
  const whole = fits(retrieval, sound);
  if (whole) return whole;
  // "Is that still right? They rename everything": what comes after the question is said, not asked.
  const [asked, rest] = /^([^?]*\?)\s+(\S.*)?$/s.exec(retrieval.understood.question.plain)?.slice(1) ?? [];
  if (!asked || !rest) return undefined;
  const part = retriever.retrieve(toQuestion(asked));
  return fits(part, intents.sound(part.understood.question.plain));
}

/** What it is told to be after; "code for the other one" is after code. */
function wantTold(told: Asked | undefined, want: Want): Want {
  if (told === undefined || (told === 'other' && isCued(want))) return want;
  return told === 'other' ? 'comparison' : told;
}

/** Those of a message's own words that speak against the thread's topic: none, where it is told what is asked of that. */
function against(told: Asked | undefined, own: readonly Term[], { understood }: Retrieval): readonly Term[] {
  if (told === undefined) return own;
  if (told !== 'other') return [];
  // "What abt tf": with a framework named it is the other one that is meant, strange words or not.
  return understood.frameworks.length > 0 ? own.filter((term) => term.topical) : own;
}

/** A question that stands for itself. */
function openingOf({ retrieval, retriever, knowledge }: Hearing): Resolution {
  const { understood, ranked } = retrieval;
  const want = understood.question.namesCode ? 'code' : understood.question.want;
  const slots = (topics: readonly TopicId[], rule: RuleName = 'asked'): Resolution => ({
    kind: 'slots',
    rule,
    slots: {
      topics: want === 'code' ? withCode(topics, knowledge) : topics,
      frameworks: understood.frameworks,
      only: asksForOnlyOne(retrieval),
      want,
      pins: [...understood.pins],
    },
  });
  const bare = ranked[0]?.exact ? undefined : bareNames(retrieval, knowledge);
  if (bare) return slots([bare], 'names-only');
  const parts = topicsOfParts(retrieval, retriever);
  if (parts) return slots(parts);
  const [best, second] = ranked;
  if (!best || !isSure(retrieval))
    return weighsBoth(retrieval)
      ? slots([knowledge.about.defaultTopic], 'names-only')
      : { kind: 'unknown', rule: 'unsure' };
  if (second && second.entry.section !== best.entry.section && isTie(retrieval)) {
    return { kind: 'choices', topics: [best.entry.id, second.entry.id], rule: 'ambiguous' };
  }
  return slots([best.entry.id]);
}

/** "Only PyTorch on TPUs", "mobile, just tensorflow": the one named, and not beside the others. */
function asksForOnlyOne({ understood: { frameworks, terms, words } }: Retrieval): boolean {
  const said = terms.find((term) => term.kind === 'framework')?.said;
  const at = words.findIndex((word) => word.text === said);
  if (frameworks.length !== 1 || at < 0) return false;
  const before = words.slice(Math.max(0, at - 2), at).map((word) => word.text);
  return (
    /^(?:only|just)(?: (?:for|in|with))?$|(?:^| )(?:only|just)$/.test(before.join(' ')) ||
    (at === words.length - 2 && words[at + 1]?.text === 'only')
  );
}

/**
 * Only frameworks are named, or none at all ("which is better?"): the framework's own topic, or the one for the whole.
 */
function bareNames({ understood }: Retrieval, knowledge: Knowledge): TopicId | undefined {
  const stray = new Set(understood.notCompared.flatMap((name) => toWords(name).map((word) => word.stem)));
  const says = understood.terms.some((term) => term.kind === 'word' && !stray.has(term.key));
  const { compares } = understood.question.manner;
  if (says || (understood.frameworks.length === 0 && (!compares || understood.notCompared.length > 0)))
    return undefined;
  const named = knowledge.frameworks.filter(({ id }) => understood.frameworks.includes(id));
  // A framework that is no standing column was asked for on its own account: "vs jax?".
  const guest = named.find((framework) => !framework.column) ?? (named.length === 1 ? named[0] : undefined);
  return guest?.topic ?? knowledge.about.defaultTopic;
}

/** Names two frameworks and says little else that is known ("ELI5 pytorch vs tensorflow"): it is about the whole. */
function weighsBoth({ understood: { frameworks, question }, evidence }: Retrieval): boolean {
  const { troubled, specifics } = question.manner;
  return frameworks.length > 1 && !troubled && specifics === 0 && evidence.abroad < MOST_ABROAD;
}

const MOST_ABROAD = 0.3;

/** Two topics of different sections that fit a very short question alike. */
function isTie({ ranked, understood }: Retrieval): boolean {
  const words = understood.terms.filter((term) => term.kind === 'word');
  const [best, second] = ranked;
  return (
    words.length === 1 &&
    best !== undefined &&
    second !== undefined &&
    second.score > best.score * TIE &&
    second.phrase >= best.phrase
  );
}
const TIE = 0.985;
