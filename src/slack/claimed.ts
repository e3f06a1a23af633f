import { codeOf } from '../ops/log.ts';
import { LEASE_MS } from '../storage/claims.ts';
import type { Deps } from './deps.ts';
import { StillBusyError } from './errors.ts';

/**
 * Does the work unless somebody else does or did. When it fails the claim is given back, so that Slack's redelivery can
 * succeed; `again` then says that an answer may stand already.
 *
 * @param redelivery is put off while the first delivery is at work, for it might die of it.
 */
export async function claimed(
  { storage: { claims }, metrics, log }: Pick<Deps, 'storage' | 'metrics' | 'log'>,
  key: string,
  redelivery: boolean,
  work: (again: boolean) => Promise<void>,
): Promise<void> {
  const claim = await claims.claim(key);
  if (claim.kind !== 'mine') {
    metrics.duplicate();
    if (claim.kind === 'busy' && redelivery) throw new StillBusyError();
    return;
  }
  const keeping = setInterval(() => void claims.keep(key).catch(() => {}), LEASE_MS / 2);
  try {
    await work(claim.again);
  } catch (error) {
    clearInterval(keeping);
    await claims
      .release(key)
      .catch((failure: unknown) => log.warn({ code: codeOf(failure) }, 'a claim could not be given back'));
    throw error;
  }
  clearInterval(keeping);
  await claims.done(key);
}
