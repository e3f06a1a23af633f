import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ask } from './api.ts';
import { completionAt } from './completion.ts';
import { useViewer } from './context.ts';
import { Icon } from './icons.tsx';

export interface ComposerHandle {
  /** Puts a text into the box and the caret behind it. */
  fill(text: string): void;
  focus(): void;
}

interface ComposerProps {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly label: string;
  readonly ref?: Ref<ComposerHandle>;
}

/** Where people type. Enter sends, Shift+Enter begins a line; `/` and `@` offer completions. */
export function Composer({ channel, thread, label, ref }: ComposerProps) {
  const { state, me, notify } = useViewer();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [closed, setClosed] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();

  const completion = closed ? undefined : completionAt(text, caret, state, thread !== undefined);
  const chosen = completion?.choices[Math.min(active, completion.choices.length - 1)];

  const put = (next: string, at: number) => {
    // Before the next key: later, the caret would jump away from what a fast typist goes on with.
    flushSync(() => {
      setText(next);
      setCaret(at);
      setActive(0);
      setClosed(false);
    });
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  };
  useImperativeHandle(ref, () => ({ fill: (next) => put(next, next.length), focus: () => box.current?.focus() }));

  const send = () => {
    const said = text.trim();
    if (said === '') return;
    setText('');
    setCaret(0);
    ask('say', { by: me.id, channel, text: said, thread_ts: thread }).catch((error: Error) => {
      notify(error.message);
      setText(said);
    });
  };
  const choose = (insert: string) => {
    if (completion) put(text.slice(0, completion.from) + insert + text.slice(caret), completion.from + insert.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (completion && chosen) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const count = completion.choices.length;
      if (step !== 0) setActive((Math.min(active, count - 1) + step + count) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen.insert);
      else if (event.key === 'Escape') setClosed(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {completion && (
        <div className="completion" id={listId} role="listbox" aria-label="Suggestions">
          {completion.choices.map((choice) => (
            <div
              key={choice.label}
              id={`${listId}-${choice.label}`}
              role="option"
              tabIndex={-1}
              aria-selected={choice === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(choice.insert);
              }}
            >
              <b>{choice.label}</b> <span>{choice.detail}</span>
            </div>
          ))}
        </div>
      )}
      <textarea
        ref={box}
        rows={1}
        value={text}
        aria-label={label}
        placeholder={label}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={completion !== undefined}
        aria-controls={completion ? listId : undefined}
        aria-activedescendant={completion && chosen ? `${listId}-${chosen.label}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
          setClosed(false);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setClosed(true)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="send" disabled={text.trim() === ''}>
        <Icon name="send" />
        <span className="hidden">Send</span>
      </button>
    </form>
  );
}
