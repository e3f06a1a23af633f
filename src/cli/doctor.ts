import { Command } from 'commander';

/** `fwcompare doctor`: a line for each thing the bot needs, with what to do where it is amiss; exit 1 if anything is. */
export function doctorCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('doctor')
    .description('check settings, tokens, scopes, database and knowledge, and say what to do')
    .action(async () => {
      // Only here, so that the other commands need not wait for Slack's library and the database's.
      const { diagnose } = await import('../diagnose.ts');
      const findings = await diagnose(env);
      for (const { ok, what, says } of findings) console.log(`${ok ? '✓' : '✗'} ${what}: ${says}`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}
