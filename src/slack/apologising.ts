import { codeOf } from '../ops/log.ts';
import type { Deps } from './deps.ts';
import { StillBusyError } from './errors.ts';

/**
 * Lets a listener fail in the open: the one who asked hears of it in our words, and the error goes on to `app.error`,
 * which writes it down. That the apology fails as well is not worth another one.
 */
export function apologising<Args>(
  deps: Pick<Deps, 'log'>,
  listener: (args: Args) => Promise<void>,
  apologise: (args: Args) => Promise<void>,
): (args: Args) => Promise<void> {
  return async (args) => {
    try {
      await listener(args);
    } catch (error) {
      if (!(error instanceof StillBusyError))
        await apologise(args).catch((failure: unknown) =>
          deps.log.info({ code: codeOf(failure) }, 'could not apologise'),
        );
      throw error;
    }
  };
}
