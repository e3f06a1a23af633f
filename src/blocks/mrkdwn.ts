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

/** A link; its label must not hold the bar that ends the address. */
export const link = (label: string, url: string): string =>
  `<${url.replace(/[<>|]/g, '')}|${escapeText(label).replace(/\|/g, '/')}>`;
