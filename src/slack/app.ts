import { App, type BlockButtonAction, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { ACTIONS, actionPattern } from '../blocks/ids.ts';
import { sorryAsker, sorryClicker, sorryCommander } from './apologies.ts';
import { apologising } from './apologising.ts';
import type { Deps } from './deps.ts';
import type { Identity } from './identity.ts';
import { type ClickArgs, onMore, onShare, onWhy } from './listeners/on-click.ts';
import { type CommandArgs, onCommand } from './listeners/on-command.ts';
import { onHome } from './listeners/on-home.ts';
import { type MessageArgs, onMessage } from './listeners/on-message.ts';
import { onKeep, onRemove } from './listeners/on-removal.ts';
import { logging } from './logging.ts';
import { sdkLog } from './sdk-log.ts';

export const COMMAND = '/fwcompare';

export interface AppParts {
  readonly token: string;
  readonly identity: Identity;
  readonly receiver: Receiver;
  readonly clientOptions: WebClientOptions;
}

/** Every route of the bot. What none of them is for, `Intake` acknowledges. */
export function createApp(deps: Deps, { token, identity, receiver, clientOptions }: AppParts): App {
  const app = new App({
    token,
    botId: identity.botId,
    botUserId: identity.botUserId,
    receiver,
    clientOptions,
    logger: sdkLog(deps.log),
    // Bolt's own store is keyed by channel and lives in memory.
    convoStore: false,
    extendedErrorHandler: true,
  });

  const message = apologising<MessageArgs>(deps, onMessage(deps), sorryAsker(deps));
  app.event('app_mention', message);
  app.event('message', message);
  app.event('app_home_opened', onHome(deps));

  app.command(COMMAND, apologising<CommandArgs>(deps, onCommand(deps), sorryCommander));

  for (const [name, listener] of Object.entries(clickRoutes(deps)))
    app.action<BlockButtonAction>(
      { type: 'block_actions', action_id: actionPattern(ACTIONS[name as keyof typeof ACTIONS]) },
      apologising(deps, listener, sorryClicker(deps)),
    );

  app.error(logging(deps.log));
  return app;
}

/** One for each button there is: an id without a route does not compile. */
const clickRoutes = (deps: Deps): Readonly<Record<keyof typeof ACTIONS, (args: ClickArgs) => Promise<void>>> => ({
  showTopic: onMore(deps),
  showCode: onMore(deps),
  showSources: onMore(deps),
  showMore: onMore(deps),
  share: onShare(deps),
  why: onWhy(deps),
  removeAnswer: onRemove(deps),
  keepAnswer: onKeep(deps),
});
