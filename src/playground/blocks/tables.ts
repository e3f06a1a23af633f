import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { richTextBlock } from './rich-text.ts';
import { blockId } from './text.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) });
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richTextBlock]);

const columnSetting = z
  .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
  .nullable();

export const tableBlock = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: z.array(z.array(cell).min(1).max(LIMITS.tableColumns)).min(1).max(LIMITS.tableRows),
  column_settings: z.array(columnSetting).max(LIMITS.tableColumns).optional(),
});

export const dataTableBlock = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: blockId,
    caption: z.string().min(1),
    rows: z.array(z.array(cell).min(1).max(LIMITS.tableColumns)).min(2).max(LIMITS.dataTableRows),
    page_size: z.int().min(1).max(LIMITS.dataTablePage).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .superRefine((table, context) => {
    const [header = [], ...rows] = table.rows;
    rows.forEach((row, index) => {
      if (row.length !== header.length)
        context.addIssue({ code: 'custom', path: ['rows', index + 1], message: 'all rows must have the same length' });
    });
    header.forEach((one, column) => {
      if (one.type === 'rich_text')
        context.addIssue({ code: 'custom', path: ['rows', 0, column], message: 'header cells cannot be rich_text' });
    });
    if ((table.row_header_column_index ?? 0) >= header.length)
      context.addIssue({ code: 'custom', path: ['row_header_column_index'], message: 'must be one of the columns' });
  });
