import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { homeView } from '../../blocks/home-view.ts';
import type { Deps } from '../deps.ts';
import { teamOf } from '../team.ts';

export type HomeArgs = Pick<SlackEventMiddlewareArgs<'app_home_opened'>, 'event' | 'body'> &
  Pick<AllMiddlewareArgs, 'client'>;

const MOST_REMEMBERED = 10_000;

/** Draws the Home tab when somebody looks at it; not again while it would look the same, for Slack keeps it. */
export const onHome = (deps: Deps) => {
  const published = new Map<string, string>();
  return async ({ event, body, client }: HomeArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    const view = homeView(deps.bot().knowledge, deps.today());
    const hash = createHash('sha256').update(JSON.stringify(view)).digest('base64');
    const reader = `${teamOf(body)}:${event.user}`;
    if (published.get(reader) === hash) return;
    await client.views.publish({ user_id: event.user, view });
    if (published.size >= MOST_REMEMBERED) published.clear();
    published.set(reader, hash);
  };
};
