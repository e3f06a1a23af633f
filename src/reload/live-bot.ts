import type { Bot } from '../conversation/bot.ts';
import { KnowledgeError, printFault } from '../knowledge/errors.ts';
import { knowledgeInSlices } from '../knowledge/load.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { readFolder } from '../knowledge/read-folder.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { KnowledgeState } from '../ops/readiness.ts';
import { inSlices } from '../slices.ts';

export interface LiveBotParts {
  readonly folder: string;
  /** Builds a bot a bit at a time, since the old one goes on answering meanwhile. */
  readonly build: (knowledge: Knowledge) => Promise<Bot>;
  readonly metrics: Pick<Metrics, 'reloaded' | 'knows'>;
  readonly log: Log;
  readonly now: () => number;
  /** Hears of a folder that was refused. */
  readonly onRefused?: (error: KnowledgeError, current: Knowledge) => Promise<void>;
}

/** Faults that /readyz shows; the log has them all. */
const FIRST = 5;

const read = async (folder: string): Promise<Knowledge> =>
  inSlices(knowledgeInSlices(folder, await readFolder(folder)));

/** The bot of the knowledge folder as it was when it was last without fault. */
export class LiveBot {
  readonly #parts: LiveBotParts;
  #bot: Bot;
  #loadedAt: string;
  #refused: KnowledgeError | undefined;
  #reloading: Promise<void> = Promise.resolve();

  private constructor(parts: LiveBotParts, bot: Bot) {
    this.#parts = parts;
    this.#bot = bot;
    this.#loadedAt = new Date(parts.now()).toISOString();
    parts.metrics.knows(bot.knowledge.revision);
  }

  /** @throws KnowledgeError: there is nothing to fall back on at the first start. */
  static async load(parts: LiveBotParts): Promise<LiveBot> {
    return new LiveBot(parts, await parts.build(await read(parts.folder)));
  }

  readonly current = (): Bot => this.#bot;

  readonly state = (): KnowledgeState => ({
    revision: this.#bot.knowledge.revision,
    topics: this.#bot.knowledge.topics.size,
    loadedAt: this.#loadedAt,
    ...(this.#refused && {
      refused: { faults: this.#refused.faults.length, first: this.#refused.faults.slice(0, FIRST).map(printFault) },
    }),
  });

  /** Reads the folder again and swaps the bot, or refuses aloud. Never rejects; one reload waits for another. */
  reload(): Promise<void> {
    this.#reloading = this.#reloading.then(() => this.#reload());
    return this.#reloading;
  }

  async #reload(): Promise<void> {
    const { folder, build, metrics, log, now } = this.#parts;
    try {
      const knowledge = await read(folder);
      this.#refused = undefined;
      if (knowledge.revision === this.#bot.knowledge.revision) return;
      this.#bot = await build(knowledge);
      this.#loadedAt = new Date(now()).toISOString();
      metrics.reloaded('ok');
      metrics.knows(knowledge.revision);
      log.info({ revision: knowledge.revision, topics: knowledge.topics.size }, 'knowledge reloaded');
    } catch (error) {
      metrics.reloaded('refused');
      if (!(error instanceof KnowledgeError)) {
        log.error({ err: error }, 'knowledge could not be reloaded; the old one keeps answering');
        return;
      }
      await this.#refuse(error);
    }
  }

  async #refuse(error: KnowledgeError): Promise<void> {
    const { log, onRefused } = this.#parts;
    this.#refused = error;
    log.error({ code: error.code, faults: error.faults.length }, 'knowledge refused; the old one keeps answering');
    for (const fault of error.faults) log.error(printFault(fault));
    await onRefused?.(error, this.#bot.knowledge).catch((failure: unknown) =>
      log.warn({ err: failure }, 'the maintainers could not be told'),
    );
  }
}
