/** What `get_ipython()` answers: the shell as Python code sees it (ipykernel.zmqshell.ZMQInteractiveShell). */
import type { PyContainer } from '../../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject } from '../../heap/object.ts';
import { gcFree, untrack } from '../../heap/gc.ts';
import { decref, incref, xdecref } from '../../heap/refcount.ts';
import { typeError } from '../../exceptions/raise.ts';
import { defineType } from '../../objects/define.ts';
import { dict_items, isDict } from '../../objects/dict.ts';
import { hooks } from '../../objects/hooks.ts';
import { dictGetter, dictSetter } from '../../objects/instance_getset.ts';
import { newInt } from '../../objects/int.ts';
import { gcNew } from '../../objects/object.ts';
import { newNamespace } from '../../objects/simplenamespace.ts';
import { bool, None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { getattrStr } from '../../protocols/attribute.ts';
import { call2 } from '../../protocols/call.ts';
import { isTrue, strString } from '../../protocols/object.ts';
import { getitem } from '../../protocols/mapping.ts';
import { collect } from '../../protocols/sequence.ts';
import { cellFilename } from '../cells.ts';
import { caught, errorContent } from '../errors.ts';
import { mimeBundle } from '../formatter.ts';
import { jsonObject, fromJson } from '../json.ts';
import { setNextInput } from '../magics/print.ts';
import { registerMagic, runCellMagic, runLineMagic } from '../magics/registry.ts';
import { shellCommand } from '../magics/shell_commands.ts';
import { shell, toPython } from '../shell.ts';

const T_SHELL = new TypeBody('ipykernel.zmqshell.ZMQInteractiveShell');

const none = (): PyObject => incref(None);

export function newShellObject(): PyContainer {
  return gcNew(T_SHELL, null);
}

function text(o: PyObject, what: string): string {
  if (!isStr(o)) typeError(`${what} must be a string, not ${o.type.name}`);
  return o.v;
}

/** `magic('time f(x)')`: name and line in one. */
function magic(_o: PyObject, command: PyObject): PyObject {
  const m = /^%?(\S+)\s*(.*)$/s.exec(text(command, 'magic'))!;
  return runLineMagic(m[1], m[2]);
}

/** Runs a cell; its error is shown, not raised. Answers an object with `success` and `error_in_exec`. */
function run_cell(_o: PyObject, raw: PyObject): PyObject {
  const source = toPython(text(raw, 'cell'));
  try {
    shell.runStatements(source, cellFilename(text(raw, 'cell'), null));
    return executionResult(null);
  } catch (e) {
    const exc = caught(e);
    const result = executionResult(exc);
    shell.publish('error', { ...errorContent(exc, shell) });
    return result;
  }
}

/** The parts of an ExecutionResult that code looks at. Borrows. */
function executionResult(error: PyObject | null): PyObject {
  return newNamespace({
    success: bool(error === null),
    error_before_exec: None,
    error_in_exec: incref(error ?? None),
    result: None,
  });
}

function runSource(_o: PyObject, source: PyObject): PyObject {
  shell.runSource(text(source, 'source'));
  return none();
}

/** push({'x': 1}), push('x y') from the caller's frame. */
function push(_o: PyObject, variables: PyObject, interactive?: PyObject): PyObject {
  const put = (name: string, value: PyObject): void =>
    interactive === undefined || isTrue(interactive) ? shell.pushUser(name, value) : shell.push(name, value);
  if (isDict(variables)) {
    for (const [key, value] of dict_items(variables as PyContainer)) put(text(key, 'name'), value);
    return none();
  }
  const frame = hooks.currentFrame();
  const names = isStr(variables) ? (variables.v as string).trim().split(/\s+/) : collect(variables).map(ownText);
  for (const name of names) {
    const value = frame?.local(name) ?? null;
    if (value === null) continue;
    put(name, value);
  }
  return none();
}

function ownText(o: PyObject): string {
  const s = text(o, 'name');
  decref(o);
  return s;
}

function register_magic_function(_o: PyObject, f: PyObject, kind?: PyObject, name?: PyObject): PyObject {
  const kinds = kind === undefined ? 'line' : text(kind, 'magic_kind');
  let magicName: string;
  if (name !== undefined && name !== None) magicName = text(name, 'magic_name');
  else magicName = ownText(getattrStr(f, '__name__'));
  if (kinds !== 'cell') registerMagic('line', magicName, f);
  if (kinds !== 'line') registerMagic('cell', magicName, f);
  return none();
}

/** register_magics(*classes or instances of IPython.core.magic.Magics) */
function register_magics(o: PyObject, objects: PyObject[]): PyObject {
  const module = hooks.importModule('IPython.core.magic');
  const register = getattrStr(module, '_register_magics');
  decref(module);
  try {
    for (const object of objects) decref(call2(register, o, object));
  } finally {
    decref(register);
  }
  return none();
}

function ask_exit(): PyObject {
  shell.exitRequested = { keepkernel: false };
  shell.payload.push({ source: 'ask_exit', keepkernel: false });
  return none();
}

/** format(obj) of `display_formatter`: data and metadata. */
function format(_o: PyObject, obj: PyObject): PyObject {
  const bundle = mimeBundle(obj) ?? { data: {}, metadata: {} };
  return newTuple([fromJson(bundle.data), fromJson(bundle.metadata)]);
}

function user_expressions(_o: PyObject, expressions: PyObject): PyObject {
  if (!isDict(expressions)) typeError('expressions must be a dict');
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(jsonObject(expressions as PyContainer))) texts[name] = String(value);
  return fromJson(shell.userExpressions(texts));
}

