import type { WireBlock } from '../../wire.ts';
import { Blocks, type Surface } from './blocks.tsx';
import { blocksIn, plain } from './read.ts';

/** A framed group; one that folds is a native disclosure, so keyboards and screen readers know it. */
export function Container({ block, on }: { readonly block: WireBlock; readonly on: Surface }) {
  const title = plain(block.rich_text_title ?? block.title);
  const subtitle = block.subtitle === undefined ? undefined : plain(block.subtitle);
  const head = (
    <>
      <span className="container-title">{title}</span>
      {subtitle && <span className="container-subtitle">{subtitle}</span>}
    </>
  );
  const children = <Blocks blocks={blocksIn(block.child_blocks)} on={on} />;
  if (block.is_collapsible === true) {
    return (
      <details className="block-container" open={block.default_collapsed !== true}>
        <summary>{head}</summary>
        {children}
      </details>
    );
  }
  return (
    <section className="block-container" aria-label={title}>
      <div className="container-head" data-ruled={block.has_header_divider || undefined}>
        {head}
      </div>
      {children}
    </section>
  );
}
