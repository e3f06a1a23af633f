import { z } from 'zod';
import { anyBlock, type KnownWireBlock } from './blocks.ts';
import { LIMITS, MESSAGE_ONLY } from './limits.ts';

/** Why Slack would not take these blocks: its error code and the lines it puts into `response_metadata.messages`. */
export interface Refusal {
  readonly error: string;
  readonly messages: readonly string[];
}

type Surface = 'message' | 'home';

/** What Slack says of these blocks, or undefined when it takes them. */
export function refuseBlocks(blocks: unknown, surface: Surface): Refusal | undefined {
  const error = surface === 'home' ? 'invalid_arguments' : 'invalid_blocks';
  const max = surface === 'home' ? LIMITS.homeBlocks : LIMITS.messageBlocks;
  const prefix = surface === 'home' ? '/view/blocks' : '/blocks';

  const read = z.array(anyBlock).max(max).safeParse(blocks);
  if (!read.success) return { error, messages: read.error.issues.flatMap((issue) => describe(issue, prefix)) };

  const faults = wholeMessageFaults(read.data, surface, prefix);
  if (faults.length > 0) return { error, messages: faults };
  return refuseSecondTable(read.data);
}

function describe(issue: z.core.$ZodIssue, prefix: string): readonly string[] {
  const at = (path: readonly PropertyKey[]) => `[json-pointer:${[prefix, ...path.map(String)].join('/')}]`;
  const say = (what: string) => [`[ERROR] ${what} ${at(issue.path)}`];
  switch (issue.code) {
    case 'too_big':
      return say(
        issue.origin === 'string'
          ? `must be less than ${Number(issue.maximum) + 1} characters`
          : issue.origin === 'array'
            ? `no more than ${issue.maximum} items allowed`
            : `must be at most ${issue.maximum}`,
      );
    case 'too_small':
      return say(
        issue.origin === 'string'
          ? `must be more than ${Number(issue.minimum) - 1} characters`
          : issue.origin === 'array'
            ? `at least ${issue.minimum} items required`
            : `must be at least ${issue.minimum}`,
      );
    case 'unrecognized_keys':
      return issue.keys.map((key) => `[ERROR] invalid additional property: ${key} ${at(issue.path)}`);
    case 'invalid_union':
      return issue.errors.length > 0
        ? issue.errors.flat().map((one) => `[ERROR] ${one.message} ${at([...issue.path, ...one.path])}`)
        : say('unsupported type');
    default:
      return say(issue.message);
  }
}

function wholeMessageFaults(blocks: readonly KnownWireBlock[], surface: Surface, prefix: string): string[] {
  const faults: string[] = [];
  const fault = (what: string, at: string) => faults.push(`[ERROR] ${what} [json-pointer:${prefix}${at}]`);

  const ids = new Set<string>();
  blocks.forEach((block, index) => {
    if (surface === 'home' && MESSAGE_ONLY.has(block.type)) fault(`unsupported type: ${block.type}`, `/${index}/type`);
    if (block.block_id !== undefined && ids.has(block.block_id)) {
      fault(`block_id already exists: ${block.block_id}`, `/${index}/block_id`);
    }
    if (block.block_id !== undefined) ids.add(block.block_id);
    for (const repeated of repeatedActionIds(block))
      fault(`action_id already exists: ${repeated}`, `/${index}/elements`);
  });

  const characters = (type: 'table' | 'data_table') =>
    blocks.reduce((sum, block) => sum + (block.type === type ? cellCharacters(block.rows) : 0), 0);
  for (const type of ['table', 'data_table'] as const)
    if (characters(type) > LIMITS.tableCharacters)
      fault(`the text of all ${type} cells must be at most ${LIMITS.tableCharacters} characters`, '');

  const markdown = blocks.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0);
  if (markdown > LIMITS.markdownCharacters)
    fault(`the text of all markdown blocks must be at most ${LIMITS.markdownCharacters} characters`, '');

  if (blocks.filter((block) => block.type === 'data_visualization').length > LIMITS.chartsPerMessage)
    fault(`no more than ${LIMITS.chartsPerMessage} data_visualization blocks allowed`, '');
  return faults;
}

/** Only within one block: the same action_id in two blocks is fine, told apart by block_id. */
function repeatedActionIds(block: KnownWireBlock): readonly string[] {
  if (block.type === 'container') return block.child_blocks.flatMap((child) => repeatedActionIds(child));
  if (block.type !== 'actions' && block.type !== 'context_actions') return [];
  const ids = block.elements.map((element) => element.action_id).filter((id) => id !== undefined);
  return ids.filter((id, index) => ids.indexOf(id) < index);
}

function cellCharacters(rows: readonly (readonly unknown[])[]): number {
  return rows.flat().reduce<number>((sum, cell) => sum + textLength(cell), 0);
}

function textLength(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}

function refuseSecondTable(blocks: readonly KnownWireBlock[]): Refusal | undefined {
  const all = blocks.flatMap((block) => (block.type === 'container' ? block.child_blocks : [block]));
  if (all.filter((block) => block.type === 'table').length < 2) return undefined;
  return { error: 'invalid_attachments', messages: ['[ERROR] only_one_table_allowed'] };
}
