/** The text/plain of a result: IPython's pretty printer for builtin types, `repr` for the rest. */
import { TPFLAGS_HEAPTYPE, type PyContainer, type PyObject, type TypeBody } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_BaseException } from '../exceptions/types.ts';
import { T_BUILTIN } from '../objects/builtin_function.ts';
import { dict_getStr, dict_items, T_DICT } from '../objects/dict.ts';
import { T_FROZENSET, T_SET } from '../objects/set.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { newList, T_LIST } from '../objects/list.ts';
import { sortList } from '../objects/list_sort.ts';
import { object_repr, T_OBJECT, typeModule } from '../objects/object.ts';
import { bool } from '../objects/singletons.ts';
import { hexAddress } from '../objects/text.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { isType, T_TYPE } from '../objects/type.ts';
import { T_SUPER } from '../objects/super.ts';
import { callSpecialMaybe } from '../protocols/call.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { reprString, strString } from '../protocols/object.ts';
import { collect } from '../protocols/sequence.ts';
import { functionSignature } from '../runtime/function_signature.ts';
import { prettyHelper } from './pretty_helper.ts';
import { PrettyPrinter } from './pretty_printer.ts';

type Printer = (o: PyObject, p: RepresentationPrinter, cycle: boolean) => void;

/** PrettyPrinter that knows objects. */
export class RepresentationPrinter extends PrettyPrinter {
  private readonly stack: PyObject[] = [];

  pretty(o: PyObject): void {
    const cycle = this.stack.includes(o);
    this.stack.push(o);
    this.beginGroup();
    try {
      printerFor(o)(o, this, cycle);
    } finally {
      this.endGroup();
      this.stack.pop();
    }
  }

  /** Items with separators, cut at `maxSequence`. */
  items(n: number, each: (i: number) => void): void {
    for (let i = 0; i < n; i++) {
      if (i > 0) {
        this.text(',');
        this.breakable();
      }
      if (i >= this.maxSequence) {
        this.text('...');
        return;
      }
      each(i);
    }
  }
}

/** Text of an object as IPython shows a result. */
export function prettyString(o: PyObject): string {
  const p = new RepresentationPrinter();
  p.pretty(o);
  return p.finish();
}

function printerFor(o: PyObject): Printer {
  for (const type of o.type.mro) {
    const known = PRINTERS.get(type);
    if (known !== undefined) return known;
    const deferred = DEFERRED.get(`${typeModule(type)}.${type.name}`) ?? DEFERRED.get(type.name);
    if (deferred !== undefined) return deferred;
    if (dict_getStr(type.dict, '_repr_pretty_') !== null) return ownPrinter;
    if (type !== T_OBJECT && dict_getStr(type.dict, '__repr__') !== null) return printRepr;
  }
  return printDefault;
}

function ownPrinter(o: PyObject, p: RepresentationPrinter, cycle: boolean): void {
  const helper = prettyHelper(p);
  try {
    const r = callSpecialMaybe(o, '_repr_pretty_', [helper, bool(cycle)]);
    xdecref(r);
  } finally {
    decref(helper);
  }
}

function printRepr(o: PyObject, p: RepresentationPrinter): void {
  const lines = reprString(o).split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
  if (lines.length > 1 && lines[lines.length - 1] === '') lines.pop();
  p.beginGroup();
  lines.forEach((line, i) => {
    if (i > 0) p.newline();
    p.text(line);
  });
  p.endGroup();
}

function printDefault(o: PyObject, p: RepresentationPrinter): void {
  if (o.type.tp_repr !== object_repr) return printRepr(o, p);
  p.beginGroup(1, '<');
  p.pretty(o.type.obj);
  p.text(` at ${hexAddress(o)}`);
  p.endGroup(1, '>');
}

/** A subclass with a `__repr__` of its own is shown by that. */
function ownsRepr(o: PyObject, base: TypeBody): boolean {
  return o.type.tp_repr !== base.tp_repr;
}

function sequence(base: () => TypeBody, open: string, close: string): Printer {
  return (o, p, cycle) => {
    if (ownsRepr(o, base())) return printRepr(o, p);
    if (cycle) return p.text(`${open}...${close}`);
    const items = o.v as PyObject[];
    p.beginGroup(open.length, open);
    p.items(items.length, i => p.pretty(items[i]));
    if (items.length === 1 && open === '(') p.text(',');
    p.endGroup(open.length, close);
  };
}

