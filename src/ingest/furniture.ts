/** What surrounds an article on its page and says nothing about its subject. */

const FURNITURE: readonly RegExp[] = [
  /^skip to (?:main )?(?:content|navigation)$/i,
  /^(?:main )?menu$|^search(?: for:?)?$|^(?:close|toggle)(?: menu| navigation)?$/i,
  /^(?:share|tweet|pin|print|email|copy link|share (?:this|on\b.*)|follow us\b.*)$/i,
  /^(?:sign up|sign in|log ?in|subscribe|register)\b[^.]{0,40}$/i,
  /^(?:by|written by|posted by|author:) \p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]+){0,3}$/iu,
  /^(?:last )?(?:updated|published|posted|modified)(?: on)?:? .{0,20}\d{4}$/i,
  /^\d+ min(?:ute)?s?(?: read)?$/i,
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2},? \d{4}$/i,
  /^(?:previous|next|older|newer)(?: (?:post|article|page)s?)?:?$/i,
  /^(?:advertisement|sponsored(?: content)?|back to top|read more|show more|table of contents|on this page)$/i,
  /^we use cookies\b|^this (?:web)?site uses cookies\b|^accept (?:all )?cookies$/i,
  /^(?:copyright|©)\s.{0,80}$|^all rights reserved\.?$/i,
  /^[^.]{1,40}(?: [»›>] [^.]{1,80}){2,}$/,
  /^(?:your email address will not be published|required fields are marked)\b/i,
];

/** Where the page's own matter begins: below it stand readers' comments and forms, never the article. */
const AFTERWARDS: readonly RegExp[] = [
  /^join the (?:conversation|discussion)$/i,
  /^leave (?:a|your) (?:reply|comment)\b.{0,40}$/i,
  /^(?:post|add|write) a comment$/i,
  /^(?:\d+ )?(?:comments?|responses?|replies)(?: \(\d+\))?$/i,
  /^(?:related|recommended|more|popular|similar) (?:posts?|articles?|reading|stories)$/i,
  /^you (?:may|might) also (?:like|enjoy)\b.{0,20}$/i,
  /^about the author$/i,
];

export function isFurniture(text: string): boolean {
  return text.length <= 200 && FURNITURE.some((pattern) => pattern.test(text));
}

export function startsAfterwards(text: string): boolean {
  return text.length <= 80 && AFTERWARDS.some((pattern) => pattern.test(text));
}

/** A link's text that stands for an address which the copy has lost: "Training time (Source)". */
const STUB = /\((?:source|link|via|credit|image source|data source|click to enlarge)\)$/i;

/** The text without its link stub, or undefined when it has none. */
export function withoutStub(text: string): string | undefined {
  const stub = STUB.exec(text.slice(-40));
  return stub ? text.slice(0, -stub[0].length).trimEnd() : undefined;
}
