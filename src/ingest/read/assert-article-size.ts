import type { Piece } from '../article.ts';
import { IngestError } from '../errors.ts';
import type { Format } from '../format.ts';

/** A long article has a few hundred paragraphs and a few dozen headings; beyond this it is a book or a data file. */
export const MOST_PARTS = 20_000;
export const MOST_HEADINGS = 500;

/** @throws IngestError for what is far too large to be looked over by a person, topic by topic. */
export function assertArticleSize(pieces: readonly Piece[], file: string): void {
  const headings = pieces.filter((piece) => piece.kind === 'heading').length;
  const parts = pieces.reduce((sum, piece) => sum + partsOf(piece), 0);
  const what =
    headings > MOST_HEADINGS
      ? `${headings} headings`
      : parts > MOST_PARTS
        ? `${parts} paragraphs and items`
        : undefined;
  if (what === undefined) return;
  throw new IngestError(
    'INGEST_TOO_LARGE',
    `${file} has ${what}, more than an article has (${MOST_HEADINGS} and ${MOST_PARTS}). Cut it into articles, and feed in one at a time.`,
  );
}

function partsOf(piece: Piece): number {
  if (piece.kind === 'list') return piece.items.length;
  if (piece.kind === 'table') return piece.rows.reduce((sum, row) => sum + row.cells.length, piece.header.length);
  return 1;
}

/** How many characters each reader takes in a few seconds. Half a million are a book; a page is mostly markup. */
export const MOST_CHARACTERS: Readonly<Record<Format, number>> = {
  text: 1_000_000,
  markdown: 500_000,
  html: 4_000_000,
};

const MOST_LINES = 20_000;

/** @throws IngestError for a text that is no article by its length alone. */
export function assertTextSize(text: string, format: Format, file: string): void {
  const most = MOST_CHARACTERS[format];
  // The parser's time grows with lines and with quotes within quotes far more than with characters.
  if (format === 'markdown' && (text.match(/\n/g)?.length ?? 0) > MOST_LINES) {
    throw new IngestError(
      'INGEST_TOO_LARGE',
      `${file} has more than ${MOST_LINES} lines. Cut it into articles, and feed in one at a time.`,
    );
  }
  if (format === 'markdown' && /^(?:[ \t]*>){40}/m.test(text)) {
    throw new IngestError('INGEST_TOO_DEEP', `${file} quotes quotes 40 deep. Remove the ">" marks and try again.`);
  }
  if (text.length <= most) return;
  throw new IngestError(
    'INGEST_TOO_LARGE',
    `${file} has ${text.length} characters, more than the ${most} that are read as ${format}. Cut it into articles, and feed in one at a time.`,
  );
}
