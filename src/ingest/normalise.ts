/**
 * One spelling for what browsers spell in many ways: line ends, quotes, spaces. Line numbers stay those of the source.
 * Control characters and lone surrogates go, for YAML cannot hold them.
 */
export function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"')
    .replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\ufe0f/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** A text on one line, single-spaced. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
