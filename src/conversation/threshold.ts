import type { Retrieval } from '../retrieval/retriever.ts';

/** From this sureness on it answers, below it refuses. Chosen from the curve that `npm run eval` draws (see README). */
export const THRESHOLD = 0.36;

export const isSure = (retrieval: Pick<Retrieval, 'sureness'>): boolean => retrieval.sureness >= THRESHOLD;
