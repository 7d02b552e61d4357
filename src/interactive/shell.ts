/**
 * The interactive shell of a notebook: its namespace, its history variables, and running a cell
 * (IPython.core.interactiveshell and displayhook). The references it holds to the user's objects are those that IPython holds.
 */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { addRoot } from '../heap/roots.ts';
import type { ExecuteContent, JsonObject } from '../host/contract.ts';
import {
  dict_clearItems,
  dict_delStr,
  dict_getStr,
  dict_setitem,
  dict_setStr,
  newDict,
  type PyDict,
} from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { isList, list_appendBorrowed, list_clearItems, newList, type PyList } from '../objects/list.ts';
import type { PyModule } from '../objects/module.ts';
import { None } from '../objects/singletons.ts';
import { EMPTY_STR, isStr, newStr } from '../objects/str.ts';
import { system } from '../objects/system.ts';
import { parse, type Expr, type Stmt, type SyntaxWarning } from '../syntax/index.ts';
import { issueWarnings } from '../runtime/eval_code.ts';
import { rememberSource } from '../runtime/linecache.ts';
import { mainModule } from '../runtime/main_module.ts';
import { compileStatements, evalCode } from './compile_cell.ts';
import { cellFilename } from './cells.ts';
import { caught, errorContent, type CellError } from './errors.ts';
import { mimeBundle } from './formatter.ts';
import { interactivity, shows, withAssignedName } from './interactivity.ts';
import { cellMagic, cleanCell, quoted, transformCell } from './transform.ts';

/** Sends an iopub message for the running request. */
export type Publish = (msg_type: string, content: JsonObject, metadata?: JsonObject, buffers?: Uint8Array[]) => void;

export interface ExecuteOutcome {
  status: 'ok' | 'error';
  execution_count: number;
  error: CellError | null;
}

export class Shell {
  /** `__main__.__dict__`. */
  readonly namespace: PyDict;
  readonly module: PyModule;
  /** What IPython keeps out of `%who`: its own names, by name. */
  readonly hidden: PyDict = newDict();
  readonly inputs: PyList = newList([]);
  /** The cells as they were typed; `inputs` has them as Python. */
  readonly rawInputs: string[] = [''];
  readonly outputs: PyDict = newDict();
  executionCount = 1;
  /** Payload entries of the reply under way: pages, set_next_input, ask_exit. */
  payload: JsonObject[] = [];
  /** May the running request ask for input? */
  allowStdin = false;
  /** What `get_ipython()` answers; borrowed from the namespace's references to it. */
  object: PyContainer | null = null;
  /** Set by `exit`; the kernel shuts down after the reply. */
  exitRequested: { keepkernel: boolean } | null = null;
  /** The last three results and the result object of the last cell, as the display hook keeps them. */
  private readonly last: (PyObject | null)[] = [null, null, null];
  private lastResult: PyObject | null = null;
  private currentResult: PyObject | null = null;
  private silent = false;
  private storeHistory = true;
  private quiet = false;
  /** Sends outputs; streams are flushed first. */
  private post: Publish = () => {};
  /** Takes what is displayed while `capture_output` is in force; answers false for messages that are not its own. */
  capture: ((msg_type: string, content: JsonObject) => boolean) | null = null;

  constructor() {
    this.module = mainModule();
    this.namespace = this.module.dict as PyDict;
    addRoot('the shell', () => [
      this.hidden,
      this.inputs,
      this.outputs,
      ...this.last,
      this.lastResult,
      this.currentResult,
    ]);
  }

  /** Where outputs go from now on. */
  connect(post: Publish): void {
    this.post = post;
  }

  publish(msg_type: string, content: JsonObject, metadata?: JsonObject, buffers?: Uint8Array[]): void {
    if (this.capture !== null && this.capture(msg_type, content)) return;
    system.flush();
    this.post(msg_type, content, metadata, buffers);
  }

  /** Puts `In`, `Out`, `_`... into the namespace. */
  initNamespace(sessionName: string | null): void {
    const doc = newStr('Automatically created module for IPython interactive environment');
    this.set('__doc__', doc);
    decref(doc);
    const first = newStr('');
    list_appendBorrowed(this.inputs, first);
    for (const [name, value] of [
      ['_ih', this.inputs],
      ['_oh', this.outputs],
      ['In', this.inputs],
      ['Out', this.outputs],
    ] as [string, PyObject][])
      this.push(name, value);
    const cwd = newStr(system.cwd());
    const dh = newList([cwd]);
    this.push('_dh', dh);
    decref(dh);
    for (const name of ['_', '__', '___', '_i', '_ii', '_iii']) this.push(name, EMPTY_STR);
    if (sessionName !== null) {
      const s = newStr(sessionName);
      this.set('__session__', s);
      decref(s);
    }
  }

