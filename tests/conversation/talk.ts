import type { ComparisonAnswer } from '../../src/answer/answer.ts';
import type { Bot, Reply } from '../../src/conversation/bot.ts';
import { createBot } from '../../src/conversation/create-bot.ts';
import type { Thread, Way } from '../../src/conversation/thread.ts';
import { smallKnowledge, TODAY } from '../knowledge/builder.ts';
import { shipped } from '../knowledge/shipped.ts';

export const BOT_NAMES = ['U0BOT', 'fwcompare'];
export const shippedBot = createBot(shipped);

/** A bot that knows a little: enough for every rule to have its case. */
export const smallBot = createBot(
  smallKnowledge({
    sections: {
      hardware: {
        asked: ['hardware'],
        topics: [
          {
            id: 'tpu',
            title: 'Running on TPUs',
            asked: ['tpu', 'tensor processing unit'],
            related: ['gpu'],
            cells: {
              pytorch: {
                says: 'Natively.',
                support: 'yes',
                from: '2.5',
                sources: ['page'],
                earlier: [
                  { says: 'Through a plug-in.', support: 'partly', from: '1.5', until: '2.5', sources: ['page'] },
                ],
              },
              tensorflow: { says: 'With a strategy.', support: 'yes', sources: ['page'] },
              jax: { says: 'At home there.', support: 'yes', sources: ['page'] },
            },
            code: { snippets: { pytorch: 'p = 1', tensorflow: 't = 1' } },
          },
          { id: 'gpu', title: 'Running on GPUs', asked: ['gpu', 'graphics card'] },
        ],
      },
      deployment: {
        asked: ['deployment'],
        topics: [
          { id: 'mobile', title: 'Phones', asked: ['mobile', 'android'] },
          { id: 'serving', title: 'Serving models', asked: ['serving'] },
          // Its twin stands in another section: nothing tells which of the two is meant.
          { id: 'kernel-here', title: 'Kernel', asked: ['kernel'], verdict: 'It depends.' },
        ],
      },
      debugging: { topics: [{ id: 'kernel-there', title: 'Kernel', asked: ['kernel'], verdict: 'It depends.' }] },
      summary: { topics: [{ id: 'verdict', title: 'Which one', asked: ['bottom line'] }] },
    },
    tools: [
      {
        id: 'torchserve',
        name: 'TorchServe',
        aliases: ['torch serve'],
        topic: 'serving',
        retired: {
          since: '2025',
          successor: 'others',
          says: 'TorchServe is no longer maintained; people use others.',
          sources: ['page'],
        },
      },
    ],
    about: { default_topic: 'verdict', not_compared: ['MXNet'] },
  }),
);

/** Somebody says something; without a thread the bot hears it for the first time. */
export function say(bot: Bot, text: string, way: Way = 'mention', thread?: Thread): Reply {
  return bot.reply({ text, way, botNames: BOT_NAMES, today: TODAY, ...(thread && { thread }) });
}

export const overhear = (bot: Bot, text: string, thread: Thread): Reply => say(bot, text, 'overheard', thread);

/** The answer of a reply that has to be one. */
export function answered({ answer }: Reply): ComparisonAnswer {
  if (answer.kind !== 'answer') throw new Error(`Expected an answer, got ${JSON.stringify(answer)}`);
  return answer;
}

export const topicsOf = (reply: Reply): readonly string[] => answered(reply).topics.map((topic) => topic.ref.topic);
export const columnsOf = (reply: Reply): readonly string[] => answered(reply).columns.map((column) => column.id);
