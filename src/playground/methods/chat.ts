import { type Dict, onTheWire, type WireMessage } from '../wire.ts';
import { APP_ID, TEAM, type Workspace } from '../workspace.ts';
import { channelBotIsIn, findChannel, threadFor } from './access.ts';
import { type Content, readContent } from './content.ts';
import { ApiRefusal, flagArg, type Method, type MethodContext, neededArg, textArg } from './method.ts';

const scopes = () => ['chat:write'];

const postMessage: Method = {
  scopes,
  token: 'bot',
  run(args, context) {
    const channel = channelToPostIn(textArg(args, 'channel'), context);
    const content = readContent(args, context.workspace);
    const parent = threadFor(context.workspace.channel(channel), textArg(args, 'thread_ts'), context);
    const broadcast = parent !== undefined && flagArg(args, 'reply_broadcast');
    const message = postAsBot(context.workspace, channel, content, {
      ...threadFields(parent),
      ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
    });
    context.track(context.events.posted(message));
    return { channel, ts: message.ts, message: onTheWire(message) };
  },
};

const update: Method = {
  scopes,
  token: 'bot',
  run(args, context) {
    const before = ownMessage(args, context, 'cant_update_message');
    const content = readContent(args, context.workspace);
    const { blocks: _, ...rest } = before;
    // Without blocks in the call Slack keeps the old ones only when no text is given either.
    const kept = args.blocks === undefined && args.text === undefined ? before : rest;
    const after = { ...kept, ...content, edited: { user: before.user, ts: context.workspace.nextTs() } };
    context.workspace.replace(after);
    context.track(context.events.edited(before, after));
    return { channel: after.channel, ts: after.ts, text: after.text, message: onTheWire(after) };
  },
};

const remove: Method = {
  scopes,
  token: 'bot',
  run(args, context) {
    const message = ownMessage(args, context, 'cant_delete_message');
    context.workspace.remove(message.channel, message.ts);
    context.track(context.events.deleted(message));
    return { channel: message.channel, ts: message.ts };
  },
};

const postEphemeral: Method = {
  scopes,
  token: 'bot',
  run(args, context) {
    const channel = channelToPostIn(textArg(args, 'channel'), context);
    const user = neededArg(args, 'user');
    if (!context.workspace.channel(channel).members.has(user)) throw new ApiRefusal('user_not_in_channel');
    const { text, blocks } = readContent(args, context.workspace);
    const thread_ts = threadFor(context.workspace.channel(channel), textArg(args, 'thread_ts'), context)?.ts;
    const { ts } = context.workspace.addEphemeral({
      ts: context.workspace.nextTs(),
      channel,
      user,
      from: context.workspace.bot.id,
      text,
      ...(blocks ? { blocks } : {}),
      ...(thread_ts === undefined ? {} : { thread_ts }),
    });
    return { message_ts: ts };
  },
};

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
};

/** The bot's message as Slack stores it. */
export function postAsBot(
  workspace: Workspace,
  channel: string,
  content: Content,
  more: Partial<WireMessage>,
): WireMessage {
  const { bot } = workspace;
  const bot_profile = { id: bot.botId, app_id: APP_ID, name: bot.name, deleted: false, team_id: TEAM.id };
  const stored: WireMessage & { readonly bot_profile: Dict } = {
    type: 'message',
    channel,
    ts: workspace.nextTs(),
    user: bot.id,
    team: TEAM.id,
    bot_id: bot.botId,
    app_id: APP_ID,
    bot_profile,
    ...content,
    ...more,
  };
  return workspace.add(stored);
}

export function threadFields(parent: WireMessage | undefined): Partial<WireMessage> {
  return parent === undefined ? {} : { thread_ts: parent.ts, parent_user_id: parent.user };
}

/** With chat:write.public a bot may post in public channels it has not joined. */
function channelToPostIn(wanted: string | undefined, context: MethodContext): string {
  const channel = findChannel(wanted, context);
  const anywhere = channel?.kind === 'public' && context.manifest.scopes.includes('chat:write.public');
  return anywhere ? channel.id : channelBotIsIn(wanted, context).id;
}

function ownMessage(args: Dict, context: MethodContext, otherwise: string): WireMessage {
  const channel = channelBotIsIn(textArg(args, 'channel'), context);
  const message = context.workspace.message(channel.id, neededArg(args, 'ts'));
  if (!message) throw new ApiRefusal('message_not_found');
  if (message.user !== context.workspace.bot.id) throw new ApiRefusal(otherwise);
  return message;
}
