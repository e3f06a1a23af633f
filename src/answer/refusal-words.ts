import type { Answer, Near } from './answer.ts';

export const REFUSAL = 'I do not know that one well enough to answer.';
export const WAY_ON = 'Try other words, or "topics" for everything I know.';

/** What was understood of the question; undefined when that is nothing. */
export const sayUnderstood = (words: readonly string[]): string | undefined =>
  words.length > 0 ? `I understood: ${words.join(', ')}.` : undefined;

export interface NearWords {
  readonly head: string;
  readonly rows: readonly { readonly near: Near; readonly why?: string }[];
}

/** The nearest topics, and why each fell short: said once where all fell short alike. Undefined when there are none. */
export function sayNearest(nearest: readonly Near[]): NearWords | undefined {
  const [first, second] = nearest;
  if (!first) return undefined;
  if (!second) return { head: `The nearest topic ${first.why}:`, rows: [{ near: first }] };
  if (nearest.every(({ why }) => why === first.why))
    return { head: `The nearest topics; each ${first.why}:`, rows: nearest.map((near) => ({ near })) };
  return { head: 'The nearest topics:', rows: nearest.map((near) => ({ near, why: near.why })) };
}

/** A refusal: that it is one, what it sounds like instead, what comes near, and the way on. */
export function refusalLines({ lead, instead, understood, nearest }: Extract<Answer, { kind: 'unknown' }>) {
  const near = sayNearest(nearest);
  return [
    ...lead,
    REFUSAL,
    instead,
    near?.head,
    ...(near?.rows ?? []).map(({ near: { ref }, why }) => `- ${ref.title}${why ? ` (${why})` : ''}`),
    sayUnderstood(understood),
    WAY_ON,
  ].filter((line) => line !== undefined);
}
