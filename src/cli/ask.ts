import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import type { Answer } from '../answer/answer.ts';
import { plainText } from '../answer/plain-text.ts';
import type { Bot, Reply } from '../conversation/bot.ts';
import type { Thread, Way } from '../conversation/thread.ts';
import { keptBot, keptKnowledge } from '../kept/kept-bot.ts';
import { programShelf } from '../kept/program-shelf.ts';
import { answerJson } from './answer-json.ts';

interface Options {
  readonly json?: true;
  readonly thread?: true;
  readonly why?: true;
  readonly knowledge: string;
}

/** `fwcompare ask [question]`: one answer in the terminal; without a question, one for each line of standard input. */
export function askCommand(knowledgeDir: string): Command {
  return new Command('ask')
    .description('answer a question, or each line of standard input')
    .argument('[question]', 'the question as you would type it in Slack')
    .option('--json', 'one JSON object on one line for each question')
    .option('--thread', 'the lines are the messages of one thread, the first a mention; an empty line begins the next')
    .option('--why', 'tell which rule decided, and what was matched')
    .option('--knowledge <dir>', 'the knowledge folder', knowledgeDir)
    .addHelpText(
      'after',
      '\nExample:\n  npx fwcompare ask "which one runs on a phone?"\n  printf "tpu\\nand on arm?\\n" | npx fwcompare ask --thread --json',
    )
    .action(async (question: string | undefined, options: Options) => {
      const shelf = programShelf();
      const threads = options.thread === true;
      const bot = await keptBot(await keptKnowledge(options.knowledge, shelf), shelf, { threads });
      const conversation = new Conversation(bot, threads);
      if (question !== undefined) {
        print(conversation.hear(question), question, options);
        return;
      }
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '') conversation.startAnew();
        if (line.trim() === '' && options.thread) continue;
        print(conversation.hear(line), line, options);
      }
    });
}

interface Timed {
  readonly reply: Reply;
  readonly ms: number;
}

/** Keeps a thread going from line to line, or starts each line anew. */
class Conversation {
  private thread: Thread | undefined;
  private begun = false;

  constructor(
    private readonly bot: Bot,
    private readonly threaded: boolean,
  ) {}

  startAnew(): void {
    this.thread = undefined;
    this.begun = false;
  }

  hear(text: string): Timed {
    const way: Way = !this.threaded ? 'command' : this.begun ? 'overheard' : 'mention';
    const start = performance.now();
    const reply = this.bot.reply({
      text,
      way,
      ...(this.thread && { thread: this.thread }),
      botNames: ['fwcompare'],
      today: new Date().toISOString().slice(0, 10),
    });
    const ms = performance.now() - start;
    if (this.threaded) {
      this.thread = reply.thread;
      this.begun = true;
    }
    return { reply, ms };
  }
}

function print({ reply, ms }: Timed, question: string, options: Options): void {
  if (options.json) {
    console.log(JSON.stringify({ ...answerJson(reply, question, ms), ...(options.why && { why: reply.why.lines }) }));
    return;
  }
  console.log(textFor(reply.answer));
  if (options.why) console.log(`\n${reply.why.lines.join('\n')}`);
  if (options.thread) console.log('');
}

const textFor = (answer: Answer): string => (answer.kind === 'silent' ? '(silent)' : plainText(answer));
