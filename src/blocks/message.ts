import type { KnownBlock } from '@slack/types';

/** A message to Slack: `text` is complete, for screen readers and notifications read nothing else. */
export interface Message {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}
