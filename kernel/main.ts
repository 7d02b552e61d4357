/** The `vivarium` command. */

import { Command } from 'commander';
import { kernelCommand } from './cli/kernel.ts';
import { IMPLEMENTATION_VERSION } from './language.ts';

const program = new Command('vivarium');

program
  .version(IMPLEMENTATION_VERSION)
  .command('kernel')
  .requiredOption('-f, --connection-file <file>')
  .option('--session <file>')
  .action(kernelCommand);

void program.parseAsync();
