#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { config as readDotenv } from 'dotenv';
import { FwcompareError } from '../errors.ts';
import { askCommand } from './ask.ts';
import { checkCommand } from './check.ts';
import { doctorCommand } from './doctor.ts';
import { ingestCommand } from './ingest.ts';
import { topicsCommand } from './topics.ts';

readDotenv({ quiet: true });
const knowledgeDir = process.env.KNOWLEDGE_DIR?.trim() || './knowledge';

const program = new Command('fwcompare')
  .description('Settles framework comparisons with short, cited, dated facts.')
  .addCommand(askCommand(knowledgeDir))
  .addCommand(checkCommand(knowledgeDir))
  .addCommand(topicsCommand(knowledgeDir))
  .addCommand(ingestCommand())
  .addCommand(doctorCommand(process.env));
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** 0 done (help asked for), 1 the thing asked for failed, 2 the call was wrong. */
function exitCodeOf(error: unknown): 0 | 1 | 2 {
  // Commander has printed its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof FwcompareError) console.error(error.message);
  else console.error(error);
  return 1;
}
