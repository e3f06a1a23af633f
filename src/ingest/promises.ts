import type { Block, Remark } from './article.ts';
import { sentences } from './sentences.ts';

/**
 * "Here is a comparison:" with no comparison under it: the sentence goes, the remark stays. Two blank lines or more
 * between paragraphs are where a browser left out something that is no text.
 */
export function checkPromises(blocks: readonly Block[], remarks: Remark[], gapsTell: boolean): readonly Block[] {
  return blocks.flatMap((block, at): readonly Block[] => {
    const next = blocks[at + 1];
    if (block.kind !== 'paragraph') return [block];
    if (!block.text.endsWith(':') || keeps(next)) {
      if (gapsTell) remarks.push(...gapAfter(block, next));
      return [block];
    }
    const said = sentences(block.text);
    const place = { first: block.place.last, last: block.place.last };
    remarks.push({ kind: 'promise', place, says: `left out, for what it announces is missing: "${said.at(-1)}"` });
    const text = said.slice(0, -1).join(' ');
    return text === '' ? [] : [{ ...block, text }];
  });
}

/** Whether the block is what a colon above it can announce. */
function keeps(next: Block | undefined): boolean {
  if (!next) return false;
  if (next.kind === 'table') return next.rows.length > 0;
  return next.kind === 'list' || next.kind === 'code' || (next.kind === 'paragraph' && next.text.endsWith(':'));
}

function gapAfter(block: Block, next: Block | undefined): readonly Remark[] {
  if (next?.kind !== 'paragraph' || next.place.first - block.place.last <= 2) return [];
  const place = { first: block.place.last + 1, last: next.place.first - 1 };
  return [{ kind: 'gap', place, says: 'blank lines where the page may have had an image, a table or a heading' }];
}
