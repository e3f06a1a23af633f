import { type RefObject, useMemo } from 'react';
import { ask } from './api.ts';
import { Composer, type ComposerHandle } from './composer.tsx';
import { useViewer } from './context.ts';
import { HomeTab } from './home-tab.tsx';
import { Icon } from './icons.tsx';
import { channelItems } from './items.ts';
import { MessageList } from './message-list.tsx';
import { channelTitle, type PageChannel } from './names.ts';
import { thingsToTry, Welcome } from './welcome.tsx';

interface ChannelViewProps {
  readonly channel: PageChannel;
  readonly tab: 'home' | 'messages';
  /** Messages came that were not looked at, for the Home tab is open. */
  readonly unread: boolean;
  readonly onTab: (tab: 'home' | 'messages') => void;
  readonly onReply: (ts: string) => void;
  readonly onMenu: () => void;
  /** Out of reach while the drawer lies over it. */
  readonly inert: boolean;
  readonly composer: RefObject<ComposerHandle | null>;
}

/** A channel, or the app's own place with its Home and Messages tabs. */
export function ChannelView({ channel, tab, unread, onTab, onReply, onMenu, inert, composer }: ChannelViewProps) {
  const { state, me, notify } = useViewer();
  const items = useMemo(() => channelItems(state, channel.id, me.id), [state, channel.id, me.id]);
  const title = channelTitle(state, channel, me);
  const isApp = channel.kind === 'im';
  const missing = !channel.members.includes(state.bot.id);
  return (
    <main className="channel" id="main" inert={inert}>
      <header className="pane-head">
        <button type="button" className="icon-button menu-button" aria-label="Channels and people" onClick={onMenu}>
          <Icon name="menu" />
        </button>
        <h2>{title}</h2>
        {!isApp && <span className="pane-sub">{channel.members.length} members</span>}
        {isApp && state.bot.homeTab && <Tabs tab={tab} unread={unread} onTab={onTab} />}
        {missing && (
          <button
            type="button"
            className="button"
            onClick={() =>
              ask('invite', { by: me.id, channel: channel.id }).catch((error: Error) => notify(error.message))
            }
          >
            Add {state.bot.name}
          </button>
        )}
      </header>
      {isApp && tab === 'home' ? (
        <HomeTab />
      ) : (
        <div className="panel" {...(isApp ? MESSAGES_PANEL : {})}>
          <MessageList key={`log-${channel.id}`} items={items} label={`Messages in ${title}`} onReply={onReply}>
            {items.length === 0 && (
              <Welcome
                botName={state.bot.name}
                suggestions={thingsToTry(state, isApp)}
                onTry={(text) => composer.current?.fill(text)}
              />
            )}
          </MessageList>
          <Composer key={`box-${channel.id}`} ref={composer} channel={channel.id} label={`Message ${title}`} />
        </div>
      )}
    </main>
  );
}

/** In the app's own place the conversation is one of two tabs. */
const MESSAGES_PANEL = { role: 'tabpanel', id: 'panel-messages', 'aria-labelledby': 'tab-messages' } as const;

function Tabs({ tab, unread, onTab }: Pick<ChannelViewProps, 'tab' | 'unread' | 'onTab'>) {
  const names = { home: 'Home', messages: 'Messages' } as const;
  const other = tab === 'home' ? 'messages' : 'home';
  return (
    <div className="tabs" role="tablist" aria-label="Pages of the app">
      {(['home', 'messages'] as const).map((one) => (
        <button
          key={one}
          id={`tab-${one}`}
          type="button"
          role="tab"
          aria-selected={tab === one}
          aria-controls={tab === one ? `panel-${one}` : undefined}
          tabIndex={tab === one ? 0 : -1}
          onClick={() => onTab(one)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
            onTab(other);
            document.getElementById(`tab-${other}`)?.focus();
          }}
        >
          {names[one]}
          {unread && one === 'messages' && (
            <span className="tab-unread">
              <span className="hidden">(unread)</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
