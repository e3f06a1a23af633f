import type { z } from 'zod';
import type {
  aboutSchema,
  CLASSES,
  chartSchema,
  claimSchema,
  disputeSchema,
  elsewhereSchema,
  followUpsSchema,
  SUPPORT,
  sourceSchema,
  topicSchema,
  VERDICTS,
} from './schema.ts';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** Ids are checked once, when the folder is loaded; past that point a plain string cannot be taken for one. */
export type TopicId = Id<'topic'>;
export type FrameworkId = Id<'framework'>;
export type SectionSlug = Id<'section'>;

export type Support = (typeof SUPPORT)[number];
export type FreshnessClass = (typeof CLASSES)[number];
export type ClaimVerdict = (typeof VERDICTS)[number];

/** A page that supports a fact. `read` is the day a person last read it (YYYY-MM-DD). */
export type Source = Readonly<z.output<typeof sourceSchema>> & { readonly id: string };

export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  readonly about: string;
  readonly aliases: readonly string[];
  readonly column: boolean;
  readonly logoAlt: string;
  /** Answers when somebody only says its name. */
  readonly topic?: TopicId;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Newest first, never empty. */
  readonly versions: readonly { readonly version: string; readonly released: string }[];
  readonly sources: readonly Source[];
}

/** What holds of one framework in one topic, for the versions `from` (inclusive) to `until` (exclusive). */
export interface Statement {
  readonly support?: Support;
  readonly says: string;
  readonly sources: readonly Source[];
  readonly since?: string;
  readonly from?: string;
  readonly until?: string;
}

export interface Cell extends Statement {
  readonly keeps: FreshnessClass;
  /** Newest first. */
  readonly earlier: readonly Statement[];
}

export type Claim = Readonly<Omit<z.output<typeof claimSchema>, 'sources'>> & { readonly sources: readonly Source[] };
export type Dispute = Readonly<Omit<z.output<typeof disputeSchema>, 'source'>> & { readonly source: Source };
export type ChartRow = Readonly<Omit<z.output<typeof chartSchema>['rows'][number], 'sources' | 'framework'>> & {
  readonly framework: FrameworkId;
  readonly sources: readonly Source[];
};
export type Chart = Readonly<Omit<z.output<typeof chartSchema>, 'rows'>> & { readonly rows: readonly ChartRow[] };

export interface Section {
  readonly slug: SectionSlug;
  readonly title: string;
  readonly about: string;
  readonly asked: readonly string[];
  /** Looks across the others: of two topics that fit alike, the one of a narrower section answers. */
  readonly yields: boolean;
  readonly topics: readonly Topic[];
}

export interface Topic {
  readonly id: TopicId;
  readonly section: { readonly slug: SectionSlug; readonly title: string };
  readonly title: string;
  readonly overview: boolean;
  readonly asked: readonly string[];
  readonly questions: readonly string[];
  readonly verdict: string;
  readonly keeps: FreshnessClass;
  readonly cells: ReadonlyMap<FrameworkId, Cell>;
  readonly notes: readonly { readonly says: string; readonly sources: readonly Source[] }[];
  readonly changed?: { readonly since: string; readonly says: string; readonly sources: readonly Source[] };
  readonly code?: {
    readonly language: string;
    readonly note?: string;
    readonly snippets: ReadonlyMap<FrameworkId, string>;
  };
  readonly claims: readonly Claim[];
  readonly disputed: readonly Dispute[];
  readonly charts: readonly Chart[];
  readonly related: readonly TopicId[];
  /** Its place in the source, for a topic that nobody has checked yet. */
  readonly draft?: string;
}

export interface Tool {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly is: string;
  readonly topic: TopicId;
  readonly retired?: {
    readonly since: string;
    readonly successor: string;
    readonly says: string;
    readonly sources: readonly Source[];
  };
  readonly sources: readonly Source[];
}

export type Elsewhere = Readonly<z.output<typeof elsewhereSchema>>;

/** Examples of what people type into a thread once the bot has answered there, by what they are after. */
type FollowUpExamples = Readonly<Record<keyof z.output<typeof followUpsSchema>, readonly string[]>>;
/** What a message in a thread is after. */
export type Intent = keyof FollowUpExamples;

/** A checked, frozen knowledge folder: everything that answers are made of. */
export interface Knowledge {
  readonly about: Readonly<Omit<z.output<typeof aboutSchema>, 'sections' | 'default_topic'>> & {
    readonly defaultTopic: TopicId;
  };
  /** In the order in which columns are shown. */
  readonly frameworks: readonly Framework[];
  readonly tools: readonly Tool[];
  readonly sections: readonly Section[];
  readonly topics: ReadonlyMap<TopicId, Topic>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly charts: readonly Chart[];
  /** What people also ask and is not answered here. */
  readonly elsewhere: readonly Elsewhere[];
  readonly followUps: FollowUpExamples;
  readonly words: { readonly phrases: readonly (readonly string[])[]; readonly same: readonly (readonly string[])[] };
  /** Changes when any file of the folder does. */
  readonly revision: string;
}

export type TopicSource = z.output<typeof topicSchema>;
