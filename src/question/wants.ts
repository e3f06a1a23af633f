/** What somebody wants of a topic. */
export type Want = 'comparison' | 'definition' | 'code' | 'verdict' | 'source' | 'freshness' | 'more';

/** What somebody wants of the bot itself. */
export type Request = 'help' | 'topics' | 'why' | 'mute' | 'unmute' | 'leave';

interface Rule<Name> {
  readonly name: Name;
  readonly when: RegExp;
}

/** Each pattern is tried on the plain text in lower case, the first that fits wins; so the narrow ones stand first. */
const WANTS: readonly Rule<Want>[] = [
  {
    name: 'source',
    when: /\b(?:(?<!open[- ])sources?\b(?![- ]code)|citations?|cites?\b|references?\b|where ?(?:did|do|'d) (?:you|u|ya) (?:get|have|know|take|find|read)|where (?:does|did) it say|who (?:measured|checked|tested|found)|where (?:is|does) (?:this|that|it) (?:come )?from|where (?:this|that|it|these|those)(?:'s| is| are| comes?| came)? from|(?:send|show|give|get|link) (?:me |us )?(?:to )?the (?:full|whole|original|actual) (?:thing|article|text|post|page|piece)|who (?:says|said|wrote) (?:so|that|this|it)|says who|proof\b|evidence\b|link (?:to|for) (?:this|that|it)|(?:got|have|any) (?:a )?links?\b|back (?:this|that|it) up|based on what|according to (?:whom|who|what)|which (?:article|page|doc|docs|document)\b.* from|prove it|where can (?:i|we) (?:read|find|look|see|learn)|read up|reading list)/,
  },
  {
    name: 'freshness',
    when: /\b(?:still (?:true|hold|holds|valid|right|correct|current|accurate|up to date|so|apply|applies|relevant|the case|stand|stands|good|there|like that|that way)|up[- ]to[- ]date|out of date|outdated|how (?:old|recent|current|fresh)\b|(?:as|from|since|measured|written|checked) (?:of )?when\b|since (?:which|what)\b|(?:from|of|in) (?:which|what) year|(?:which|what) (?:year|date|month|round) (?:is|are|was|were)|(?:is|are|was|were|isn't|aren't) (?:this|that|it|these|those|they|the (?:info(?:rmation)?|numbers?|data|figures?|list)) (?:\w+ )?(?:still )?(?:from (?:this|last) year|current|recent|new|old|ancient|dated|fresh|accurate|valid|stale|live)\b|when (?:is|was|are|were) (?:this|that|it|these|those|they|the (?:info(?:rmation)?|numbers?|data|figures?|article)) (?:from|measured|written|checked|published|tested|updated)|(?:has|have|did) (?:this|that|it|these|those|they|anything|things|something) (?:\w+ )?(?:changed?|improved?)|(?:what|anything) (?:has )?changed|any(?:thing)? (?:newer|changes?|updates?|new (?:on|about|there|since))|changed since|last (?:checked|updated|verified|reviewed)|latest (?:status|state)|hold(?:s)? (?:today|up|true)|(?:nowadays|these days|today|in 20\d\d)(?: too| as well| still)?\?$)/,
  },
  {
    name: 'code',
    // Code that somebody has, or writes more or less of, is not code that is asked for.
    when: /\b(?:(?<!\b(?:my|our|your|their|existing|legacy|old|more|less|much|of)\b(?: \w+){0,3} )codes?|snippets?|examples?|sample|syntax|one[- ]liners?|source code|how (?:would|does) (?:that|this|it) look in|show me how|show me an? (?!comparison|table|chart|benchmark|summary|list|difference|link|source|verdict)\w+|what does (?:that|this|it) look like|what (?:that|this|it) (?:would |might )?looks? like|in practice|lines of code|hello world)\b/,
  },
  {
    name: 'verdict',
    when: /\b(?:which (?:one|of (?:them|these|those|the two))|which (?:is|would|should|do|does|to|framework|library|has|for)|who (?:wins|win|won|is ahead|comes out|leads|is better)|(?:the )?winner|clear win|what (?:would|do) you (?:recommend|suggest|pick|choose|advise|use)|recommend(?:ation)?|bottom line|verdict|conclusion|final answer|your (?:pick|call|choice|take)|pick one|had to (?:pick|choose|take)|go (?:with|for)(?= *[?]*$)|so what(?=[\s?.!]*$)|better (?:one|choice|option|pick)|(?:should|shall) (?:i|we) (?:use|pick|choose|take|go|learn|start))\b/,
  },
  {
    name: 'definition',
    when: /^(?:(?:so|and|ok|hey|but) )*(?:what(?:'s| is| are| does)|explain|define|meaning of|what do you mean by|who (?:is|are|made|created))\b/,
  },
  {
    name: 'more',
    when: /\b(?:tell me more|more (?:detail|details|info|information|about (?:it|this|that))|elaborate|go on|expand on|details? please|say more|explain (?:that|this|it|more|further)|dig deeper|in (?:more )?detail|long version|full (?:answer|story|picture))\b/,
  },
];

const REQUESTS: readonly Rule<Request>[] = [
  {
    name: 'help',
    when: /^(?:help(?: me| please| us)?|usage|commands?|man|\?+|(?:can|could) (?:you|u) help(?: me| us)?|what can (?:you|u) do(?: for (?:me|us))?|how do (?:you|i|we) (?:work|use (?:you|this|this bot|the bot))|who are you|what are you)[\s?!.]*$/,
  },
  {
    name: 'topics',
    when: /^(?:(?:list|show|show me|all)\s+)?(?:the |all |your )*(?:topics?|contents|table of contents|sections|index)[\s?!.]*$|^what (?:do you know(?: about)?|topics (?:are there|do you (?:know|have|cover))|can i ask(?: you)?)[\s?!.]*$/,
  },
  {
    name: 'why',
    when: /^(?:why(?= *[!.]*$)|why (?:this|that) answer|why(?:'s| is) (?:that|this) the answer|why (?:did|do|are|were) you (?:answer|say|said|silent|quiet|not answer|ignore|speak)\b.*|why[- ]silent|explain yourself|why so (?:silent|quiet))[\s?!.]*$/,
  },
  {
    name: 'unmute',
    when: /^(?:un-?mute|un mute|speak again|listen again|come back)(?: please| here| this thread)*[\s!.]*$/,
  },
  {
    name: 'mute',
    when: /^(?:mute|be quiet|quiet|shush|hush|shut up|stop (?:answering|talking|replying))(?: please| here| this thread| in this thread)*[\s!.]*$/,
  },
  {
    name: 'leave',
    when: /^(?:leave|go away|leave (?:this|the) thread|leave us(?: alone)?|bye bot)(?: please)?[\s!.]*$/,
  },
];

const MOST_READ = 1500;
/** Whoever asks something of the bot itself says it in a few words. */
const LONGEST_REQUEST = 100;

/** What a question wants of its topic; a plain comparison unless its words say otherwise. */
export function wantOf(plain: string): Want {
  const text = plain.slice(0, MOST_READ).toLowerCase();
  return WANTS.find((rule) => rule.when.test(text))?.name ?? 'comparison';
}

/** What it asks of the bot itself, if the whole of it does. */
export function requestOf(plain: string): Request | undefined {
  if (plain.length > LONGEST_REQUEST) return undefined;
  const text = plain.toLowerCase();
  return REQUESTS.find((rule) => rule.when.test(text))?.name;
}
