/** Ids of what can be clicked: used by the block that shows it and the route that hears it, and nowhere retyped. */
export const ACTIONS = {
  /** Shows the topic in the value. Several stand in one block, so each adds a number: `show-topic-1`. */
  showTopic: 'show-topic',
  showCode: 'show-code',
  showMore: 'show-more',
  showSources: 'show-sources',
  share: 'share',
  why: 'why',
  removeAnswer: 'remove-answer',
  keepAnswer: 'keep-answer',
} as const;

/** The ids that begin with one of ours, for a route that hears them all. */
export const actionPattern = (id: string): RegExp => new RegExp(`^${id}(-\\d+)?$`);
