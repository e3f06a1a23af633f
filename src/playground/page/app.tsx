import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask } from './api.ts';
import { ChannelView } from './channel-view.tsx';
import type { ComposerHandle } from './composer.tsx';
import { useMedia, type Viewer, ViewerProvider } from './context.ts';
import { Icon } from './icons.tsx';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useUnread } from './use-unread.ts';
import { useWorkspace } from './use-workspace.ts';

/** The whole page: channels at the side, one conversation in the middle, a thread beside it. */
export function App() {
  const { state, connection } = useWorkspace();
  const [actingAs, setActingAs] = useState<string>();
  const [open, setOpen] = useState('C0MLPLATFORM');
  const [thread, setThread] = useState<string>();
  const [tab, setTab] = useState<'home' | 'messages'>('home');
  const [drawer, setDrawer] = useState(false);
  const [notice, setNotice] = useState('');
  const narrow = useMedia('(max-width: 760px)');
  const composer = useRef<ComposerHandle>(null);
  const sidebar = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);

  const me = state?.people.find((person) => person.id === actingAs) ?? state?.people.find((person) => !person.isBot);
  const mine = state?.channels.filter((channel) => me && channel.members.includes(me.id)) ?? [];
  const channel = mine.find((one) => one.id === open) ?? mine[0];
  const atHome = channel?.kind === 'im' && tab === 'home';
  const unread = useUnread(state, me?.id, atHome ? undefined : channel?.id);
  const viewer = useMemo<Viewer | undefined>(() => state && me && { state, me, notify: setNotice }, [state, me]);

  const myId = me?.id;
  const appTab = channel?.kind === 'im' ? tab : undefined;
  useEffect(() => {
    if (myId && appTab) ask('home', { by: myId, tab: appTab }).catch(() => undefined);
  }, [myId, appTab]);

  useEffect(() => {
    if (notice === '') return;
    const timer = setTimeout(() => setNotice(''), 6000);
    return () => clearTimeout(timer);
  }, [notice]);

  const drawerOpen = narrow && drawer;
  useEffect(() => {
    if (!drawerOpen) return;
    sidebar.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setDrawer(false);
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [drawerOpen]);

  const openThread = useCallback((ts: string) => {
    opener.current = document.activeElement;
    setThread(ts);
  }, []);
  const closeThread = () => {
    setThread(undefined);
    // After the channel is back: on a narrow screen it was hidden until now.
    requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus());
  };
  const go = (channelId: string) => {
    setOpen(channelId);
    setThread(undefined);
    setDrawer(false);
  };

  if (!viewer || !channel || !myId) {
    return <p className="loading">{connection === 'lost' ? 'The local workspace is not running.' : 'Opening …'}</p>;
  }
  return (
    <ViewerProvider value={viewer}>
      <a className="skip" href="#main">
        Skip to messages
      </a>
      <div className="app" data-thread={thread !== undefined || undefined} data-drawer={drawerOpen || undefined}>
        <div className="sidebar" ref={sidebar}>
          <Sidebar
            state={viewer.state}
            me={viewer.me}
            current={channel.id}
            unread={unread}
            onOpen={go}
            onActAs={(id) => {
              setActingAs(id);
              setThread(undefined);
            }}
          />
          <button
            type="button"
            className="icon-button drawer-close"
            aria-label="Close"
            onClick={() => setDrawer(false)}
          >
            <Icon name="close" />
          </button>
        </div>
        {drawerOpen && <div className="backdrop" aria-hidden="true" onPointerDown={() => setDrawer(false)} />}
        <ChannelView
          inert={drawerOpen}
          channel={channel}
          tab={tab}
          unread={unread.has(channel.id)}
          onTab={setTab}
          onReply={openThread}
          onMenu={() => setDrawer(true)}
          composer={composer}
        />
        {thread !== undefined && <ThreadPane channel={channel} ts={thread} onClose={closeThread} />}
      </div>
      <div className="notices" role="status">
        {connection === 'lost' && <p>The connection to the local workspace is lost; trying again …</p>}
        {notice && <p>{notice}</p>}
      </div>
    </ViewerProvider>
  );
}
