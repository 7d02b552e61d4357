/**
 * The audit: recounts every reference that roots and objects hold and compares with the reference counts; checks the
 * collector's lists and the allocator's blocks. An interpreter between two statements has nothing to report.
 */
import {
  GC_COLLECTING,
  GC_UNREACHABLE,
  isImmortal,
  TPFLAGS_HAVE_GC,
  type PyContainer,
  type PyObject,
  type TypeBody,
  type Visit,
} from './object.ts';
import { live, sweep } from './audit.ts';
import { allFreeLists } from './freelist.ts';
import { generations, permanent } from './generations.ts';
import { LARGE, isLargeAllocated } from './largealloc.ts';
import { allocatedBlocks, idOf } from './pymalloc.ts';
import { allRoots } from './roots.ts';
import { STATIC_END } from './static.ts';

/** At most so many messages are made. */
const MOST = 50;

/** Everything wrong, one line a fault; empty when all is well. */
export function audit(): string[] {
  sweep();
  const faults: string[] = [];
  const { counts, order } = recount(faults);
  checkCounts(counts, order, faults);
  checkLists(faults);
  checkBlocks(order, faults);
  return faults.length > MOST ? [...faults.slice(0, MOST), `... and ${faults.length - MOST} more`] : faults;
}

/** `list 0x7f...`: without calling any Python code. */
export function describe(o: PyObject): string {
  const text = `${o.type.name} object at 0x${idOf(o).toString(16)}`;
  if (typeof o.v === 'string') return `${text} (${JSON.stringify(o.v.slice(0, 40))})`;
  if (typeof o.v === 'number' || typeof o.v === 'bigint') return `${text} (${String(o.v).slice(0, 40)})`;
  const named = o.v as { name?: unknown } | null;
  if (named !== null && typeof named === 'object' && typeof named.name === 'string') return `${text} (${named.name})`;
  return text;
}

/** Calls `visit` with every reference the object owns. */
export function visitOwned(o: PyObject, visit: Visit): void {
  const type = o.type;
  if (type.tp_traverse !== null) type.tp_traverse(o as PyContainer, visit);
  let done: TypeBody['auditTraverse'] = null;
  for (let t: TypeBody | null = type; t !== null; t = t.base) {
    if (t.auditTraverse === null || t.auditTraverse === done) continue;
    done = t.auditTraverse;
    done(o, visit);
  }
}

interface Recount {
  counts: Map<PyObject, number>;
  /** All objects found. */
  order: PyObject[];
}

function recount(faults: string[]): Recount {
  const counts = new Map<PyObject, number>();
  const order: PyObject[] = [];
  let holder: string | PyObject = '';
  const visit: Visit = (o, label) => {
    if (o === null || o === undefined || typeof o.rc !== 'number') {
      const who = typeof holder === 'string' ? holder : describe(holder);
      faults.push(`${who} visits ${o} as ${label}, which is no object`);
      return;
    }
    const n = counts.get(o);
    if (n === undefined) order.push(o);
    counts.set(o, (n ?? 0) + 1);
  };
  for (const root of allRoots()) {
    holder = `root ${root.label}`;
    for (const o of root.objects()) if (o !== null) visit(o, null);
  }
  for (const o of live) {
    if (counts.has(o)) continue;
    counts.set(o, 0);
    order.push(o);
  }
  for (let i = 0; i < order.length; i++) {
    holder = order[i];
    visitOwned(holder, visit);
  }
  return { counts, order };
}

function checkCounts(counts: Map<PyObject, number>, order: PyObject[], faults: string[]): void {
  const wrong = order.filter(o => !isImmortal(o) && o.rc !== counts.get(o));
  const holders = holdersOf(new Set(wrong.slice(0, MOST)), order);
  for (const o of wrong) {
    const found = counts.get(o)!;
    const kind = o.rc === 0 ? 'freed, but referred to' : o.rc < found ? 'released too often' : 'leaked';
    const by = holders.get(o) ?? [];
    const list = by.slice(0, 6).join('; ') + (by.length > 6 ? `; ... (${by.length})` : '');
    faults.push(
      `${kind}: ${describe(o)}: count is ${o.rc}, references found ${found}${list === '' ? '' : `: ${list}`}`,
    );
  }
}

/** Who refers to the given objects, and as what. */
function holdersOf(targets: Set<PyObject>, order: PyObject[]): Map<PyObject, string[]> {
  const holders = new Map<PyObject, string[]>();
  if (targets.size === 0) return holders;
  const add = (o: PyObject, text: string): void => {
    const list = holders.get(o);
    if (list === undefined) holders.set(o, [text]);
    else list.push(text);
  };
  for (const root of allRoots()) {
    for (const o of root.objects()) if (o !== null && targets.has(o)) add(o, `root ${root.label}`);
  }
  for (const holder of order) {
    visitOwned(holder, (o, label) => {
      if (targets.has(o)) add(o, label === null ? describe(holder) : `${describe(holder)} [${label}]`);
    });
  }
  return holders;
}

function checkLists(faults: string[]): void {
  const lists: [string, PyContainer][] = [
    ...generations.map((g, i): [string, PyContainer] => [`generation ${i}`, g.head]),
    ['the permanent generation', permanent.head],
  ];
  for (const [name, head] of lists) {
    let prev = head;
    for (let o = head.gcNext!; o !== head; o = o.gcNext!) {
      if (o === null) {
        faults.push(`${name} breaks off behind ${describe(prev)}`);
        break;
      }
      if (o.gcPrev !== prev) faults.push(`${name}: ${describe(o)} has a wrong back link`);
      if (o.rc <= 0) faults.push(`${name}: ${describe(o)} is dead but tracked`);
      if ((o.gcRefs & (GC_COLLECTING | GC_UNREACHABLE)) !== 0)
        faults.push(`${name}: ${describe(o)} has flags of a collection`);
      if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) faults.push(`${name}: ${describe(o)} is of a type without GC`);
      prev = o;
    }
  }
}

/** Every object's own block and side block are given out, and to it alone. */
function checkBlocks(order: PyObject[], faults: string[]): void {
  const blocks = allocatedBlocks(faults);
  const owners = new Map<number, PyObject | string>();
  const claim = (addr: number, owner: PyObject | string, what: string): void => {
    if (addr < STATIC_END) return;
    const who = typeof owner === 'string' ? owner : describe(owner);
    const other = owners.get(addr);
    if (other !== undefined) {
      faults.push(`${who}: ${what} is also ${typeof other === 'string' ? other : describe(other)}'s`);
    } else if (addr >= LARGE ? !isLargeAllocated(addr) : !blocks.has(addr)) {
      faults.push(`${who}: ${what} is not allocated`);
    }
    owners.set(addr, owner);
  };
  for (const o of order) {
    if (o.rc === 0) continue;
    claim(o.addr - ((o.type.flags & TPFLAGS_HAVE_GC) !== 0 ? o.type.presize : 0), o, 'its block');
    const mem = (o as PyContainer).mem;
    if (mem !== undefined && mem !== 0) claim(mem, o, 'its side block');
  }
  for (const [name, list] of allFreeLists()) {
    for (const addr of list.addresses()) claim(addr - list.presize, name, 'a parked block');
  }
}
