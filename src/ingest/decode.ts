import { IngestError } from './errors.ts';

/** A long article is 100 kB; the rest is room for the markup of a saved page. */
export const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The text of a file. UTF-8, or UTF-16 where its byte-order mark says so; anything else is refused rather than guessed.
 * @throws IngestError when the file is too large, binary, not UTF-8 or empty.
 */
export function decode(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > MOST_BYTES) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    throw new IngestError(
      'INGEST_TOO_LARGE',
      `${file} is ${size} MB, more than the ${MOST_BYTES / 1024 / 1024} MB an article may have. Save the page without its images, or cut the file.`,
    );
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = decodeAs(encoding, bytes, file);
  if (text.includes('\0')) {
    throw new IngestError(
      'INGEST_NOT_TEXT',
      `${file} is a binary file. Give the article as Markdown, HTML or plain text.`,
    );
  }
  if (text.trim() === '') {
    throw new IngestError('INGEST_EMPTY', `${file} is empty. Copy the article's text into it first.`);
  }
  return text;
}

function decodeAs(encoding: string, bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new IngestError(
      'INGEST_NOT_TEXT',
      `${file} is not UTF-8 text${placeOfFault(bytes)}. Save it as UTF-8 (in most editors: "Save with encoding"), then try again.`,
      { cause },
    );
  }
}

/** The line of the first byte that is no UTF-8, so that a stray one can be found in an editor. */
function placeOfFault(bytes: Uint8Array): string {
  const sound = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? '';
  const line = sound.split('\n').length;
  return `: the first odd byte is on line ${line}`;
}