function set(base: () => TypeBody, open: string, close: string): Printer {
  return (o, p, cycle) => {
    if (ownsRepr(o, base())) return printRepr(o, p);
    if (cycle) return p.text(`${open}...${close}`);
    const items = collect(o);
    try {
      if (items.length === 0) return p.text(`${base().name}()`);
      if (items.length < p.maxSequence) sortForDisplay(items);
      p.beginGroup(open.length, open);
      p.items(items.length, i => p.pretty(items[i]));
      p.endGroup(open.length, close);
    } finally {
      items.forEach(decref);
    }
  };
}

/** Sorted when the items can be compared, else by their text, else as they come. */
function sortForDisplay(items: PyObject[]): void {
  const list = newList(items.map(o => incref(o)));
  try {
    sortList(list, null, false);
    (list.v as PyObject[]).forEach((o, i) => (items[i] = o));
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    const keyed = items.map(o => [safeString(o), o] as const);
    keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    keyed.forEach(([, o], i) => (items[i] = o));
  }
  decref(list);
}

function safeString(o: PyObject): string {
  try {
    return strString(o);
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return '';
  }
}

function printDict(open: string, close: string, owned: boolean): Printer {
  return (o, p, cycle) => {
    if (owned && ownsRepr(o, T_DICT)) return printRepr(o, p);
    if (cycle) return p.text('{...}');
    const dict = (o.type.name === 'mappingproxy' ? o.v : o) as PyContainer;
    const items = dict_items(dict);
    p.beginGroup(open.length, open);
    p.items(items.length, i => {
      p.pretty(items[i][0]);
      p.text(': ');
      p.pretty(items[i][1]);
    });
    p.endGroup(open.length, close);
  };
}

function qualifiedName(type: TypeBody): string {
  const module = typeModule(type);
  const name = type.qualname === null ? type.name.slice(type.name.lastIndexOf('.') + 1) : (type.qualname.v as string);
  return module === null || module === 'builtins' ? name : `${module}.${name}`;
}

const printType: Printer = (o, p) => {
  if (!isType(o) || o.type.tp_repr !== T_TYPE.tp_repr) return printRepr(o, p);
  p.text(qualifiedName(o.v));
};

const printFunction: Printer = (o, p) => {
  const module = lookupattrStr(o, '__module__');
  const qualname = lookupattrStr(o, '__qualname__');
  let name = qualname === null ? '?' : (qualname.v as string);
  if (module !== null && typeof module.v === 'string' && module.v !== 'builtins') name = `${module.v}.${name}`;
  xdecref(module);
  xdecref(qualname);
  p.text(`<function ${name}${functionSignature(o) ?? ''}>`);
};

const printException: Printer = (o, p) => {
  if (dict_getStr(o.type.dict, '__repr__') !== null && (o.type.flags & TPFLAGS_HEAPTYPE) !== 0) return printRepr(o, p);
  const name = qualifiedName(o.type);
  const args = (o.v.args as PyObject).v as PyObject[];
  p.beginGroup(name.length + 1, `${name}(`);
  p.items(args.length, i => p.pretty(args[i]));
  p.endGroup(name.length + 1, ')');
};

const printSuper: Printer = (o, p) => {
  p.beginGroup(8, '<super: ');
  p.pretty(o.v.type.obj ?? o.v.type);
  p.text(',');
  p.breakable();
  if (o.v.obj !== null) p.pretty(o.v.obj);
  else p.text('None');
  p.endGroup(8, '>');
};

const PRINTERS = new Map<TypeBody, Printer>([
  [T_TUPLE, sequence(() => T_TUPLE, '(', ')')],
  [T_LIST, sequence(() => T_LIST, '[', ']')],
  [T_DICT, printDict('{', '}', true)],
  [T_SET, set(() => T_SET, '{', '}')],
  [T_FROZENSET, set(() => T_FROZENSET, 'frozenset({', '})')],
  [T_TYPE, printType],
  [T_FUNCTION, printFunction],
  [T_BUILTIN, printFunction],
  [T_BaseException, printException],
  [T_SUPER, printSuper],
]);

/** Printers of types known by name only. */
const DEFERRED = new Map<string, Printer>([['mappingproxy', printDict('mappingproxy({', '})', false)]]);
