/** The `vivarium` command. */

import { Command, InvalidArgumentError } from 'commander';
import { executeCommand } from './cli/execute.ts';
import { installCommand, uninstallCommand } from './cli/install.ts';
import { kernelCommand } from './cli/kernel.ts';
import { runCommand } from './cli/run.ts';
import { IMPLEMENTATION_VERSION, LANGUAGE_VERSION } from './language.ts';

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 0)) throw new InvalidArgumentError('It must be a number of seconds.');
  return value;
}

function examples(...lines: string[]): string {
  return ['', 'Examples:', ...lines.map(line => `  $ vivarium ${line}`)].join('\n');
}

const program = new Command('vivarium')
  .description(
    `Python ${LANGUAGE_VERSION} on an exactly simulated heap: a Jupyter kernel, a notebook runner and a script runner.`,
  )
  .version(`vivarium ${IMPLEMENTATION_VERSION} (Python ${LANGUAGE_VERSION})`)
  .enablePositionalOptions()
  .addHelpText(
    'after',
    examples(
      'install --user               # then choose "Python 3.12 (Vivarium)" in JupyterLab',
      'execute notebook.ipynb       # run a notebook without Python or Jupyter',
      'run script.py one two        # run a script',
    ),
  );

program
  .command('run')
  .summary('run a Python script')
  .description(
    'Runs a program as `python3.12` does: a FILE, CODE given with -c, or standard input ("-").\n' +
      "What follows it is sys.argv. The exit status is the program's.",
  )
  .usage('[FILE | -c CODE | -] [ARGS...]')
  .argument('[operands...]')
  .option('-c, --command <code>', 'run this code')
  .passThroughOptions()
  .allowUnknownOption()
  .addHelpText(
    'after',
    examples('run script.py one two', "run -c 'import gc; print(gc.get_stats())'", 'run - < script.py'),
  )
  .action(runCommand);

program
  .command('execute')
  .summary('run a notebook')
  .description(
    'Runs all code cells of a notebook in a kernel of its own and writes the notebook with its outputs to\n' +
      'NOTEBOOK.executed.ipynb. Stops with status 1 at the first error.',
  )
  .argument('<notebook>', 'the notebook (.ipynb)')
  .option('-o, --output <file>', 'write the result to this file')
  .option('--inplace', 'write the result over the notebook')
  .option('--stdout', 'write the result to standard output')
  .option('--compare', "write nothing; show each cell's outputs beside the notebook's own, status 1 if they differ")
  .option('--allow-errors', 'go on after errors and keep them as outputs')
  .option('--timeout <seconds>', 'interrupt a cell that takes longer', seconds)
  .option('--session <file>', 'a session file: what the process lived through before the first cell')
  .addHelpText(
    'after',
    examples('execute lesson.ipynb --inplace', 'execute lesson.ipynb --timeout 60 --stdout > done.ipynb'),
  )
  .action(executeCommand);

program
  .command('kernel')
  .summary('run the kernel (Jupyter does this)')
  .description('Runs the kernel on the sockets that a connection file or a registration file describes.')
  .requiredOption('-f, --connection-file <file>', 'the connection file')
  .option('--session <file>', 'a session file: what the process lived through before the first cell')
  .addHelpText('after', examples('kernel -f kernel.json    # ports that are 0 are chosen and written back'))
  .action(kernelCommand);

for (const [name, description, action] of [
  ['install', 'make the kernel known to Jupyter', installCommand],
  ['uninstall', 'remove what install wrote', uninstallCommand],
] as const) {
  program
    .command(name)
    .description(description)
    .option('--user', "in the user's Jupyter folder (the default)")
    .option('--sys-prefix', 'in the active Python environment (VIRTUAL_ENV or CONDA_PREFIX)')
    .option('--prefix <folder>', 'under FOLDER/share/jupyter/kernels')
    .option('--name <name>', 'the name of the kernel', 'vivarium')
    .addHelpText('after', examples(`${name} --user`, `${name} --prefix .venv --name vivarium-dev`))
    .action(action);
}

void program.parseAsync();
