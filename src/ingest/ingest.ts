import type { Remark } from './article.ts';
import { draftFolder } from './draft/draft-folder.ts';
import { comparedIn } from './draft/frameworks.ts';
import { type Format, formatOf } from './format.ts';
import { readArticle } from './read/read-article.ts';
import { renderFolder } from './write/render-yaml.ts';

export interface IngestRequest {
  /** The file's name, as the draft will cite it. */
  readonly file: string;
  readonly text: string;
  /** The day it was read, YYYY-MM-DD. */
  readonly today: string;
  /** Names of what is compared; left out, the title must say it. */
  readonly frameworks?: readonly string[] | undefined;
  readonly format?: Format | undefined;
}

export interface Ingested {
  /** The files of the draft by path, for example `sections/ease-of-use.yaml`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly title: string | undefined;
  readonly frameworks: readonly string[];
  /** In the order of the source: what is missing, what was left out, what is left to decide. */
  readonly remarks: readonly Remark[];
}

/**
 * Turns an article into a draft knowledge folder. Pure: the same text on the same day gives the same draft.
 * @throws IngestError when there is no article in the text, or nobody says what it compares.
 */
export function ingest(request: IngestRequest): Ingested {
  const { file, text, today } = request;
  const article = readArticle(text, request.format ?? formatOf(file, text), file);
  const frameworks = comparedIn(article, request.frameworks, file);
  const { folder, remarks } = draftFolder(article, frameworks, { file, today });
  const all = [...article.missing, ...remarks].sort((a, b) => a.place.first - b.place.first);
  return {
    texts: renderFolder(folder, all),
    title: article.title,
    frameworks: frameworks.map(({ name }) => name),
    remarks: all,
  };
}
