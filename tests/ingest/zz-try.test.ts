import { rmSync } from 'node:fs';
import { it } from 'vitest';
import { ingestCommand } from '../../src/cli/ingest.ts';
it('x', async () => {
  rmSync('/tmp/draft1', { recursive: true, force: true });
  await ingestCommand().parseAsync(['/work/shared/article/000_3a7b79e11d314ac0.txt','--out','/tmp/draft1'], {from:'user'});
});
