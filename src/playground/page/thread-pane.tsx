import { useEffect, useRef } from 'react';
import { Composer, type ComposerHandle } from './composer.tsx';
import { useViewer } from './context.ts';
import { Icon } from './icons.tsx';
import { threadItems } from './items.ts';
import { MessageItem } from './message-item.tsx';
import { MessageList } from './message-list.tsx';
import { channelTitle, type PageChannel } from './names.ts';

interface ThreadProps {
  readonly channel: PageChannel;
  readonly ts: string;
  readonly onClose: () => void;
}

/** The thread beside its channel; on a narrow screen it takes the channel's place. Escape closes it. */
export function ThreadPane({ channel, ts, onClose }: ThreadProps) {
  const { state, me } = useViewer();
  const composer = useRef<ComposerHandle>(null);
  // The thread's own box takes the focus when another thread opens.
  useEffect(() => {
    if (ts) composer.current?.focus();
  }, [ts]);
  const head = state.messages.find((message) => message.channel === channel.id && message.ts === ts);
  const replies = threadItems(state, channel.id, ts, me.id);
  const count = replies.filter((one) => one.kind === 'message').length;
  return (
    <aside
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="pane-head">
        <h2>Thread</h2>
        <span className="pane-sub">{channelTitle(state, channel, me)}</span>
        <button type="button" className="icon-button" aria-label="Close thread" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList items={replies} label="Replies" since={head?.ts}>
        {head && (
          <ol>
            <MessageItem item={{ kind: 'message', message: head, replies: [] }} follows={false} />
          </ol>
        )}
        {count > 0 && <p className="reply-count">{count === 1 ? '1 reply' : `${count} replies`}</p>}
      </MessageList>
      <Composer ref={composer} channel={channel.id} thread={ts} label="Reply" />
    </aside>
  );
}
