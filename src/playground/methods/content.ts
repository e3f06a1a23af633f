import { refuseBlocks } from '../blocks/check.ts';
import { LIMITS } from '../blocks/limits.ts';
import { wireBlocks, withIds } from '../blocks/prepare.ts';
import { type Dict, isDict, type WireBlock } from '../wire.ts';
import type { Workspace } from '../workspace.ts';
import { ApiRefusal } from './method.ts';

export interface Content {
  readonly text: string;
  readonly blocks?: readonly WireBlock[];
  readonly attachments?: readonly Dict[];
  readonly metadata?: Dict;
}

/** The content of a message, checked against Slack's limits; every way to post goes through here. */
export function readContent(args: Dict, workspace: Workspace): Content {
  const text = typeof args.text === 'string' ? args.text : '';
  const blocks = parsed(args.blocks, 'invalid_blocks_format');
  const attachments = parsed(args.attachments, 'invalid_attachments_format');
  const metadata = parsed(args.metadata, 'invalid_metadata_format');
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;

  if (args.markdown_text !== undefined && (text !== '' || hasBlocks)) throw new ApiRefusal('markdown_text_conflict');
  const markdown = typeof args.markdown_text === 'string' ? args.markdown_text : undefined;
  if (text === '' && !hasBlocks && attachments === undefined && markdown === undefined) throw new ApiRefusal('no_text');
  if ([...text].length > LIMITS.messageText) throw new ApiRefusal('msg_too_long');
  if (blocks !== undefined && !Array.isArray(blocks)) throw new ApiRefusal('invalid_blocks_format');

  const shown = markdown === undefined ? blocks : [{ type: 'markdown', text: markdown }];
  const refusal = shown === undefined ? undefined : refuseBlocks(shown, 'message');
  if (refusal) throw new ApiRefusal(refusal.error, { response_metadata: { messages: refusal.messages } });
  if (metadata !== undefined && !(isDict(metadata) && typeof metadata.event_type === 'string'))
    throw new ApiRefusal('invalid_metadata_format');

  return {
    text,
    ...(shown === undefined ? {} : { blocks: withIds(wireBlocks(shown), () => workspace.nextId('b')) }),
    ...(Array.isArray(attachments) ? { attachments: attachments.filter(isDict) } : {}),
    ...(isDict(metadata) ? { metadata } : {}),
  };
}

/** Arguments of the form-encoded kind arrive as JSON text. */
function parsed(value: unknown, error: string): unknown {
  if (typeof value !== 'string') return value;
  try {
    const read: unknown = JSON.parse(value);
    return read;
  } catch {
    throw new ApiRefusal(error);
  }
}
