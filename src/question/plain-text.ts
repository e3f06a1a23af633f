/** What is left of a message when Slack's markup is taken off. */
export interface PlainText {
  readonly text: string;
  /** Ids or names of the people it mentions, the bot itself left out. */
  readonly mentions: readonly string[];
}

/** Slack cuts messages at 40,000 characters; what is longer than a question needs is not read further. */
const LONGEST = 40_000;
/** Most questions are typed in letters, digits and these: there is no markup in them to take off. */
const UNMARKED = /^[\w !"#$%'()+,./;=?[\\\]^{}-]*$/;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Takes off Slack's markup (https://docs.slack.dev/messaging/formatting-message-text): mentions, links, emoji, bold,
 * quotes and code marks; straightens quotes and dashes; folds compatibility characters (NFKC) and white space; drops
 * control and formatting characters, those that turn the direction of writing among them.
 *
 * @param botNames the bot's user id and names: mentions of it are not mentions of people.
 */
export function toPlainText(typed: string, botNames: readonly string[] = []): PlainText {
  if (typed.length <= LONGEST && UNMARKED.test(typed)) return { text: typed.replace(/ +/g, ' ').trim(), mentions: [] };
  const bot = new Set(botNames.map((name) => name.toLowerCase()));
  const mentions: string[] = [];
  const mention = (name: string): string => {
    if (!bot.has(name.toLowerCase())) mentions.push(name);
    return ' ';
  };
  const text = typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    // One character may fold into eighteen.
    .slice(0, LONGEST)
    .replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (_, id: string) => mention(id))
    .replace(/<!(?:here|channel|everyone|subteam\^[A-Z0-9]+)(?:\|[^<>]*)?>/g, () => mention('everyone'))
    .replace(/<#[A-Z0-9]+(?:\|([^<>]*))?>/g, ' $1 ')
    .replace(/<(?:https?|mailto):[^|<>]*\|([^<>]*)>/g, ' $1 ')
    .replace(/<?(?:https?:\/\/|mailto:)[^\s>]+>?/g, ' ')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/(^|\s):[a-z0-9_+-]+:(?=\s|$|:)/gi, '$1 ')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    // A name after @ is a person's; one that ends in a version (@torch2.1) is a pin.
    .replace(/(^|\s)@([a-z][\w.-]*)/gi, (whole, before: string, name: string) =>
      /\d\.?$/.test(name) ? whole : before + mention(name),
    )
    // Zero-width and direction marks stand within words and part nothing; the others do.
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/[*~|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { text, mentions };
}
