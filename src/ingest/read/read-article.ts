import type { Article } from '../article.ts';
import { assemble } from '../assemble.ts';
import { IngestError } from '../errors.ts';
import type { Format } from '../format.ts';
import { normalise } from '../normalise.ts';
import { readText } from '../text/read-text.ts';
import { assertArticleSize, assertTextSize } from './assert-article-size.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';

/**
 * An article of any format in the one form that drafts are made from.
 * @throws IngestError when there is nothing in it, or its markup is nested beyond measure.
 */
export function readArticle(text: string, format: Format, file: string): Article {
  assertTextSize(text, format, file);
  const article = guarded(normalise(text), format, file);
  if (article.sections.length === 0) {
    throw new IngestError(
      'INGEST_EMPTY',
      `${file} has no text that belongs to an article (read as ${format}). Check that it was copied whole, or name its format with --format.`,
    );
  }
  return article;
}

const READERS = { html: readHtml, markdown: readMarkdown, text: readText } as const;

function guarded(text: string, format: Format, file: string): Article {
  try {
    const { pieces, remarks } = READERS[format](text);
    assertArticleSize(pieces, file);
    return assemble(pieces, remarks, { gapsTell: format === 'text' });
  } catch (cause) {
    // The parsers follow nesting by calling themselves; ten thousand boxes in one another are no article.
    if (!(cause instanceof RangeError)) throw cause;
    throw new IngestError(
      'INGEST_TOO_DEEP',
      `${file} nests its markup too deeply to be read as ${format}. Save the article as plain text and try again.`,
      { cause },
    );
  }
}