/** `{name}` and `$name` in a magic's line are replaced by values (var_expand). */
function var_expand(_o: PyObject, command: PyObject): PyObject {
  const line = text(command, 'cmd');
  return newStr(
    line.replace(/\{(\w+)\}|\$(\w+)/g, (all, braced?: string, plain?: string) => {
      const key = newStr(braced ?? plain ?? '');
      try {
        const value = getitem(shell.namespace, key);
        const shown = strString(value);
        decref(value);
        return shown;
      } catch (e) {
        decref(caught(e));
        return all;
      } finally {
        decref(key);
      }
    }),
  );
}

export function initShellObject(): void {
  defineType(T_SHELL, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    dict: true,
    weakrefs: true,
    doc: 'The shell that runs the cells of the notebook.',
    slots: {
      tp_dealloc: o => {
        untrack(o as PyContainer);
        xdecref((o as PyContainer).dict);
        gcFree(o as PyContainer);
      },
      tp_traverse: (o, visit) => {
        if (o.dict !== null) visit(o.dict, '__dict__');
      },
    },
    methods: [
      [
        'run_line_magic',
        (_o, name, line) => runLineMagic(text(name, 'magic_name'), text(line, 'line')),
        '($self, magic_name, line, _stack_depth=1)',
        'Run a line magic.',
      ],
      [
        'run_cell_magic',
        (_o, name, line, cell) => runCellMagic(text(name, 'magic_name'), text(line, 'line'), text(cell, 'cell')),
        '($self, magic_name, line, cell)',
        'Run a cell magic.',
      ],
      ['magic', magic, '($self, arg_s)', 'Run a line magic given with its line: magic("time f()").'],
      ['run_cell', run_cell, '($self, raw_cell, store_history=False, silent=False)', 'Run a cell.'],
      ['ev', (_o, expr) => shell.evalExpression(text(expr, 'expr')), '($self, expr)', 'The value of an expression.'],
      ['ex', runSource, '($self, cmd)', 'Run statements.'],
      ['system', (_o, cmd) => shellCommand(`!${text(cmd, 'cmd')}`), '($self, cmd)', 'Not available in this kernel.'],
      [
        'getoutput',
        (_o, cmd) => shellCommand(`!${text(cmd, 'cmd')}`),
        '($self, cmd, split=True, depth=0)',
        'Not available in this kernel.',
      ],
      ['push', push, '($self, variables, interactive=True)', 'Put variables into the namespace.'],
      [
        'set_next_input',
        (_o, s, replace) => (setNextInput(text(s, 's'), replace !== undefined && isTrue(replace)), none()),
        '($self, s, replace=False)',
        'Put text into the next cell.',
      ],
      ['ask_exit', ask_exit, '($self)', 'End the kernel after this cell.'],
      [
        'register_magic_function',
        register_magic_function,
        "($self, func, magic_kind='line', magic_name=None)",
        'Make a function a magic.',
      ],
      ['register_magics', register_magics, '($self, *magic_objects)', 'Register the magics of Magics classes.'],
      ['format', format, '($self, obj, include=None, exclude=None)', 'Mime bundle and metadata of an object.'],
      ['user_expressions', user_expressions, '($self, expressions)', 'The values of several expressions.'],
      ['var_expand', var_expand, '($self, cmd, depth=0)', 'Replace {name} and $name by values.'],
      ['get_ipython', o => incref(o), '($self)', 'The shell.'],
    ],
    getset: [
      ['user_ns', () => incref(shell.namespace), null, 'the namespace of the cells'],
      ['user_global_ns', () => incref(shell.namespace), null],
      ['user_ns_hidden', () => incref(shell.hidden), null],
      ['user_module', () => incref(shell.module), null],
      ['execution_count', () => newInt(shell.executionCount), null, 'the number of the running cell'],
      ['display_formatter', o => incref(o), null],
      ['history_manager', o => incref(o), null],
      ['input_hist_raw', () => incref(shell.inputs), null],
      ['input_hist_parsed', () => incref(shell.inputs), null],
      ['output_hist', () => incref(shell.outputs), null],
      ['__dict__', dictGetter, dictSetter],
    ],
  });
}

export { ask_exit as askExit };
