import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Ephemeral, WireMessage } from '../wire.ts';
import { ask } from './api.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks/blocks.tsx';
import { Mrkdwn } from './blocks/slack-text.tsx';
import { useViewer } from './context.ts';
import { EditBox } from './edit-box.tsx';
import { Icon } from './icons.tsx';
import { clockTime, fullTime, personOf, timeOf } from './names.ts';

export type Item =
  | { readonly kind: 'message'; readonly message: WireMessage; readonly replies: readonly WireMessage[] }
  | { readonly kind: 'ephemeral'; readonly message: Ephemeral };

interface ItemProps {
  readonly item: Item;
  /** The same author a moment before: the name is not repeated to the eye. */
  readonly follows: boolean;
  readonly onReply?: ((ts: string) => void) | undefined;
}

/** One message with its author, time, blocks and what can be done with it. */
export const MessageItem = memo(function MessageItem({ item, follows, onReply }: ItemProps) {
  const { state, me, notify } = useViewer();
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { message } = item;
  const author = personOf(state, item.kind === 'ephemeral' ? item.message.from : item.message.user);
  const subtype = item.kind === 'message' ? item.message.subtype : undefined;
  const note = subtype === 'channel_join' || subtype === 'channel_leave' || subtype === 'tombstone';
  const own = item.kind === 'message' && author.id === me.id && !note;
  const time = timeOf(message.ts);
  const quiet = (work: Promise<unknown>) => void work.catch((error: Error) => notify(error.message));

  // The focus does not vanish with what had it: the list takes it.
  useLayoutEffect(() => {
    const here = row.current;
    return () => {
      if (here?.contains(document.activeElement)) focusList(here);
    };
  }, []);

  return (
    <li
      ref={row}
      className="message"
      data-follows={follows || undefined}
      data-kind={item.kind}
      data-note={note || undefined}
    >
      {follows ? <span className="avatar-gap" /> : <Avatar person={author} />}
      <div className="message-body">
        {item.kind === 'ephemeral' && (
          <p className="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        <div className={follows ? 'hidden' : 'message-head'}>
          <b>{author.isBot ? author.name : author.realName}</b>
          {author.isBot && <span className="badge">App</span>}
          <time dateTime={time.toISOString()} title={fullTime.format(time)}>
            {clockTime.format(time)}
          </time>
        </div>
        {editing && item.kind === 'message' ? (
          <EditBox
            message={item.message}
            onDone={() => {
              setEditing(false);
              if (row.current) focusList(row.current);
            }}
          />
        ) : author.isBot && message.blocks && message.blocks.length > 0 ? (
          <Blocks blocks={message.blocks} on={message} />
        ) : (
          <Mrkdwn text={message.text} />
        )}
        {item.kind === 'message' && item.message.edited && !note && <span className="edited">(edited)</span>}
        {item.kind === 'message' && onReply && item.replies.length > 0 && (
          <button type="button" className="replies" onClick={() => onReply(message.ts)}>
            {[...new Set(item.replies.map((reply) => reply.user))].slice(0, 3).map((id) => (
              <Avatar key={id} person={personOf(state, id)} small />
            ))}
            <span>{item.replies.length === 1 ? '1 reply' : `${item.replies.length} replies`}</span>
          </button>
        )}
        {item.kind === 'ephemeral' && (
          <button type="button" className="link" onClick={() => quiet(ask('dismiss', { ts: message.ts }))}>
            Dismiss message
          </button>
        )}
      </div>
      {item.kind === 'message' && !editing && (own || onReply) && !note && (
        <div className="message-tools">
          {onReply && (
            <button
              type="button"
              title="Reply in thread"
              aria-label="Reply in thread"
              onClick={() => onReply(message.ts)}
            >
              <Icon name="reply" />
            </button>
          )}
          {own && (
            <button type="button" title="Edit message" aria-label="Edit message" onClick={() => setEditing(true)}>
              <Icon name="edit" />
            </button>
          )}
          {own && (
            <button
              type="button"
              title="Delete message"
              aria-label="Delete message"
              onClick={() => quiet(ask('remove', { channel: message.channel, ts: message.ts }))}
            >
              <Icon name="trash" />
            </button>
          )}
        </div>
      )}
    </li>
  );
});

function focusList(message: HTMLElement): void {
  message.closest<HTMLElement>('[role="log"]')?.focus();
}
