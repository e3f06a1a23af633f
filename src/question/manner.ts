/**
 * How a message is said, as far as that tells whether it is for the bot and to be answered: a question, an order, a
 * continuation, a request for help with something that is broken.
 */
export interface Manner {
  /** Has the form of a question or of an order to answer. */
  readonly asks: boolean;
  /** Begins as the continuation of what was said before: "and …", "what about …", "only …". */
  readonly continues: boolean;
  /** Laughs: what is asked with a laughing face is seldom meant to be answered. */
  readonly laughs: boolean;
  /** Reports something broken, or asks for the steps of a task: a job for a search engine, not for a comparison. */
  readonly troubled: boolean;
  /** Asks for a comparison or a choice in so many words. */
  readonly compares: boolean;
  /** The two sides of "this vs that" or "this or that", as typed. */
  readonly rivals: readonly string[];
  /** How many figures, identifiers and file names it gives: the details of somebody's own case. */
  readonly specifics: number;
}

/** Small words that people put before what they say. */
const OPENERS =
  '(?:(?:so|and|but|ok|okay|alright|hey|hi|hm+|well|anyway|besides|unrelated|another question|quick question|then|now|also|oh|plus|yo|erm|um|just|sorry|please|pls|thanks|thx|right|cool|great|nice|btw|yes|no|sure|ah)[\\s,:.!-]+)*';
const SUBJECT =
  "(?:it|this|that|these|those|they|there|the|a|an|i|we|one|either|both|each|any|anyone|my|our|(?!be\\b|do\\b|have\\b|not\\b|get\\b|read\\b|look\\b|check\\b|bring\\b|try\\b|ask\\b|let\\b|see\\b|know\\b|think\\b|expect\\b|reali[sz]e\\b|notice\\b|want\\b|need\\b|mean\\b|like\\b|care\\b|wait\\b|stand\\b)[\\w'-]+)";
const INTERROGATIVE = new RegExp(
  `^${OPENERS}(?:(?:what|which|who|whom|whose|when|where|why|how|whats|hows|wheres|any)\\b|(?:is|are|was|were|does|do|did|can|could|should|would|will|shall|has|have|had|may|might|hasn't|haven't|isn't|aren't|doesn't|don't|can't|couldn't|won't|wouldn't|shouldn't|didn't|wasn't) ${SUBJECT}\\b)`,
);
const ORDER = new RegExp(
  `^${OPENERS}(?:(?:show|give|list|tell|compare|explain|describe|summari[sz]e|define|name|elaborate|recommend|suggest|only|more|settle|pick|remind me|could you|can you|would you)\\b|(?:details|code|sources?|citations?|references?|links?|example)(?=\\W*$| (?:pls|please|for|of|to|from|on|with|too)\\b))`,
);
/** A question that comes after something was said: "looks old, from when is it", "for small models does it even matter". */
const AFTERTHOUGHT =
  /[,;:.!] ?(?:(?:and|but|so|then|from|since|for) )*(?:what|which (?:one|of)|when|why|how)(?: \w+)? (?:is|are|was|were|does|do|did|can|could|should|would|will|has|have)\b|\w (?:does (?:it|that|this|either|one)|do (?:they|these|those|both)) /;
/** A few words with a question word among them: "in what unit", "like what", "since when". */
const FRAGMENT = /^(?:[\w'-]+ ){0,3}(?:what|which|who|when|where|why|how)(?: [\w'-]+){0,2}$/;
const CONTINUATION =
  /^(?:(?:ok|okay|alright|hm+|well|cool|right|great|nice|thanks|ah|oh|yes|no|sure|fine)[\s,:.!-]+)*(?:and|but|or|what about|how about|what of|same for|only|just|then|also|for|with|on|in|vs|versus|the other|opposite|what if|so|instead|now|without|plus|as for|regarding|about|even|a bit more|some more|more)\b/;
