import { type ArticleSection, around, type Block, printPlace, type Remark } from './article.ts';

const HAS_CLOSING =
  /\b(?:conclusions?|concluding|closing|summary|summing|wrap(?:ping)?[ -]up|final|takeaways?|verdict|bottom line|recap|tl;?dr|outlook|thoughts)\b/i;
const BEGINS =
  /^(?:in (?:conclusion|summary|short|closing)|to (?:conclude|sum up|summari[sz]e|wrap up|recap)|overall,|all in all|in the end,|ultimately,|finally, )/i;
const FAREWELL =
  /\b(?:i hope (?:this|that|these|it|you|walking|my)|hope (?:this|that) helps|let (?:me|us) know|thanks for reading|thank you for reading|any (?:other )?questions|happy (?:coding|running|hacking|building|training)|in the comments)\b/i;

/**
 * Cuts off the closing words of an article whose last heading has been lost: they begin at a gap in the last section
 * that a farewell follows, or at a paragraph that begins as closings do.
 */
export function cutClosing(
  sections: readonly ArticleSection[],
  gapsTell: boolean,
  remarks: Remark[],
): readonly ArticleSection[] {
  const last = sections.at(-1);
  if (!last || sections.length < 2 || last.part || HAS_CLOSING.test(last.title)) return sections;
  const at = closingAt(last.blocks, gapsTell);
  const [first, final] = [last.blocks[at], last.blocks.at(-1)];
  const before = last.blocks[at - 1];
  if (!first || !final || !before) return sections;
  const closing = {
    title: 'Closing',
    place: around(first.place, final.place),
    part: false,
    blocks: last.blocks.slice(at),
  };
  remarks.push({
    kind: 'heading',
    place: first.place,
    says: `the closing words (${printPlace(closing.place)}) have no heading; they became the section "Closing"`,
  });
  return [
    ...sections.slice(0, -1),
    { ...last, place: { ...last.place, last: before.place.last }, blocks: last.blocks.slice(0, at) },
    closing,
  ];
}

/** Where the closing begins; 0 when there is none, for a section keeps at least its first block. */
function closingAt(blocks: readonly Block[], gapsTell: boolean): number {
  const text = (block: Block | undefined): string => (block?.kind === 'paragraph' ? block.text : '');
  const begins = blocks.findIndex((block, at) => at > 0 && BEGINS.test(text(block)));
  if (begins > 0) return begins;
  const farewell = blocks.findLastIndex((block) => FAREWELL.test(text(block)));
  if (farewell < blocks.length - 2 || farewell < 1) return 0;
  if (!gapsTell) return farewell;
  const gap = blocks.findLastIndex(
    (block, at) => at > 0 && at <= farewell && gapAbove(blocks, at) >= 2 && block.kind === 'paragraph',
  );
  return gap > 0 ? gap : farewell;
}

function gapAbove(blocks: readonly Block[], at: number): number {
  const [above, block] = [blocks[at - 1], blocks[at]];
  return above && block ? block.place.first - above.place.last - 1 : 0;
}
