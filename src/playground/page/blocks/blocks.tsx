import type { Place, WireBlock } from '../../wire.ts';
import { Chart } from './chart.tsx';
import { Container } from './container.tsx';
import { DataTable } from './data-table.tsx';
import { ActionsRow, ElementView } from './elements.tsx';
import { dicts, keyed, plain, str } from './read.ts';
import { LibraryBlocks, Mrkdwn, OutsideLink } from './slack-text.tsx';
import { PlainTable } from './table.tsx';

/** What a click in these blocks belongs to. */
export type Surface = Place | 'home';

export function Blocks({ blocks, on }: { readonly blocks: readonly WireBlock[]; readonly on: Surface }) {
  // Slack shows a message's table last, wherever it stands.
  const order = [
    ...blocks.filter((block) => block.type !== 'table'),
    ...blocks.filter((block) => block.type === 'table'),
  ];
  return (
    <div className="blocks">
      {order.map((block) => (
        <BlockView key={block.block_id} block={block} on={on} />
      ))}
    </div>
  );
}

function BlockView({ block, on }: { readonly block: WireBlock; readonly on: Surface }) {
  switch (block.type) {
    case 'header':
      return <h3 className="block-header">{plain(block.text)}</h3>;
    case 'divider':
      return <hr className="block-divider" />;
    case 'section':
      return <Section block={block} on={on} />;
    case 'context':
      return (
        <div className="block-context">
          {keyed(dicts(block.elements)).map(({ key, thing: element }) =>
            element.type === 'image' ? (
              <ImageNote key={key} url={str(element.image_url)} alt={str(element.alt_text)} />
            ) : (
              <Mrkdwn key={key} text={plain(element)} />
            ),
          )}
        </div>
      );
    case 'actions':
    case 'context_actions':
      return <ActionsRow block={block} on={on} />;
    case 'image':
      return <ImageNote url={str(block.image_url)} alt={str(block.alt_text)} />;
    case 'table':
      return <PlainTable block={block} />;
    case 'data_table':
      return <DataTable block={block} />;
    case 'data_visualization':
      return <Chart block={block} />;
    case 'container':
      return <Container block={block} on={on} />;
    default:
      return <LibraryBlocks block={block} />;
  }
}

function Section({ block, on }: { readonly block: WireBlock; readonly on: Surface }) {
  const fields = dicts(block.fields);
  const [accessory] = dicts([block.accessory]);
  return (
    <div className="block-section">
      <div className="block-section-text">
        {block.text !== undefined && <Mrkdwn text={plain(block.text)} />}
        {fields.length > 0 && (
          <div className="block-fields">
            {keyed(fields).map(({ key, thing: field }) => (
              <Mrkdwn key={key} text={plain(field)} />
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && <ImageNote url={str(accessory.image_url)} alt={str(accessory.alt_text)} />}
      {accessory && accessory.type !== 'image' && (
        <ElementView element={accessory} block_id={str(block.block_id)} on={on} beside={plain(block.text)} />
      )}
    </div>
  );
}

/** The page loads nothing from outside, so an image is its description and a link to it. */
function ImageNote({ url, alt }: { readonly url: string; readonly alt: string }) {
  return (
    <span className="image-note">
      Image: <OutsideLink href={url}>{alt}</OutsideLink>
    </span>
  );
}
