import type { Chart, Claim, Dispute, FrameworkId, SectionSlug, Source, Support, TopicId } from '../knowledge/model.ts';
import type { Want } from '../question/wants.ts';

export type { Want };

export interface TopicRef {
  readonly section: SectionSlug;
  readonly topic: TopicId;
  readonly title: string;
}

/** A cell as it is today, or at the version asked for. */
export type CellView =
  | {
      readonly kind: 'known';
      readonly support?: Support;
      readonly says: string;
      readonly since?: string;
      /** Set when a version was asked for: that version, "PyTorch 2.1", or "today" where it was not checked. */
      readonly at?: string;
      readonly sources: readonly Source[];
    }
  /** Its sources were last read so long ago that what they said is no longer passed on. */
  | { readonly kind: 'withheld'; readonly read: string; readonly sources: readonly Source[] }
  /** Nothing is known of this framework, or of the version asked for. */
  | { readonly kind: 'unknown'; readonly says: string };

export interface Column {
  readonly id: FrameworkId;
  readonly name: string;
}

export interface Snippet {
  readonly name: string;
  readonly code: string;
}

/** One topic as an answer tells it: everything that is drawn, looked up already. */
export interface TopicView {
  readonly ref: TopicRef;
  readonly sectionTitle: string;
  readonly verdict: string;
  /** One for each column of the answer, in its order. Empty for a topic that compares nothing. */
  readonly cells: readonly CellView[];
  readonly notes: readonly string[];
  readonly claims: readonly Claim[];
  readonly changed?: { readonly since: string; readonly says: string };
  readonly disputed: readonly Dispute[];
  readonly charts: readonly Chart[];
  /** Snippets when code is wanted. */
  readonly code?: { readonly language: string; readonly note?: string; readonly snippets: readonly Snippet[] };
  /** Is there code to be had for the asking? */
  readonly hasCode: boolean;
  /** Is there more than is shown? */
  readonly hasMore: boolean;
  readonly related: readonly TopicRef[];
  /** The class limit is past: "last checked 120 days ago; release facts are re-read every 90". */
  readonly banner?: string;
  readonly draft?: string;
}

export interface ComparisonAnswer {
  readonly kind: 'answer';
  readonly want: Want;
  /** What was understood, for people to see: ["Google TPUs", "PyTorch only", "PyTorch 2.1"]. */
  readonly breadcrumb: readonly string[];
  /** Sentences that come first: successors of retired names, what is not compared here. */
  readonly lead: readonly string[];
  readonly columns: readonly Column[];
  /** One or more, the first is the one asked for. */
  readonly topics: readonly [TopicView, ...TopicView[]];
  /** Versions asked for that what is shown was not checked for, so that it is as of today: ["PyTorch 1.13"]. */
  readonly unchecked: readonly string[];
  /** All that the answer rests on, each once, in the order of use. */
  readonly sources: readonly Source[];
  /** The oldest day on which one of the sources was read. */
  readonly checked: string;
  /** The same slots again, for buttons that ask more of it. */
  readonly slots: Slots;
}

/** What an answer is about: enough to make the same answer again. */
export interface Slots {
  readonly topics: readonly TopicId[];
  /** Frameworks asked for; empty means all columns. */
  readonly frameworks: readonly FrameworkId[];
  /** Show only these, or these first? */
  readonly only: boolean;
  readonly want: Want;
  readonly pins: readonly (readonly [FrameworkId, string])[];
}

/** Why the bot did what it did. */
export interface Explanation {
  /** Name and sentence of the rule that decided. */
  readonly rule: { readonly name: string; readonly says: string };
  /** Lines for people: words matched, spelling, aliases, score, margin, sureness. */
  readonly lines: readonly string[];
}

export interface Near {
  readonly ref: TopicRef;
  /** Why it fell short, in a few words. */
  readonly why: string;
}

/** Everything the bot can say. Drawn as blocks, terminal text or JSON; none of them looks anything up. */
export type Answer =
  | ComparisonAnswer
  | { readonly kind: 'choices'; readonly lead: readonly string[]; readonly choices: readonly TopicRef[] }
  | {
      readonly kind: 'unknown';
      /** What was understood of the question, if anything. */
      readonly understood: readonly string[];
      /** The three nearest topics. */
      readonly nearest: readonly Near[];
      /** What it sounds like instead, and where that is answered. */
      readonly instead?: string;
      readonly lead: readonly string[];
    }
  | {
      readonly kind: 'help';
      readonly about: string;
      readonly examples: readonly string[];
      readonly rules: readonly { readonly name: string; readonly says: string }[];
    }
  | {
      readonly kind: 'topics';
      readonly sections: readonly { readonly title: string; readonly topics: readonly TopicRef[] }[];
    }
  | { readonly kind: 'why'; readonly lines: readonly string[] }
  | { readonly kind: 'done'; readonly did: 'muted' | 'unmuted' | 'left' | 'no-thread' }
  | { readonly kind: 'silent' };
