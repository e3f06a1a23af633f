import { useEffect, useRef } from 'react';
import { isDict } from '../../wire.ts';
import { plain } from './read.ts';

interface ConfirmProps {
  readonly confirm: unknown;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before a click is sent, where the app wished so. */
export function ConfirmDialog({ confirm, onYes, onNo }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  if (!isDict(confirm)) return null;
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="confirm-title" onClose={onNo}>
      <h2 id="confirm-title">{plain(confirm.title)}</h2>
      <p>{plain(confirm.text)}</p>
      <div className="block-actions">
        <button type="button" className="button" onClick={onNo}>
          {plain(confirm.deny)}
        </button>
        <button type="button" className="button" data-style={confirm.style ?? 'primary'} onClick={onYes}>
          {plain(confirm.confirm)}
        </button>
      </div>
    </dialog>
  );
}
