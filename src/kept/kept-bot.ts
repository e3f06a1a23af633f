import type { Bot } from '../conversation/bot.ts';
import { botOf, createBotInSlices, intentsOnceAsked } from '../conversation/create-bot.ts';
import { intentReaderOf, intentsInSlices, reviveIntents } from '../conversation/intent.ts';
import { deepFreeze, loadKnowledge, revisionOf } from '../knowledge/load.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { readFolder } from '../knowledge/read-folder.ts';
import { learntInSlices, retrieverOf } from '../retrieval/retriever.ts';
import { reviveLearnt, toClone } from '../retrieval/revive.ts';
import { inSlices } from '../slices.ts';
import type { Shelf } from './shelf.ts';

// All that is kept follows from the texts of a knowledge folder and the program, and its name from the texts.

/**
 * The knowledge of a folder: read and checked, or as it was when the same texts were read before.
 * @throws KnowledgeError with every fault of every file; a folder with faults is never kept.
 */
export async function keptKnowledge(folder: string, shelf: Shelf): Promise<Knowledge> {
  const texts = await readFolder(folder);
  return shelf.take(`knowledge-${revisionOf(texts)}`, () => loadKnowledge(folder, texts), {
    clone: (knowledge) => knowledge,
    revive: deepFreeze,
  });
}

/** A bot for it, built without keeping the event loop, or as it was when it was built before. */
export async function keptBot(
  knowledge: Knowledge,
  shelf: Shelf,
  { threads }: { readonly threads: boolean } = { threads: true },
): Promise<Bot> {
  const { revision, topics } = knowledge;
  if (topics.size > MOST_TOPICS) return createBotInSlices(knowledge);
  const learnt = await shelf.take(`index-${revision}`, () => inSlices(learntInSlices(knowledge)), {
    clone: toClone,
    revive: (kept) => reviveLearnt(kept, knowledge),
  });
  const retriever = retrieverOf(learnt);
  // Who asks once has no use for what is learnt of threads.
  if (!threads) return botOf({ knowledge, retriever, intents: intentsOnceAsked(knowledge) });
  const intents = await shelf.take(`intents-${revision}`, () => inSlices(intentsInSlices(knowledge)), {
    clone: (made) => made,
    revive: (kept) => kept && reviveIntents(kept),
  });
  const reader = intentReaderOf(intents);
  return botOf({ knowledge, retriever, intents: () => reader });
}
/** Writing the index of more than these down would keep the event loop too long. */
const MOST_TOPICS = 2_000;