/** Few words that end as an addition does: "tensorflow too", "same story please". */
const AFTERWORD = /^(?:[\w'.-]+ ){1,5}(?:too|as well|pls|please|instead|then)[\s?!.]*$/;
const TROUBLE =
  /\b(?:errors?|exceptions?|traceback|stack ?trace|fail(?:s|ed|ing|ure)?|crash(?:es|ed|ing)?|segfaults?|segmentation fault|broken|breaks|not working|n[o']t work(?:ing)?|doesnt work|won't (?:start|load|install|import|build)|can't (?:install|import|find|load|build|open)|cannot (?:install|import|find|load|build|open)|unable to|no (?:module|matching|such|attribute)|not found|undefined|unexpected|got an unexpected|expected .* (?:but|got|to)|mismatch|invalid|deprecat(?:ed|ion) warning|warnings?|hangs|stuck|freezes|out of memory|oom|nan\b|valueerror|typeerror|runtimeerror|importerror|keyerror|attributeerror|indexerror|modulenotfounderror|cublas|undefined symbol|no gradients?|what'?s wrong|why (?:is|does|do) my\b|troubleshoot(?:ing)? (?:my|this)|returns? (?:none|nan|zero|wrong)|doesn't (?:work|learn|converge|train|recognise|recognize|detect|see|match)|not (?:learning|converging|detected|recognized|recognised|available|found|callable|defined|match(?:ing)?|implemented|compatible|subscriptable|iterable)|fix\b|solve\b|resolve\b|after (?:updating|upgrading|installing|reinstall))\b/;
const STEPS =
  /\b(?:how (?:do|can|would|should|could) (?:i|we|you|one) (?!get at|decide|choose|pick|know which)|how to|what(?:'s| is) the (?:right |best |proper |correct |easiest )?way to|is there (?:a|any) (?:function|method|flag|parameter|argument|option) (?:to|for|of|that)|how many (?!stars|forks|people|users|companies|frameworks|releases|gpus|papers)\w+|(?:what|which|good|right|best) (?:learning rate|batch size|value|number|weight decay|optimi[sz]er|activation|loss)\b|best way to|proper way|correct way|writing a|implement(?:ing)? (?:a|an|my|the|custom)|what does \S+ (?:do|mean|return)\b|convert (?:a|my|from|between)|steps to|tutorial (?:on|for))/;

const RIVALS = /\b([a-z0-9+#.-]+) (?:vs\.?|versus|or) (?:the |a |an )?([a-z0-9+#.-]+)/;
const COMPARES =
  /\b(?:vs|versus|compar\w+|which (?:one|is|framework|library|of|has|do|does|would|should|to|for|side|tool)|either|both|the two|than|better|worse|best|differ\w*|advantages?|disadvantages?|pros|cons|prefer\w*|instead of|alternatives?|worth|switch\w*|mov(?:e|ing) (?:from|to|over)|migrat\w+|choose|choosing|pick|should (?:i|we)|frameworks?|librar(?:y|ies))\b/;
/** Identifiers with underscores or calls, figures with units, error codes, file names; not years, versions or "2x". */
const SPECIFIC =
  /\b[a-z]+(?:_[a-z0-9]+)+\b|\w+\(|\b\w+\.(?:py|dll|so|json|yaml|csv|txt|sh|h5|pt|pth|pb|onnx)\b|\b\d{1,3} (?:epochs?|layers?|classes|inputs?|outputs?|samples?|images?|steps?|batches|minutes?|workers?|ranks?)\b|\b\d+(?:\.\d+)? ?(?:gb|mb|gib|mib|b|m|k)\b|\bpatience \d+|\b\w+error\b|\b[a-z]+:\d+\b/g;

/** Manner shows in the first lines; what follows them in a long paste is not read. */
const MOST_READ = 1500;

/** Faces as Slack writes them and as keyboards do, and the words for them. */
const LAUGH =
  /:(?:joy|rofl|laughing|sweat_smile|smile|grin|skull|popcorn|clown_face|upside_down_face|see_no_evil|stuck_out_tongue\w*|face_with_rolling_eyes)\w*:|[😂🤣😆😅😄😁🙃💀🍿🤡🙄😜]|\b(?:lol|lmao|rofl|haha\w*|hehe)\b|(?:^|\s)\/s\s*$/iu;

/** Reads the manner of a message from its plain text, and from what was typed the faces, which are no text. */
export function mannerOf(plain: string, typed = plain): Manner {
  return new MannerOfText(plain.slice(0, MOST_READ).toLowerCase(), typed);
}

/** Each part is read when it is asked for: most questions need few of them. */
class MannerOfText implements Manner {
  constructor(
    private readonly text: string,
    private readonly typed: string,
  ) {}

  get asks(): boolean {
    return (
      this.text.includes('?') ||
      INTERROGATIVE.test(this.text) ||
      ORDER.test(this.text) ||
      FRAGMENT.test(this.text) ||
      AFTERTHOUGHT.test(this.text)
    );
  }

  get continues(): boolean {
    return CONTINUATION.test(this.text) || AFTERWORD.test(this.text);
  }

  get laughs(): boolean {
    return LAUGH.test(this.typed.slice(0, MOST_READ));
  }

  get troubled(): boolean {
    return TROUBLE.test(this.text) || STEPS.test(this.text);
  }

  get compares(): boolean {
    return COMPARES.test(this.text);
  }

  get rivals(): readonly string[] {
    return RIVALS.exec(this.text)?.slice(1, 3) ?? [];
  }

  get specifics(): number {
    return (this.text.match(SPECIFIC) ?? []).length;
  }
}
