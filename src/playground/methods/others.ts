import { refuseBlocks } from '../blocks/check.ts';
import { LIMITS } from '../blocks/limits.ts';
import { wireBlocks, withIds } from '../blocks/prepare.ts';
import { type Dict, type HomeView, isDict, type Person } from '../wire.ts';
import { APP_ID, TEAM } from '../workspace.ts';
import { channelBotIsIn } from './access.ts';
import { ApiRefusal, type Method, neededArg, textArg } from './method.ts';

const free = () => [];

const authTest: Method = {
  scopes: free,
  token: 'bot',
  run: (_args, { workspace: { bot }, url }) => ({
    url: `${url()}/`,
    team: TEAM.name,
    user: bot.name,
    team_id: TEAM.id,
    user_id: bot.id,
    bot_id: bot.botId,
    is_enterprise_install: false,
  }),
};

const viewsPublish: Method = {
  scopes: free,
  token: 'bot',
  run(args, { workspace, manifest }) {
    const user = neededArg(args, 'user_id');
    if (!workspace.people.has(user)) throw new ApiRefusal('user_not_found');
    if (!manifest.homeTab) throw new ApiRefusal('not_enabled');
    const view = typeof args.view === 'string' ? parse(args.view) : args.view;
    const faults = viewFaults(view);
    if (faults.length > 0 || !isDict(view))
      throw new ApiRefusal('invalid_arguments', { response_metadata: { messages: faults } });

    const home: HomeView = {
      ...view,
      id: workspace.homes.get(user)?.id ?? workspace.nextId('V'),
      team_id: TEAM.id,
      type: 'home',
      blocks: withIds(wireBlocks(view.blocks), () => workspace.nextId('b')),
      private_metadata: view.private_metadata ?? '',
      callback_id: view.callback_id ?? '',
      state: { values: {} },
      hash: workspace.nextTs(),
      app_id: APP_ID,
      bot_id: workspace.bot.botId,
    };
    workspace.homes.set(user, home);
    workspace.changed();
    return { view: home };
  },
};

function viewFaults(view: unknown): readonly string[] {
  if (!isDict(view)) return ['[ERROR] missing required field: view'];
  if (view.type !== 'home') return ['[ERROR] unsupported type [json-pointer:/view/type]'];
  if (typeof view.private_metadata === 'string' && view.private_metadata.length > LIMITS.privateMetadata)
    return [`[ERROR] must be less than ${LIMITS.privateMetadata + 1} characters [json-pointer:/view/private_metadata]`];
  return refuseBlocks(view.blocks, 'home')?.messages ?? [];
}

const usersInfo: Method = {
  scopes: () => ['users:read'],
  token: 'bot',
  run(args, { workspace }) {
    const person = workspace.people.get(neededArg(args, 'user'));
    if (!person) throw new ApiRefusal('user_not_found');
    return { user: userOf(person) };
  },
};

const teamInfo: Method = { scopes: () => ['team:read'], token: 'bot', run: () => ({ team: { ...TEAM } }) };

const botsInfo: Method = {
  scopes: () => ['users:read'],
  token: 'bot',
  run: (_args, { workspace: { bot } }) => ({
    bot: { id: bot.botId, deleted: false, name: bot.name, app_id: APP_ID, user_id: bot.id },
  }),
};

const connectionsOpen: Method = {
  scopes: free,
  token: 'app',
  run: (_args, { sockets, url }) => ({ url: sockets.openUrl(url()) }),
};

const reaction = (on: boolean): Method => ({
  scopes: () => ['reactions:write'],
  token: 'bot',
  run(args, context) {
    const { workspace } = context;
    const channel = channelBotIsIn(textArg(args, 'channel'), context);
    const message = workspace.message(channel.id, neededArg(args, 'timestamp'));
    if (!message) throw new ApiRefusal('message_not_found');
    const done = workspace.react(channel.id, message.ts, neededArg(args, 'name'), workspace.bot.id, on);
    if (!done) throw new ApiRefusal(on ? 'already_reacted' : 'no_reaction');
    return {};
  },
});

export const otherMethods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'views.publish': viewsPublish,
  'users.info': usersInfo,
  'team.info': teamInfo,
  'bots.info': botsInfo,
  'apps.connections.open': connectionsOpen,
  'reactions.add': reaction(true),
  'reactions.remove': reaction(false),
};

function userOf(person: Person): Dict {
  const profile = { display_name: person.name, real_name: person.realName };
  return {
    id: person.id,
    team_id: TEAM.id,
    name: person.name,
    real_name: person.realName,
    profile,
    is_bot: person.isBot,
  };
}

function parse(json: string): unknown {
  try {
    const read: unknown = JSON.parse(json);
    return read;
  } catch {
    throw new ApiRefusal('invalid_arguments', { response_metadata: { messages: ['[ERROR] failed to parse view'] } });
  }
}
