import { useState } from 'react';
import type { WireMessage } from '../wire.ts';
import { ask } from './api.ts';
import { useViewer } from './context.ts';
import { asTyped } from './names.ts';

/** A message being edited. Enter saves, Escape leaves it as it was. */
export function EditBox({ message, onDone }: { readonly message: WireMessage; readonly onDone: () => void }) {
  const { state, notify } = useViewer();
  const [text, setText] = useState(() => asTyped(state, message.text));
  const save = () => {
    const said = text.trim();
    if (said === '') return;
    ask('edit', { channel: message.channel, ts: message.ts, text: said }).catch((error: Error) =>
      notify(error.message),
    );
    onDone();
  };
  return (
    <form
      className="edit-box"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        aria-label="Edit message"
        ref={(box) => box?.focus()}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
          } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            save();
          }
        }}
      />
      <div className="block-actions">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className="button" data-style="primary">
          Save
        </button>
      </div>
    </form>
  );
}
