import { type Manner, mannerOf } from './manner.ts';
import { toPlainText } from './plain-text.ts';
import { type Request, requestOf, type Want, wantOf } from './wants.ts';
import { wordsIn } from './words.ts';

/** A framework's version that the asker named: `@torch2.1`. The name is as typed; whose it is, retrieval finds out. */
export interface VersionPin {
  readonly name: string;
  readonly version: string;
}

/** A message as typed, read without knowing what can be asked. */
export interface Question {
  readonly typed: string;
  readonly plain: string;
  /** In lower case, as they stand. */
  readonly words: readonly string[];
  /** People it mentions, the bot left out. */
  readonly mentions: readonly string[];
  readonly pins: readonly VersionPin[];
  readonly want: Want;
  /** Set when the whole message is about the bot itself: help, topics, mute. */
  readonly request?: Request;
  readonly manner: Manner;
  /** Names an identifier, such as `torch.rand` or `set_trace`: code will help. */
  readonly namesCode: boolean;
}

const PIN = /(^|[\s(])@([a-z][a-z-]*?)[-=v]*(\d+(?:\.\d+)*)(?=[\s,;?!).]|$)/gi;
/** Greetings before and thanks after say nothing of what is asked. */
const COURTESY =
  /^(?:(?:hey|hi|hello|yo|dear|ok|okay|please|pls|plz)?[\s,]*\b(?:bot|there|all|folks|team)\b[\s,:!.-]*|(?:hey|hi|hello|yo|please|pls|plz)\b[\s,:!-]+)+|[\s,.!-]+(?:please|pls|plz|thanks|thank you|thx|cheers|ty)(?: (?:a lot|so much|in advance))?[\s!.]*$/gi;
const IDENTIFIER = /\b[a-z]\w*(?:\.[a-z_]\w*)+\b|\b[a-z]+_[a-z_]+\b|\w\(\)/i;
const NO_IDENTIFIER = /\b(?:e\.g|i\.e|\w+\.(?:js|io|ai|com|org|net|dev))\b/gi;
/** A question is read to this many words; what goes beyond is a document, and its beginning tells what it is about. */
const MOST_WORDS = 400;

/** Reads a message. Never throws, whatever the text. */
export function toQuestion(typed: string, botNames: readonly string[] = []): Question {
  const { text, mentions } = toPlainText(typed, botNames);
  const pins: VersionPin[] = [];
  const plain = text
    .replace(PIN, (_, before: string, name: string, version: string) => {
      pins.push({ name: name.toLowerCase(), version });
      return `${before}${name}`;
    })
    .replace(COURTESY, (said) => (said.endsWith('?') ? '?' : ''))
    .trim();
  const request = requestOf(plain);
  return {
    typed,
    plain,
    words: wordsIn(plain).slice(0, MOST_WORDS),
    mentions,
    pins,
    want: wantOf(plain),
    ...(request && { request }),
    manner: mannerOf(plain, typed),
    // Most name none; what only looks like one is taken out for the others.
    namesCode: IDENTIFIER.test(plain) && IDENTIFIER.test(plain.replace(NO_IDENTIFIER, ' ')),
  };
}
