import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Strict throughout: Slack refuses a field it does not know ("invalid additional property"). */
export const blockId = z.string().max(LIMITS.blockId).optional();
export const actionId = z.string().min(1).max(LIMITS.actionId).optional();

export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });

export const mrkdwnText = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwnText(max)]);

export const confirm = z
  .strictObject({
    title: plainText(LIMITS.confirmTitle),
    text: anyText(LIMITS.confirmText),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional();

const slackFile = z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })]);

export const imageFields = {
  type: z.literal('image'),
  alt_text: z.string().min(1).max(LIMITS.altText),
  image_url: z.url().max(LIMITS.url).optional(),
  slack_file: slackFile.optional(),
};
