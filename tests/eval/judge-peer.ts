import { toPlainText } from '../../src/question/plain-text.ts';
import type { Entry } from '../../src/retrieval/entries.ts';
import type { Golden, GoldenQuestion } from './golden.ts';
import { BOT_NAMES, noisyOf } from './judge-ours.ts';
import type { Point } from './measures.ts';
import type { Hit, Peer } from './peers.ts';
import type { Progress } from './progress.ts';

/** What a peer finds for one question; whether it is answered depends on the threshold. */
export interface PeerPoint extends Point {
  readonly noisy: boolean;
  /** Derived noise counts for the noisy questions only. */
  readonly derived: boolean;
  readonly top3: boolean;
}

export interface Sets {
  readonly [name: string]: Golden;
}

/** Puts the questions of all sets to a peer. It gets them as plain text, so Slack's markup does not count against it. */
export async function judgePeer(
  peer: Peer,
  entries: readonly Entry[],
  sets: Sets,
  progress: Progress,
): Promise<ReadonlyMap<string, readonly PeerPoint[]>> {
  const search = await peer.build(entries);
  const find = (text: string) => search(toPlainText(text, BOT_NAMES).text);
  const of = Object.values(sets).reduce((sum, set) => sum + questionsOf(set).length + set.outOfScope.length, 0);
  let done = 0;
  const inside = (question: GoldenQuestion): PeerPoint => {
    const found = find(question.q);
    const hits = found.filter(({ entry }) => entry.kind === 'topic').slice(0, 3);
    progress.show(peer.name, ++done, of);
    const isRight = (hit: (typeof hits)[number] | undefined) =>
      hit?.entry.kind === 'topic' && question.sections.includes(hit.entry.section);
    return {
      id: question.id,
      inScope: true,
      right: isRight(found[0]),
      score: surenessOf(found[0]),
      noisy: question.style.startsWith('noisy/'),
      derived: question.id.includes('~'),
      top3: hits.some(isRight),
    };
  };
  const outside = ({ id, q }: { readonly id: string; readonly q: string }): PeerPoint => {
    const [first] = find(q);
    progress.show(peer.name, ++done, of);
    return { id, inScope: false, right: false, score: surenessOf(first), noisy: false, derived: false, top3: false };
  };
  return new Map(
    Object.entries(sets).map(
      ([name, set]) => [name, [...questionsOf(set).map(inside), ...set.outOfScope.map(outside)]] as const,
    ),
  );
}

/** What is answered elsewhere is no answer: it refuses at every threshold but 0. */
const surenessOf = (hit: Hit | undefined): number => (hit?.entry.kind === 'topic' ? hit.sureness : 0);

const questionsOf = (set: Golden): readonly GoldenQuestion[] => [
  ...set.questions,
  ...noisyOf(set).filter(({ id }) => id.includes('~')),
];
