import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { type KnowledgeError, printFault } from '../knowledge/errors.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { codeOf } from '../ops/log.ts';
import type { Storage } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/** More is in the log, and `fwcompare check` prints it all. */
const MOST = 20;

/** Sends each maintainer the faults of a refused folder: once for the same faults, and by one process only. */
export async function tellMaintainers(
  { storage, log }: { readonly storage: Pick<Storage, 'claims'> } & Pick<Deps, 'log'>,
  client: WebClient,
  { faults }: KnowledgeError,
  { about }: Knowledge,
): Promise<void> {
  const lines = faults.map(printFault);
  const key = `faults:${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
  const claim = await storage.claims.claim(key);
  if (claim.kind !== 'mine') return;
  const rest = lines.length > MOST ? [`…and ${lines.length - MOST} more: run \`npx fwcompare check\`.`] : [];
  const text = [
    `The knowledge folder has ${lines.length} fault(s), so I keep answering from the last good one:`,
    ...lines.slice(0, MOST).map((line) => `• ${escaped(line)}`),
    ...rest,
  ].join('\n');
  for (const { slack } of about.maintainers) {
    if (slack === undefined) continue;
    await client.chat
      .postMessage({ channel: slack, text, unfurl_links: false, unfurl_media: false })
      .catch((error: unknown) => log.warn({ code: codeOf(error) }, 'a maintainer could not be told of the faults'));
  }
  await storage.claims.done(key);
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
