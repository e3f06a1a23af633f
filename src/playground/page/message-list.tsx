import { Fragment, useLayoutEffect, useRef } from 'react';
import { authorOf } from './items.ts';
import { type Item, MessageItem } from './message-item.tsx';
import { dayName, timeOf } from './names.ts';
import { SCROLLABLE } from './scrollable.ts';

interface ListProps {
  readonly items: readonly Item[];
  readonly label: string;
  readonly onReply?: ((ts: string) => void) | undefined;
  readonly children?: React.ReactNode;
}

const SAME_BREATH_S = 300;

/** Messages by time, the newest in view. New ones are read out by screen readers. */
export function MessageList({ items, label, onReply, children }: ListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const nearEnd = useRef(true);
  const newest = items.at(-1)?.message;
  // Follows the newest message, unless the reader has scrolled up to read.
  useLayoutEffect(() => {
    if (newest && nearEnd.current && frame.current) frame.current.scrollTop = frame.current.scrollHeight;
  }, [newest]);
  return (
    <div
      className="log"
      role="log"
      aria-live="polite"
      aria-label={label}
      {...SCROLLABLE}
      ref={frame}
      onScroll={({ currentTarget: box }) => {
        nearEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
      }}
    >
      {children}
      <ol>
        {items.map((item, index) => {
          const before = items[index - 1];
          const day = dayName.format(timeOf(item.message.ts));
          const newDay = !before || dayName.format(timeOf(before.message.ts)) !== day;
          const near = before && Number(item.message.ts) - Number(before.message.ts) < SAME_BREATH_S;
          const follows = !newDay && near === true && item.kind === before.kind && authorOf(item) === authorOf(before);
          return (
            <Fragment key={`${item.kind}-${item.message.ts}`}>
              {newDay && (
                <li className="day">
                  <span>{day}</span>
                </li>
              )}
              <MessageItem item={item} follows={follows} onReply={onReply} />
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}
