/** Which statements of a cell show their value (InteractiveShell.ast_node_interactivity). */
import type { PyContainer } from '../heap/object.ts';
import { dict_getStr } from '../objects/dict.ts';
import { isModule } from '../objects/module.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';
import { loadedModule } from '../runtime/import.ts';
import type { Stmt } from '../syntax/index.ts';

export type Interactivity = 'all' | 'last' | 'last_expr' | 'last_expr_or_assign' | 'none';

const MODES: string[] = ['all', 'last', 'last_expr', 'last_expr_or_assign', 'none'];

const state = { mode: 'last_expr' as Interactivity };

/** `%config InteractiveShell.ast_node_interactivity = ...`; false for a mode that does not exist. */
export function setInteractivity(mode: string): boolean {
  if (!MODES.includes(mode)) return false;
  state.mode = mode as Interactivity;
  return true;
}

/** The mode in force: what was set on the shell object, else on the class, else by `%config`. */
export function interactivity(shellObject: PyContainer | null): Interactivity {
  const own = shellObject === null || shellObject.dict === null ? null : shellObject.dict;
  for (const dict of [own, classDict()]) {
    const value = dict === null ? null : dict_getStr(dict, 'ast_node_interactivity');
    if (value !== null && isStr(value) && MODES.includes(value.v)) return value.v as Interactivity;
  }
  return state.mode;
}

/** `IPython.core.interactiveshell.InteractiveShell.__dict__`, when some code has imported it. */
function classDict(): PyContainer | null {
  const module = loadedModule('IPython.core.interactiveshell');
  const type = module === null || !isModule(module) ? null : dict_getStr(module.dict!, 'InteractiveShell');
  return type === null || !isType(type) ? null : type.v.dict;
}

/** Does statement `i` of the cell's show its value? */
export function shows(mode: Interactivity, body: Stmt[], i: number): boolean {
  if (mode === 'all') return true;
  return mode !== 'none' && i === body.length - 1 && body[i].kind === 'Expr';
}

/** The cell's statements; in mode `last_expr_or_assign` with the name that the last one assigns, as an expression. */
export function withAssignedName(mode: Interactivity, body: Stmt[]): Stmt[] {
  const last = body[body.length - 1];
  if (mode !== 'last_expr_or_assign' || last === undefined) return body;
  const target = last.kind === 'Assign' ? last.targets[0] : last.kind === 'AugAssign' ? last.target : null;
  if (target === null || target.kind !== 'Name') return body;
  return [...body, { ...target, kind: 'Expr', value: { ...target, ctx: 'Load' } }];
}
