/** What every reader turns its format into. Nothing here knows of Markdown, HTML or YAML. */

/** First and last line in the source, 1-based, both inclusive. */
export interface Place {
  readonly first: number;
  readonly last: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly place: Place;
  readonly text: string;
}

export interface ListItem {
  readonly place: Place;
  readonly text: string;
}

export interface List {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly ListItem[];
}

export interface Table {
  readonly kind: 'table';
  readonly place: Place;
  readonly caption?: string;
  /** Empty when the source has lost it; the columns are then nobody's, for they are never guessed. */
  readonly header: readonly string[];
  /** Empty when the source has lost them. */
  readonly rows: readonly { readonly place: Place; readonly cells: readonly string[] }[];
}

export interface Code {
  readonly kind: 'code';
  readonly place: Place;
  readonly text: string;
  readonly language?: string;
}

/** An image never survives as text: only what it was called does. */
export interface Image {
  readonly kind: 'image';
  readonly place: Place;
  readonly alt: string;
}

export type Block = Paragraph | List | Table | Code | Image;

export interface Heading {
  readonly kind: 'heading';
  readonly place: Place;
  /** 1 is the article's title, where there is one. */
  readonly level: number;
  readonly text: string;
}

/** What a reader gives, in reading order. */
export type Piece = Heading | Block;

export interface ArticleSection {
  readonly title: string;
  readonly place: Place;
  /** Deeper than the article's sections: its topics belong to the section before it. */
  readonly part: boolean;
  readonly blocks: readonly Block[];
}

export const REMARK_KINDS = [
  'image',
  'table',
  'columns',
  'promise',
  'gap',
  'heading',
  'furniture',
  'link',
  'shortened',
  'code',
  'names',
] as const;

/** Something a curator must know: what is missing, what was left out, what could not be decided. */
export interface Remark {
  readonly kind: (typeof REMARK_KINDS)[number];
  readonly place: Place;
  readonly says: string;
}

export interface Article {
  readonly title?: string;
  readonly sections: readonly ArticleSection[];
  readonly missing: readonly Remark[];
}

/** `lines 12–30`, or `line 12`. */
export function printPlace({ first, last }: Place): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** From the start of the first to the end of the last; the places stand in reading order. */
export function around(first: Place, last: Place): Place {
  return { first: first.first, last: Math.max(first.last, last.last) };
}
