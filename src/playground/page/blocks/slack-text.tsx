import { type ComponentProps, useMemo } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import type { WireBlock } from '../../wire.ts';
import { useMedia, useViewer } from '../context.ts';
import { personOf } from '../names.ts';

type LibraryBlock = ComponentProps<typeof Message>['blocks'][number];
type Hooks = NonNullable<ComponentProps<typeof Message>['hooks']>;

/**
 * Text as slack-blocks-to-jsx draws it: mrkdwn, rich text and Markdown. The rest we draw ourselves: its buttons cannot be
 * clicked, its table does not know Slack's rows, and it has no data_table.
 */
export function LibraryBlocks({ block }: { readonly block: WireBlock }) {
  const { state, me } = useViewer();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const { people, channels } = state;
  const data = useMemo(
    () => ({
      users: people.map(({ id, name }) => ({ id, name })),
      channels: channels.map(({ id, name }) => ({ id, name })),
    }),
    [people, channels],
  );
  const hooks = useMemo<Hooks>(
    () => ({
      user: ({ id }) => (
        <span className="mention" data-me={id === me.id || undefined}>
          @{personOf(state, id).name}
        </span>
      ),
      link: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
    }),
    [state, me.id],
  );
  return (
    <Message
      className="lib"
      blocks={[block as unknown as LibraryBlock]}
      name=""
      logo=""
      withoutWrapper
      theme={dark ? 'dark' : 'light'}
      data={data}
      hooks={hooks}
    />
  );
}

export function Mrkdwn({ text }: { readonly text: string }) {
  // The library draws the line breaks next to the fences as empty lines.
  const tidy = text.replace(/```\n?([\s\S]*?)\n?```/g, '```$1```');
  return <LibraryBlocks block={{ type: 'section', text: { type: 'mrkdwn', text: tidy } }} />;
}

/** Only addresses that a click may safely open become links. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  if (!/^(https?|mailto):/i.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
