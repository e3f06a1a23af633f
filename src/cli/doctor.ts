import { Command } from 'commander';
import { diagnose } from '../diagnose.ts';

/** `fwcompare doctor`: a line for each thing the bot needs, with what to do where it is amiss; exit 1 if anything is. */
export function doctorCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('doctor')
    .description('check settings, tokens, scopes, database and knowledge, and say what to do')
    .action(async () => {
      const findings = await diagnose(env);
      for (const { ok, what, says } of findings) console.log(`${ok ? '✓' : '✗'} ${what}: ${says}`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}
