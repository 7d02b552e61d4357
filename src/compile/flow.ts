/** Which local variables are bound at a point of the program (flowgraph.c's fast_scan_many_locals, on the tree). */
import type { Stmt } from '../syntax/ast.ts';

/** Definitely bound and possibly bound variables, by their JavaScript names; null stands for "never reached". */
export interface Flow {
  bound: Set<string>;
  maybe: Set<string>;
}

export function copyFlow(flow: Flow | null): Flow | null {
  return flow === null ? null : { bound: new Set(flow.bound), maybe: new Set(flow.maybe) };
}

/** What holds where two paths meet. */
export function mergeFlow(a: Flow | null, b: Flow | null): Flow | null {
  if (a === null) return copyFlow(b);
  if (b === null) return copyFlow(a);
  const bound = new Set<string>();
  for (const name of a.bound) if (b.bound.has(name)) bound.add(name);
  return { bound, maybe: new Set([...a.maybe, ...b.maybe]) };
}

/** Python names that statements may bind or unbind in their own block. */
export interface Bindings {
  assigned: Set<string>;
  deleted: Set<string>;
}

const known = new WeakMap<object, Bindings>();

/** Names bound and deleted anywhere in a statement list or expression, nested functions' own names included. */
export function bindings(node: Stmt[] | object): Bindings {
  const cached = known.get(node);
  if (cached !== undefined) return cached;
  const result: Bindings = { assigned: new Set(), deleted: new Set() };
  scan(node, result);
  known.set(node, result);
  return result;
}

function add(to: Bindings, from: Bindings): void {
  for (const name of from.assigned) to.assigned.add(name);
  for (const name of from.deleted) to.deleted.add(name);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function scan(node: any, into: Bindings): void {
  if (Array.isArray(node)) {
    for (const item of node) if (item !== null && typeof item === 'object') add(into, bindings(item));
    return;
  }
  switch (node.kind) {
    case 'Constant':
      return;
    case 'Name':
      if (node.ctx === 'Store') into.assigned.add(node.id);
      else if (node.ctx === 'Del') into.deleted.add(node.id);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      into.assigned.add(node.name);
      add(into, bindings(node.decorator_list));
      if (node.kind === 'ClassDef') add(into, bindings(node.bases));
      else add(into, bindings(node.args.defaults));
      return;
    case 'Lambda':
      add(into, bindings(node.args.defaults));
      return;
    case 'ExceptHandler':
      if (node.name !== null) {
        into.assigned.add(node.name);
        into.deleted.add(node.name);
      }
      break;
    case 'alias': {
      const name: string = node.asname ?? node.name;
      into.assigned.add(name.split('.')[0]);
      return;
    }
    case 'MatchAs':
    case 'MatchStar':
      if (node.name !== null) into.assigned.add(node.name);
      break;
    case 'MatchMapping':
      if (node.rest !== null) into.assigned.add(node.rest);
      break;
    default:
      break;
  }
  for (const key in node) {
    const value = node[key];
    if (value !== null && typeof value === 'object') add(into, bindings(value));
  }
}
