import { plainText } from '../../src/answer/plain-text.ts';
import type { Bot, Reply } from '../../src/conversation/bot.ts';
import { createBot } from '../../src/conversation/create-bot.ts';
import type { Thread, Way } from '../../src/conversation/thread.ts';
import { THRESHOLD } from '../../src/conversation/threshold.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { toQuestion } from '../../src/question/question.ts';
import { buildRetriever, type Retrieval, type Retriever } from '../../src/retrieval/retriever.ts';
import type { Evidence } from '../../src/retrieval/sureness.ts';
import {
  type Dialogue,
  type Golden,
  type GoldenQuestion,
  loadGolden,
  type OutOfScope,
  type SetName,
} from './golden.ts';
import type { Item, Point } from './measures.ts';
import { noisyVariants } from './noise.ts';
import { dayOf } from './shipped.ts';

/** The bot's id and names in the sets. */
export const BOT_NAMES = ['fwcompare', 'U07AB', 'UBOT'] as const;

/** A point that knows what its score was made of, for the calibration and the fit. */
export interface OurPoint extends Point {
  readonly evidence: Evidence;
  readonly sureness: number;
  /** Is the section of retrieval's first candidate right? A rule of the conversation may still have answered otherwise. */
  readonly firstRight: boolean;
}

export interface Judged {
  readonly items: readonly Item[];
  /** The set's own questions and what is out of scope; derived noise is not among them. */
  readonly points: readonly OurPoint[];
}

/** Sets whose misses nobody reads, so that what is measured on them stays a measure; nothing is fitted on them either. */
export const UNREAD: ReadonlySet<SetName> = new Set<SetName>(['holdout']);
const veil = (item: Item): Item => ({ ...item, asked: 'not shown', expected: 'not shown', got: 'not shown' });

/** Puts every question, near miss and dialogue of a set to the bot as shipped. */
export class Judge {
  private readonly bot: Bot;
  private readonly retriever: Retriever;
  private readonly today: string;

  constructor(knowledge: Knowledge) {
    this.bot = createBot(knowledge);
    this.retriever = buildRetriever(knowledge);
    this.today = dayOf(knowledge);
  }

  /** Judges a set by its name; of one that is to stay unread only ids and figures come out. */
  judgeNamed(name: SetName): Judged {
    const { items, points } = this.judge(loadGolden(name));
    return { items: UNREAD.has(name) ? items.map(veil) : items, points };
  }

  private judge(set: Golden): Judged {
    const own = set.questions.map((question) => this.question(question));
    const noise = noisyOf(set).filter(({ id }) => id.includes('~'));
    const outside = set.outOfScope.map((question) => this.outside(question));
    return {
      items: [
        ...own.flatMap(({ items }) => items),
        ...noise.flatMap((question) => this.question(question).items.filter(({ measure }) => measure === 'noisy')),
        ...outside.flatMap(({ items }) => items),
        ...set.dialogues.flatMap((dialogue) => this.dialogue(dialogue)),
      ],
      points: [...own, ...outside].map(({ point }) => point),
    };
  }

  private question(question: GoldenQuestion): { readonly items: readonly Item[]; readonly point: OurPoint } {
    const [reply, retrieval] = this.ask(question.q);
    const section = answeredFrom(reply);
    const right = section !== undefined && question.sections.includes(section);
    const common = {
      id: question.id,
      asked: question.q,
      expected: question.sections.join(' or '),
      got: `${describe(reply)}, sureness ${retrieval.sureness.toFixed(2)}`,
      section: question.sections[0] ?? 'none',
      style: question.style,
    };
    const top3 = reply.nearest.some((near) => question.sections.includes(near.section));
    const says = right && saysOne(reply, question.must);
    const first = retrieval.ranked[0]?.entry.section;
    return {
      items: [
        { ...common, measure: 'right', ok: right },
        ...(question.style.startsWith('noisy/') ? [{ ...common, measure: 'noisy', ok: right } as const] : []),
        { ...common, measure: 'top3', ok: top3 },
        { ...common, measure: 'saysIt', ok: says, expected: `${common.expected}: ${question.must.join(' | ')}` },
      ],
      point: {
        ...pointOf(question.id, reply, retrieval),
        inScope: true,
        right,
        ...(isByThreshold(reply, retrieval) && { right: first !== undefined && question.sections.includes(first) }),
        firstRight: first !== undefined && question.sections.includes(first),
      },
    };
  }

