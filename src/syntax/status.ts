import { PySyntaxError } from './errors.ts';
import { parse } from './parse.ts';
import { Tokenizer } from './tokenizer.ts';
import * as T from './tokens.ts';

/** What `is_complete_request` asks: can the source be run, does it want more, and how far to indent then. */
export interface SourceStatus {
  status: 'complete' | 'incomplete' | 'invalid';
  indent: string;
}

/**
 * Whether a source is complete, by the rules of `codeop` and of IPython's `check_complete`: a block is complete when a
 * newline ends its last line.
 */
export function sourceStatus(source: string): SourceStatus {
  const lines = source.split('\n');
  const last = lines.findLast(line => line.trim() !== '');
  if (last === undefined) return { status: 'complete', indent: '' };
  const indent = indentation(lines[lines.length - 1]!);
  if (last.endsWith('\\')) return { status: 'incomplete', indent };
  try {
    parse(source, '<input>', 'exec');
  } catch (e) {
    if (!(e instanceof PySyntaxError) || !e.incomplete) return { status: 'invalid', indent: '' };
    const opensBlock = /:\s*(#.*)?$/.test(last) && /^expected an indented block/.test(e.msg);
    return { status: 'incomplete', indent: opensBlock ? indentation(last) + '    ' : indent };
  }
  if (source.endsWith('\n') || lines[lines.length - 1] !== last || !endsInBlock(source)) {
    return { status: 'complete', indent: '' };
  }
  return { status: 'incomplete', indent };
}

function indentation(line: string): string {
  return /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ');
}

/** Whether a valid source ends inside an indented block. */
function endsInBlock(source: string): boolean {
  const tokenizer = new Tokenizer(source + '\n', '<input>');
  let depth = 0;
  let before = 0;
  for (;;) {
    const { type } = tokenizer.next();
    if (type === T.ENDMARKER) return before > 0;
    if (type === T.INDENT) depth++;
    else if (type === T.DEDENT) depth--;
    else before = depth;
  }
}
