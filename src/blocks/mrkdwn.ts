/** Text for Slack's mrkdwn: its three control characters escaped, and marks that would format by accident defused. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\*/g, '∗')
    .replace(/~/g, '∼')
    .replace(/(^|\s)_(?=\S)/g, '$1＿');
}

export const bold = (text: string): string => `*${escapeText(text)}*`;

/** Code within a line; a backtick in it would end it. */
export const code = (text: string): string => `\`${escapeText(text).replace(/`/g, 'ˋ')}\``;

/** A link; its label must not hold the bar that ends the address. */
export const link = (label: string, url: string): string =>
  `<${url.replace(/[<>|]/g, '')}|${escapeText(label).replace(/\|/g, '/')}>`;