  private set(name: string, value: PyObject): void {
    dict_setStr(this.namespace, name, value);
  }

  /** IPython's `push(..., interactive=False)`: a name that is the shell's own. */
  push(name: string, value: PyObject): void {
    dict_setStr(this.namespace, name, value);
    dict_setStr(this.hidden, name, value);
  }

  /** A variable of the user's (`interactive=True`). */
  pushUser(name: string, value: PyObject): void {
    dict_setStr(this.namespace, name, value);
    if (dict_getStr(this.hidden, name) !== null) dict_delStr(this.hidden, name);
  }

  // ---- running

  /** Runs a cell for an execute_request, outputs included; never throws Python exceptions. */
  runCell(content: ExecuteContent, publishInput: boolean): ExecuteOutcome {
    const { code } = content;
    this.silent = content.silent;
    this.storeHistory = content.store_history && !content.silent;
    this.allowStdin = content.allow_stdin;
    this.payload = [];
    const count = this.executionCount;
    if (publishInput && !content.silent) this.publish('execute_input', { code, execution_count: count });
    const source = toPython(code);
    if (this.storeHistory) this.storeInput(code, source, count);
    let error: CellError | null = null;
    try {
      this.runSourceCell(code, source, count);
    } catch (e) {
      error = errorContent(caught(e), this);
    }
    system.flush();
    if (this.storeHistory) {
      this.executionCount++;
    }
    const old = this.lastResult;
    this.lastResult = this.currentResult;
    this.currentResult = null;
    xdecref(old);
    if (error !== null && !content.silent) this.showError(error);
    return { status: error === null ? 'ok' : 'error', execution_count: count, error };
  }

  /** Shows the error that ended a cell; wrong use of a magic is told in one line, without a traceback. */
  private showError(error: CellError): void {
    if (error.ename === 'UsageError') {
      this.publish('stream', { name: 'stderr', text: `UsageError: ${error.evalue}\n` });
      error.traceback = [`UsageError: ${error.evalue}`];
    } else this.publish('error', { ...error });
  }

  private runSourceCell(raw: string, source: string, count: number): void {
    this.quiet = cellMagic(cleanCell(raw)) === null && endsWithSemicolon(raw);
    this.runStatements(source, cellFilename(raw, this.storeHistory ? count : null));
  }

  /** Runs source code in the user's namespace: statements one by one, the last expression displayed. */
  runStatements(code: string, filename: string, displayLast = true): void {
    rememberSource(filename, code);
    const warnings: SyntaxWarning[] = [];
    const tree = parse(code, filename, 'exec', warnings);
    issueWarnings(warnings, filename);
    const mode = displayLast ? interactivity(this.object) : 'none';
    const body = withAssignedName(mode, tree.kind === 'Module' ? tree.body : []);
    body.forEach((statement: Stmt, i: number) => {
      const unit = compileStatements([statement], code, filename, shows(mode, body, i));
      try {
        decref(evalCode(unit, this.namespace, null));
      } finally {
        decref(unit);
      }
    });
  }

  /** Runs source code in the namespace without displaying anything. */
  runSource(source: string, filename = '<string>'): void {
    this.runStatements(source, filename, false);
  }

  /** The value of an expression in the namespace; new reference. */
  evalExpression(text: string): PyObject {
    const tree = parse(text.trim(), '<string>', 'eval');
    return this.evalTree((tree as { body: Expr }).body, text);
  }

  private evalTree(body: Expr, text: string): PyObject {
    const unit = compileStatements(body, text, '<string>', false);
    try {
      return evalCode(unit, this.namespace, null);
    } finally {
      decref(unit);
    }
  }

  // ---- history variables

  /** In, _i, _ii, _iii and _iN (HistoryManager.store_inputs). */
  private storeInput(raw: string, source: string, count: number): void {
    const parsed = newStr(source.replace(/^([ \t]*\n)+/, '').replace(/\n+$/, ''));
    list_appendBorrowed(this.inputs, parsed);
    decref(parsed);
    this.rawInputs.push(raw.replace(/\n+$/, ''));
    const typed = newStr(this.rawInputs[this.rawInputs.length - 1]);
    // `_i` is the cell before this one.
    const before = (n: number): PyObject => dict_getStr(this.hidden, `_i${count - n}`) ?? EMPTY_STR;
    this.push('_i', before(1));
    this.push('_ii', before(2));
    this.push('_iii', before(3));
    this.push(`_i${count}`, typed);
    decref(typed);
  }

