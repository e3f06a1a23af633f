import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifestSchema = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** The app manifest as it is, for the local workspace, and the scopes it asks for. Found from `src` and `dist` alike. */
export function readAppManifest(): { readonly whole: unknown; readonly scopes: readonly string[] } {
  const whole: unknown = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'));
  return { whole, scopes: manifestSchema.parse(whole).oauth_config.scopes.bot };
}
