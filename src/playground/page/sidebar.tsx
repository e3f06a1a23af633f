import type { PageState } from '../page-state.ts';
import type { Person } from '../wire.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { channelTitle, type PageChannel } from './names.ts';

interface SidebarProps {
  readonly state: PageState;
  readonly me: Person;
  readonly current: string;
  readonly unread: ReadonlySet<string>;
  readonly onOpen: (channelId: string) => void;
  readonly onActAs: (personId: string) => void;
}

/** Channels, direct messages, the bot, and who one is. */
export function Sidebar({ state, me, current, unread, onOpen, onActAs }: SidebarProps) {
  const mine = state.channels.filter((channel) => channel.members.includes(me.id));
  const rooms = mine.filter((channel) => channel.kind === 'public' || channel.kind === 'private');
  const groups = mine.filter((channel) => channel.kind === 'mpim');
  const app = mine.filter((channel) => channel.kind === 'im');
  const link = (channel: PageChannel) => (
    <li key={channel.id}>
      <button
        type="button"
        className="room"
        aria-current={channel.id === current ? 'page' : undefined}
        data-unread={unread.has(channel.id) || undefined}
        onClick={() => onOpen(channel.id)}
      >
        {channel.kind === 'im' ? (
          <Avatar person={state.bot} small />
        ) : (
          <Icon name={channel.kind === 'public' ? 'hash' : channel.kind === 'private' ? 'lock' : 'group'} />
        )}
        <span className="room-name">{channelTitle(state, channel, me).replace(/^#/, '')}</span>
        {channel.kind === 'private' && <span className="hidden">(private)</span>}
        {unread.has(channel.id) && <span className="hidden">, unread</span>}
      </button>
    </li>
  );
  return (
    <>
      <h1 className="team">{state.team}</h1>
      <div className="you">
        <Avatar person={me} />
        <label htmlFor="you">You are</label>
        <select id="you" value={me.id} onChange={(event) => onActAs(event.target.value)}>
          {state.people
            .filter((person) => !person.isBot)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.realName}
              </option>
            ))}
        </select>
      </div>
      <nav aria-label="Channels and messages" className="rooms">
        <h2>Channels</h2>
        <ul>{rooms.map(link)}</ul>
        {groups.length > 0 && <h2>Direct messages</h2>}
        <ul>{groups.map(link)}</ul>
        <h2>Apps</h2>
        <ul>{app.map(link)}</ul>
      </nav>
      <p className="local-note">Everything here stays on this machine. Nothing is sent to Slack or anywhere else.</p>
    </>
  );
}
