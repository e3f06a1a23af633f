import { z } from 'zod';
import { dataVisualizationBlock } from './charts.ts';
import { accessory, actionsElement, contextActionsElement, imageElement } from './elements.ts';
import { LIMITS } from './limits.ts';
import { richTextBlock } from './rich-text.ts';
import { dataTableBlock, tableBlock } from './tables.ts';
import { anyText, blockId, imageFields, mrkdwnText, plainText } from './text.ts';

const oneImage = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(LIMITS.sectionText).optional(),
    fields: z.array(anyText(LIMITS.fieldText)).min(1).max(LIMITS.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'missing required field: text or fields');

const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plainText(LIMITS.headerText),
  level: z.int().min(1).max(4).optional(),
});

const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(LIMITS.sectionText), mrkdwnText(LIMITS.sectionText), imageElement]))
    .min(1)
    .max(LIMITS.contextElements),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(actionsElement).min(1).max(LIMITS.actionsElements),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z.array(contextActionsElement).min(1).max(LIMITS.contextActionsElements),
});

const image = z
  .strictObject({ ...imageFields, block_id: blockId, title: plainText(LIMITS.imageTitle).optional() })
  .refine(oneImage, 'exactly one of image_url and slack_file is required');

const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: z.string().min(1).max(LIMITS.markdownCharacters),
});

/** Not data_table, data_visualization or markdown: Slack refuses those inside a container. */
const containerChild = z.discriminatedUnion('type', [
  actions,
  context,
  divider,
  header,
  image,
  richTextBlock,
  section,
  tableBlock,
]);

const container = z
  .strictObject({
    type: z.literal('container'),
    block_id: blockId,
    title: plainText(LIMITS.containerTitle).optional(),
    rich_text_title: richTextBlock.optional(),
    subtitle: anyText(LIMITS.containerTitle).optional(),
    child_blocks: z.array(containerChild).min(1).max(LIMITS.containerBlocks),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((block) => block.title ?? block.rich_text_title, 'missing required field: title or rich_text_title')
  .refine((block) => !block.default_collapsed || block.is_collapsible, 'default_collapsed needs is_collapsible');

export const anyBlock = z.discriminatedUnion('type', [
  section,
  header,
  divider,
  context,
  actions,
  contextActions,
  image,
  richTextBlock,
  markdown,
  tableBlock,
  dataTableBlock,
  dataVisualizationBlock,
  container,
]);

export type KnownWireBlock = z.infer<typeof anyBlock>;
