/** Slack's limits that our messages could meet, named once (docs.slack.dev/reference/block-kit, read in 2026). */
export const LIMITS = {
  blocks: 50,
  homeBlocks: 100,
  sectionText: 3000,
  contextText: 2000,
  headerText: 150,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  actions: 5,
  optionText: 75,
  optionValue: 150,
  selectOptions: 100,
  tableRows: 100,
  tableCharacters: 10_000,
  chartTitle: 50,
  chartLabel: 20,
  chartAxisLabel: 50,
  chartPoints: 20,
  chartSeries: 6,
  chartsPerMessage: 2,
  /** Slack cuts a message's text above this. */
  messageText: 40_000,
} as const;

/** Cuts a text that is too long, and says so: nothing is lost in silence. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
