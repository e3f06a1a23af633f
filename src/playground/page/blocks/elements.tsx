import { useState } from 'react';
import { type Dict, isDict, type WireBlock } from '../../wire.ts';
import { ask } from '../api.ts';
import { useViewer } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Surface } from './blocks.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { dicts, plain, str } from './read.ts';

interface ElementProps {
  readonly element: Dict;
  readonly block_id: string;
  readonly on: Surface;
  /** The text of the section at whose side it stands: a menu has no name of its own. */
  readonly beside?: string | undefined;
}

export function ActionsRow({ block, on }: { readonly block: WireBlock; readonly on: Surface }) {
  return (
    <div className="block-actions" data-quiet={block.type === 'context_actions' || undefined}>
      {dicts(block.elements).map((element) => (
        <ElementView key={str(element.action_id)} element={element} block_id={str(block.block_id)} on={on} />
      ))}
    </div>
  );
}

/** A button, a menu or a pair of feedback buttons, which send `block_actions` to the app. */
export function ElementView({ element, block_id, on, beside }: ElementProps) {
  const { me, state, notify } = useViewer();
  const [asking, setAsking] = useState<{ readonly value: string | undefined }>();
  const [chosen, setChosen] = useState<string>();

  const send = async (value: string | undefined) => {
    setAsking(undefined);
    setChosen(value ?? '');
    const place = on === 'home' ? on : { channel: on.channel, ts: on.ts };
    try {
      const reply = await ask('click', { by: me.id, on: place, action_id: element.action_id, block_id, value });
      if (isDict(reply) && reply.ok === false) notify(`${state.bot.name} did not respond to that click.`);
    } catch (error) {
      notify(error instanceof Error ? error.message : 'The click did not arrive.');
    }
  };
  const click = (value: string | undefined) => (element.confirm ? setAsking({ value }) : void send(value));
  const value = typeof element.value === 'string' ? element.value : undefined;

  return (
    <>
      {element.type === 'button' && typeof element.url === 'string' ? (
        <LinkButton element={element} url={element.url} onClick={() => void send(value)} />
      ) : element.type === 'button' ? (
        <button
          type="button"
          className="button"
          data-style={element.style}
          aria-label={label(element)}
          onClick={() => click(value)}
        >
          {plain(element.text)}
        </button>
      ) : element.type === 'icon_button' ? (
        <button type="button" className="button" aria-label={label(element)} onClick={() => click(value)}>
          <Icon name="trash" /> {plain(element.text)}
        </button>
      ) : element.type === 'feedback_buttons' ? (
        <>
          <Feedback side={element.positive_button} icon="up" chosen={chosen} onClick={click} />
          <Feedback side={element.negative_button} icon="down" chosen={chosen} onClick={click} />
        </>
      ) : (
        <Menu element={element} beside={beside} onChoose={click} />
      )}
      {asking && (
        <ConfirmDialog
          confirm={element.confirm}
          onYes={() => void send(asking.value)}
          onNo={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

function label(element: Dict): string | undefined {
  return typeof element.accessibility_label === 'string' ? element.accessibility_label : undefined;
}

/** Slack tells the app of a click on a link button too. */
function LinkButton({ element, url, onClick }: { element: Dict; url: string; onClick: () => void }) {
  const safe = /^https?:/i.test(url) ? url : undefined;
  return (
    <a
      className="button"
      data-style={element.style}
      href={safe}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={label(element)}
      onClick={onClick}
    >
      {plain(element.text)}
    </a>
  );
}

interface FeedbackProps {
  readonly side: unknown;
  readonly icon: 'up' | 'down';
  readonly chosen: string | undefined;
  readonly onClick: (value: string) => void;
}

function Feedback({ side, icon, chosen, onClick }: FeedbackProps) {
  if (!isDict(side)) return null;
  const value = str(side.value);
  return (
    <button
      type="button"
      className="button"
      aria-label={label(side)}
      aria-pressed={chosen === value}
      onClick={() => onClick(value)}
    >
      <Icon name={icon} /> {plain(side.text)}
    </button>
  );
}

interface MenuProps extends Pick<ElementProps, 'element' | 'beside'> {
  readonly onChoose: (value: string) => void;
}

/** Every kind of choice is drawn as a plain menu: what the app hears is the same. */
function Menu({ element, beside, onChoose }: MenuProps) {
  const grouped = dicts(element.option_groups).flatMap((group) => dicts(group.options));
  const options = [...dicts(element.options), ...grouped];
  const placeholder = plain(element.placeholder) || (element.type === 'overflow' ? 'More actions' : 'Choose');
  const name = beside ? `${beside.replace(/[*_~`]/g, '')}: ${placeholder}` : placeholder;
  return (
    <select className="menu" aria-label={name} value="" onChange={(event) => onChoose(event.target.value)}>
      <option value="" disabled hidden>
        {placeholder}
      </option>
      {options.map((option) => (
        <option key={str(option.value)} value={str(option.value)}>
          {plain(option.text)}
        </option>
      ))}
    </select>
  );
}
