/** The contents page of the magics. */
import * as files from './files.ts';
import * as help from './help.ts';
import { history, recall } from './history.ts';
import * as namespace from './namespace.ts';
import { capture, html, showAs } from './output.ts';
import { cat, dhist, pageMagic, save, tb } from './pager.ts';
import { addCellMagics, addLineMagics, type CellMagic, type LineMagic } from './registry.ts';
import { run } from './run.ts';
import * as settings from './settings.ts';
import { pip, scriptMagic, shellCommand } from './shell_commands.ts';
import { time, timeit } from './timing.ts';

/** Name, function, one line about it. */
const lineMagics = (): [string, LineMagic, string][] => [
  ['automagic', settings.accepted, 'Accepted for compatibility; magics need their %.'],
  ['autoreload', settings.autoreload, 'Not available in this kernel.'],
  ['autosave', settings.accepted, 'Accepted for compatibility; the frontend saves.'],
  ['cat', cat, 'Show a file in the pager.'],
  ['cd', files.cd, 'Change the working directory.'],
  ['colors', settings.accepted, 'Accepted for compatibility; the colours stay.'],
  [
    'config',
    settings.config,
    'Set which statements show their value: %config InteractiveShell.ast_node_interactivity = "all".',
  ],
  ['debug', settings.debuggerMagic, 'The command-line debugger is not available in this kernel.'],
  ['dhist', dhist, 'Print the directories visited.'],
  ['env', files.env, 'Get, set or list environment variables: %env, %env NAME, %env NAME=VALUE.'],
  ['hist', history, 'Alias of %history.'],
  ['history', history, 'Print earlier input: %history [-n] [-o] [-p] [-g] [-l LIMIT] [RANGE...].'],
  ['load', files.load, 'Put the text of a file into the cell.'],
  ['load_ext', settings.load_ext, 'Import a module and call its load_ipython_extension.'],
  ['ls', files.ls, 'List the names in a directory.'],
  ['lsmagic', help.lsmagic, 'List the magics.'],
  ['magic', help.magic, 'Tell about the magics.'],
  ['matplotlib', settings.matplotlib, 'Accepted for compatibility; there is no matplotlib.'],
  ['page', pageMagic, 'Show an object in the pager: %page [-r] OBJECT.'],
  ['pdb', settings.debuggerMagic, 'The command-line debugger is not available in this kernel.'],
  ['pdef', help.pdef, 'Print the call signature of a function.'],
  ['pdoc', help.pdoc, 'Show the docstring of an object.'],
  ['pinfo', help.pinfo, 'Tell about an object; the same as OBJECT?.'],
  ['pinfo2', help.pinfo2, 'Tell more about an object, its source included; the same as OBJECT??.'],
  ['pip', pip, 'Not available in this kernel.'],
  ['precision', settings.precision, 'Set how floats are shown: %precision 3, %precision %.4e; alone: as repr.'],
  ['psearch', help.psearch, 'Search names: %psearch a*; the same as a*?.'],
  ['psource', help.psource, 'Show the source of an object.'],
  ['pycat', cat, 'Show a Python file in the pager.'],
  ['pwd', files.pwd, 'The working directory.'],
  ['recall', recall, 'Put earlier input into the next cell.'],
  ['reset', namespace.reset, 'Delete all variables: %reset [-f] [-s] [in|out|dhist].'],
  [
    'reset_selective',
    namespace.reset_selective,
    'Delete the variables whose names match: %reset_selective [-f] REGEX.',
  ],
  ['run', run, 'Run a file as a program: %run [-i] [-n] [-t] FILE [ARGUMENTS].'],
  ['save', save, 'Write earlier input to a file: %save [-a] FILE RANGE...'],
  ['set_env', files.set_env, 'Set an environment variable: %set_env NAME=VALUE.'],
  ['sx', shellCommand, 'Not available in this kernel.'],
  ['system', shellCommand, 'Not available in this kernel.'],
  ['tb', tb, 'Show the last traceback again.'],
  ['time', line => time(line, null), 'Time the execution of a statement or expression.'],
  [
    'timeit',
    line => timeit(line, null),
    'Time a statement by repeating it: %timeit [-n N] [-r R] [-p P] [-q] [-o] STATEMENT.',
  ],
  ['who', namespace.who, 'Print the names of the variables: %who [TYPE...].'],
  ['who_ls', namespace.who_ls, 'A sorted list of the names of the variables.'],
  ['whos', namespace.whos, 'Print the variables with their types and values.'],
  ['xdel', namespace.xdel, 'Delete a variable, and the results that the shell remembers.'],
  ['xmode', settings.xmode, 'Set the layout of tracebacks; accepted, the layout stays.'],
];

const javascript: CellMagic = (line, cell) => showAs('application/javascript', 'Javascript')(line, cell);
const svg: CellMagic = (line, cell) => showAs('image/svg+xml', 'SVG')(line, cell);

const cellMagics = (): [string, CellMagic, string][] => [
  ['!', scriptMagic('!'), 'Not available in this kernel.'],
  ['HTML', html, 'Alias of %%html.'],
  ['SVG', svg, 'Alias of %%svg.'],
  ['bash', scriptMagic('bash'), 'Not available in this kernel.'],
  [
    'capture',
    capture,
    'Run the cell, keeping its output: %%capture [--no-stdout] [--no-stderr] [--no-display] [NAME].',
  ],
  ['cmd', scriptMagic('cmd'), 'Not available in this kernel.'],
  ['file', files.writefile, 'Alias of %%writefile.'],
  ['html', html, 'Show the cell as HTML.'],
  ['javascript', javascript, 'Run the cell as JavaScript in the page.'],
  ['js', javascript, 'Alias of %%javascript.'],
  ['latex', showAs('text/latex', 'Latex'), 'Show the cell as LaTeX.'],
  ['markdown', showAs('text/markdown', 'Markdown'), 'Show the cell as Markdown.'],
  ['perl', scriptMagic('perl'), 'Not available in this kernel.'],
  ['python', scriptMagic('python'), 'Not available in this kernel.'],
  ['python3', scriptMagic('python3'), 'Not available in this kernel.'],
  ['ruby', scriptMagic('ruby'), 'Not available in this kernel.'],
  ['script', scriptMagic('script'), 'Not available in this kernel.'],
  ['sh', scriptMagic('sh'), 'Not available in this kernel.'],
  ['svg', svg, 'Show the cell as SVG.'],
  ['sx', scriptMagic('sx'), 'Not available in this kernel.'],
  ['system', scriptMagic('system'), 'Not available in this kernel.'],
  ['time', time, 'Time the execution of the cell.'],
  ['timeit', timeit, 'Time the cell by repeating it; the first line is setup, which is not timed.'],
  ['writefile', files.writefile, 'Write the cell to a file: %%writefile [-a] FILE.'],
];

export function initMagics(): void {
  addLineMagics(lineMagics());
  addCellMagics(cellMagics());
}
