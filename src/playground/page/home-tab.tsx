import { Blocks } from './blocks/blocks.tsx';
import { useViewer } from './context.ts';
import { SCROLLABLE } from './scrollable.ts';

/** What the app published as this person's Home. */
export function HomeTab() {
  const { state, me } = useViewer();
  const view = state.homes[me.id];
  return (
    <div className="home" role="tabpanel" id="panel-home" aria-labelledby="tab-home" {...SCROLLABLE}>
      {view ? (
        <Blocks blocks={view.blocks} on="home" />
      ) : (
        <p className="empty">{state.bot.name} has not drawn a Home yet.</p>
      )}
    </div>
  );
}