  /** `sys.displayhook` of the notebook: shows a result and remembers it. Borrows. */
  displayResult(value: PyObject): void {
    if (value === None || this.quiet) return;
    const bundle = this.silent ? null : mimeBundle(value);
    this.updateUserNamespace(value);
    const old = this.currentResult;
    this.currentResult = incref(value);
    xdecref(old);
    // Nothing is left to show when the object showed itself, or when its repr failed.
    if (bundle === null || Object.keys(bundle.data).length === 0) return;
    this.publish('execute_result', {
      execution_count: this.executionCount,
      data: bundle.data,
      metadata: bundle.metadata,
    });
  }

  /** DisplayHook.update_user_ns: `_`, `__`, `___`, `_N` and `Out[N]`. */
  private updateUserNamespace(value: PyObject): void {
    // Out does not hold itself.
    if (value === this.outputs) return;
    const names = ['_', '__', '___'];
    // A user who took `_` for himself keeps it.
    const ours = names.every((name, i) => {
      const now = dict_getStr(this.namespace, name);
      return now === null || now === (this.last[i] ?? EMPTY_STR);
    });
    const dropped = this.last.pop()!;
    this.last.unshift(incref(value));
    if (ours) names.forEach((name, i) => this.push(name, this.last[i] ?? EMPTY_STR));
    xdecref(dropped);
    if (!this.storeHistory) return;
    this.push(`_${this.executionCount}`, value);
    const key = newInt(this.executionCount);
    dict_setitem(this.outputs, key, value);
    decref(key);
  }

  /** Forgets the results: `Out`, `_N`, `_`, `__`, `___` (DisplayHook.flush). */
  flushOutputs(): void {
    for (let n = 1; n <= this.executionCount; n++) this.forget(`_${n}`);
    dict_clearItems(this.outputs);
    const dropped = this.last.splice(0, 3, null, null, null);
    for (const name of ['_', '__', '___']) this.push(name, EMPTY_STR);
    dropped.forEach(xdecref);
  }

  /** Blanks the inputs: `In`, `_iN`, `_i`, `_ii`, `_iii`. */
  flushInputs(): void {
    this.forgetInputNames();
    const blank = newList(this.rawInputs.map(() => EMPTY_STR));
    list_clearItems(this.inputs);
    for (const item of blank.v as PyObject[]) list_appendBorrowed(this.inputs, item);
    decref(blank);
    this.rawInputs.fill('');
  }

  private forgetInputNames(): void {
    for (let n = 1; n <= this.executionCount; n++) this.forget(`_i${n}`);
    for (const name of ['_i', '_ii', '_iii']) this.push(name, EMPTY_STR);
  }

  private forget(name: string): void {
    for (const d of [this.namespace, this.hidden]) if (dict_getStr(d, name) !== null) dict_delStr(d, name);
  }

  /** What `%reset` does when the user's variables are gone (InteractiveShell.reset). */
  reset(): void {
    this.flushOutputs();
    this.forgetInputNames();
    const old = this.lastResult;
    this.lastResult = null;
    xdecref(old);
  }

  // ---- the directory history, `_dh`

  directories(): string[] {
    const list = dict_getStr(this.namespace, '_dh');
    return list === null || !isList(list) ? [] : list.v.filter(isStr).map(s => s.v as string);
  }

  rememberDirectory(path: string): void {
    const list = dict_getStr(this.namespace, '_dh');
    if (list === null || !isList(list)) return;
    const s = newStr(path);
    list_appendBorrowed(list, s);
    decref(s);
  }

  // ---- expressions asked for by the frontend

  /** The `user_expressions` of a request. */
  userExpressions(expressions: Record<string, string>): JsonObject {
    const results: JsonObject = {};
    for (const [name, text] of Object.entries(expressions)) {
      try {
        const value = this.evalExpression(text);
        const bundle = mimeBundle(value) ?? { data: {}, metadata: {} };
        decref(value);
        results[name] = { status: 'ok', data: bundle.data, metadata: bundle.metadata };
      } catch (e) {
        results[name] = { status: 'error', ...errorContent(caught(e), this) };
      }
    }
    return results;
  }
}

/** A cell as Python: pasted prompts, magics, commands and help requests rewritten. */
export function toPython(raw: string): string {
  const cleaned = cleanCell(raw);
  const magic = cellMagic(cleaned);
  if (magic === null) return transformCell(cleaned);
  return `get_ipython().run_cell_magic(${quoted(magic.name)}, ${quoted(magic.line)}, ${quoted(magic.body)})\n`;
}

/** Does the cell end in `;` (comments aside)? */
function endsWithSemicolon(cell: string): boolean {
  const lines = cell.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('#'));
  const last = lines[lines.length - 1];
  if (last === undefined) return false;
  if (last.trimEnd().endsWith(';')) return true;
  const hash = last.lastIndexOf('#');
  return hash > 0 && last.slice(0, hash).trimEnd().endsWith(';');
}

/** The running shell; set by `startShell`. */
export let shell: Shell;

export function startShell(): Shell {
  shell = new Shell();
  return shell;
}