  private outside(question: OutOfScope): { readonly items: readonly Item[]; readonly point: OurPoint } {
    const [reply, retrieval] = this.ask(question.q);
    const item = {
      id: question.id,
      ok: reply.answer.kind !== 'answer' && reply.answer.kind !== 'choices',
      asked: question.q,
      expected: 'a refusal',
      got: `${describe(reply)}, sureness ${retrieval.sureness.toFixed(2)}`,
      category: question.category,
    };
    return {
      items: [
        { ...item, measure: 'refused' },
        ...(question.hard ? [{ ...item, measure: 'refusedHard' } as const] : []),
      ],
      point: { ...pointOf(question.id, reply, retrieval), inScope: false, right: false, firstRight: false },
    };
  }

  /** The first turn mentions the bot, the others are overheard in its thread. */
  private dialogue({ id, turns }: Dialogue): readonly Item[] {
    let thread: Thread | undefined;
    return turns.map((turn, at): Item => {
      const reply = this.hear(turn.q, at === 0 ? 'mention' : 'overheard', thread);
      thread = reply.thread;
      const section = answeredFrom(reply);
      const item = {
        id: `${id}.${at + 1}`,
        asked: turn.q,
        got: `${describe(reply)}, rule ${reply.why.rule.name}`,
        category: turn.kind,
      };
      if (!turn.answer) return { ...item, measure: 'silent', ok: reply.answer.kind === 'silent', expected: 'silence' };
      return {
        ...item,
        measure: at === 0 ? 'openings' : 'followUps',
        ok: section !== undefined && turn.sections.includes(section) && saysOne(reply, turn.must),
        expected: `${turn.sections.join(' or ')}: ${turn.must.join(' | ')}`,
      };
    });
  }

  private ask(text: string): readonly [Reply, Retrieval] {
    return [this.hear(text, 'command', undefined), this.retriever.retrieve(toQuestion(text, BOT_NAMES))];
  }

  private hear(text: string, way: Way, thread: Thread | undefined): Reply {
    return this.bot.reply({ text, way, ...(thread && { thread }), botNames: BOT_NAMES, today: this.today });
  }
}

/** The noisy questions of a set: those that were written so, and derived ones for those that were not. */
export function noisyOf(set: Golden): readonly GoldenQuestion[] {
  const written = set.questions.filter(({ style }) => style.startsWith('noisy/'));
  return written.length > 0 ? written : set.questions.flatMap((question) => noisyVariants(question));
}

const answeredFrom = ({ answer }: Reply): string | undefined =>
  answer.kind === 'answer' ? answer.topics[0].ref.section : undefined;

const saysOne = ({ answer }: Reply, must: readonly string[]): boolean => {
  const text = plainText(answer);
  return must.some((pattern) => new RegExp(pattern, 'i').test(text));
};

function describe({ answer, nearest }: Reply): string {
  if (answer.kind === 'answer') return answer.topics.map(({ ref }) => `${ref.section}/${ref.topic}`).join(' and ');
  return `${answer.kind}${nearest[0] ? `, nearest ${nearest[0].section}/${nearest[0].topic}` : ''}`;
}

/**
 * Is it the threshold that decides about this question? Not for names alone, two topics at once and requests to the bot
 * itself: rules decide these whatever the sureness, so on the curve they are answered, or not, at every threshold.
 */
function isByThreshold({ answer }: Reply, { ranked, sureness }: Retrieval): boolean {
  const first = ranked[0]?.entry.id;
  if (answer.kind === 'unknown') return true;
  return (
    answer.kind === 'answer' &&
    answer.topics.length === 1 &&
    answer.topics[0].ref.topic === first &&
    sureness >= THRESHOLD
  );
}

function pointOf(
  id: string,
  reply: Reply,
  retrieval: Retrieval,
): Pick<OurPoint, 'id' | 'score' | 'evidence' | 'sureness'> {
  const { evidence, sureness } = retrieval;
  const { kind } = reply.answer;
  const byRule = kind === 'answer' ? 1 : kind === 'choices' ? sureness : 0;
  return { id, evidence, sureness, score: isByThreshold(reply, retrieval) ? sureness : byRule };
}
