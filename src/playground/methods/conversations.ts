import { type Channel, type Dict, onTheWire, type WireMessage } from '../wire.ts';
import type { Workspace } from '../workspace.ts';
import { channelBotIsIn, findChannel, scopeFor } from './access.ts';
import { ApiRefusal, flagArg, type Method, neededArg, textArg } from './method.ts';

const historyScope: Method['scopes'] = (args, context) => scopeFor(textArg(args, 'channel'), 'history', context);

const replies: Method = {
  scopes: historyScope,
  token: 'bot',
  run(args, context) {
    const { workspace } = context;
    const channel = channelBotIsIn(textArg(args, 'channel'), context);
    const asked = workspace.message(channel.id, neededArg(args, 'ts'));
    if (!asked) throw new ApiRefusal('thread_not_found');
    // Slack takes the ts of a reply too, and then gives only that reply.
    const parent = asked.thread_ts === undefined || asked.thread_ts === asked.ts ? asked : undefined;
    const found = parent ? workspace.replies(channel.id, parent.ts).filter((one) => within(one, args)) : [asked];
    const { page, more } = paged(found, args);
    const first = parent && textArg(args, 'cursor') === undefined ? [parent] : [];
    return { messages: [...first, ...page].map((one) => shown(one, workspace, args)), ...more };
  },
};

const history: Method = {
  scopes: historyScope,
  token: 'bot',
  run(args, context) {
    const { workspace } = context;
    const channel = channelBotIsIn(textArg(args, 'channel'), context);
    const found = workspace
      .messages(channel.id)
      .filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts || one.subtype === 'thread_broadcast')
      .filter((one) => within(one, args))
      .toReversed();
    const { page, more } = paged(found, args);
    return { messages: page.map((one) => shown(one, workspace, args)), ...more, pin_count: 0 };
  },
};

const info: Method = {
  scopes: (args, context) => scopeFor(textArg(args, 'channel'), 'read', context),
  token: 'bot',
  run(args, context) {
    const channel = findChannel(textArg(args, 'channel'), context);
    const member = channel?.members.has(context.workspace.bot.id);
    if (!channel || (channel.kind !== 'public' && !member)) throw new ApiRefusal('channel_not_found');
    return { channel: { ...conversation(channel, context.workspace), is_member: member } };
  },
};

const open: Method = {
  scopes: () => ['im:write', 'mpim:write'],
  token: 'bot',
  run(args, context) {
    const users = neededArg(args, 'users').split(',');
    const [user = ''] = users;
    if (users.length > 1) throw new ApiRefusal('method_not_supported_for_channel_type');
    if (!context.workspace.people.has(user)) throw new ApiRefusal('user_not_found');
    return { channel: { id: context.workspace.directMessages(user).id } };
  },
};

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.replies': replies,
  'conversations.history': history,
  'conversations.info': info,
  'conversations.open': open,
};

function within(message: WireMessage, args: Dict): boolean {
  const oldest = textArg(args, 'oldest') ?? '0';
  const latest = textArg(args, 'latest') ?? '9999999999.999999';
  const inclusive = flagArg(args, 'inclusive') && (message.ts === oldest || message.ts === latest);
  return inclusive || (message.ts > oldest && message.ts < latest);
}

function paged(all: readonly WireMessage[], args: Dict): { page: readonly WireMessage[]; more: Dict } {
  const limit = Math.min(Number(textArg(args, 'limit') ?? 100), 999);
  const start = Number(textArg(args, 'cursor')?.replace('next:', '') ?? 0);
  const end = start + limit;
  const has_more = end < all.length;
  const response_metadata = { next_cursor: has_more ? `next:${end}` : '' };
  return { page: all.slice(start, end), more: { has_more, response_metadata } };
}

/** A stored message as read back: a parent carries what Slack knows of its thread, metadata comes only when asked for. */
function shown(message: WireMessage, workspace: Workspace, args: Dict): Dict {
  const { metadata, ...rest } = onTheWire(message);
  const thread = workspace.replies(message.channel, message.ts);
  const last = thread.at(-1);
  return {
    ...rest,
    ...(metadata !== undefined && flagArg(args, 'include_all_metadata') ? { metadata } : {}),
    ...(last === undefined
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: thread.length,
          reply_users: [...new Set(thread.map((one) => one.user))],
          latest_reply: last.ts,
        }),
  };
}

function conversation(channel: Channel, workspace: Workspace): Dict {
  const other = [...channel.members].find((id) => id !== workspace.bot.id);
  return {
    id: channel.id,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    ...(channel.kind === 'im' ? { user: other } : { name: channel.name }),
  };
}
