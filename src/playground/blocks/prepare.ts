import { isDict, type WireBlock } from '../wire.ts';

/** Gives each block a `block_id`, and each interactive element an `action_id`, that its author left out. */
export function withIds(blocks: readonly WireBlock[], nextId: () => string): readonly WireBlock[] {
  return blocks.map((block) => {
    const named = { ...block, block_id: block.block_id ?? nextId() };
    if (block.type === 'actions' || block.type === 'context_actions') {
      return { ...named, elements: list(block.elements).map((element) => withActionId(element, nextId)) };
    }
    if (block.type === 'section' && isDict(block.accessory) && block.accessory.type !== 'image') {
      return { ...named, accessory: withActionId(block.accessory, nextId) };
    }
    if (block.type === 'container') return { ...named, child_blocks: withIds(wireBlocks(block.child_blocks), nextId) };
    return named;
  });
}

function withActionId(element: unknown, nextId: () => string): unknown {
  return isDict(element) ? { ...element, action_id: element.action_id ?? nextId() } : element;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Narrows what has already been checked against Slack's limits. */
export function wireBlocks(value: unknown): readonly WireBlock[] {
  return list(value).filter((one): one is WireBlock => isDict(one) && typeof one.type === 'string');
}
