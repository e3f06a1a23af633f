import { Fragment, useEffect, useLayoutEffect, useRef } from 'react';
import { authorOf } from './items.ts';
import { type Item, MessageItem } from './message-item.tsx';
import { dayName, timeOf } from './names.ts';
import { SCROLLABLE } from './scrollable.ts';

interface ListProps {
  readonly items: readonly Item[];
  readonly label: string;
  readonly onReply?: ((ts: string) => void) | undefined;
  /** When what stands above the list was said: its day is not told again. */
  readonly since?: string | undefined;
  readonly children?: React.ReactNode;
}

const SAME_BREATH_S = 300;

/** Messages by time, the newest in view. New ones are read out by screen readers. */
export function MessageList({ items, label, onReply, since, children }: ListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const nearEnd = useRef(true);
  /** How far down the list has taken itself. */
  const followed = useRef(0);
  const newest = items.at(-1)?.message;
  // Follows the newest message, unless the reader has scrolled up to read.
  useLayoutEffect(() => {
    const box = frame.current;
    if (!newest || !nearEnd.current || !box) return;
    followed.current = newestIn(box);
    box.scrollTop = followed.current;
  }, [newest]);
  // What is drawn late, such as a chart, does not push the newest message out of view.
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (Math.abs(box.scrollTop - followed.current) > 2) return;
      followed.current = newestIn(box);
      box.scrollTop = followed.current;
    });
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      className="log"
      role="log"
      aria-live="polite"
      aria-label={label}
      {...SCROLLABLE}
      ref={frame}
      onScroll={({ currentTarget: box }) => {
        nearEnd.current = box.scrollTop > Math.min(followed.current, box.scrollHeight - box.clientHeight) - 80;
      }}
    >
      {children}
      <ol>
        {items.map((item, index) => {
          const before = items[index - 1];
          const day = dayName.format(timeOf(item.message.ts));
          const above = before?.message.ts ?? since;
          const newDay = above === undefined || dayName.format(timeOf(above)) !== day;
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

/** How far to scroll to see the newest message: to its end, or to its beginning when it is taller than the frame. */
function newestIn(box: HTMLElement): number {
  const end = box.scrollHeight - box.clientHeight;
  const newest = [...box.querySelectorAll('.message')].at(-1);
  if (!newest) return end;
  const begin = newest.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  return Math.max(0, Math.min(end, begin));
}
