/** Traceback objects (Python/traceback.c). */
import { PyContainer, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { newList } from './list.ts';
import { newStr } from './str.ts';
import { lineOf } from './code.ts';
import { defineType } from './define.ts';
import { T_FRAME, type PyFrame } from './frame.ts';
import { newInt } from './int.ts';
import { parseArgs, signature } from './signature.ts';
import { None } from './singletons.ts';
import { asSsize } from '../protocols/number.ts';

export class TracebackBody {
  constructor(
    public next: PyTraceback | null,
    public frame: PyFrame,
    /** Position index in the frame's code (tb_lasti is twice that). */
    public at: number,
    /** Line, or 0 while it is to be looked up. */
    public lineno: number,
  ) {}
}

export type PyTraceback = PyContainer<TracebackBody>;

export const T_TRACEBACK = new TypeBody('traceback');

/** A traceback entry for `frame` (borrowed) in front of `next` (consumed). New reference. */
export function newTraceback(next: PyTraceback | null, frame: PyFrame, at: number, lineno = 0): PyTraceback {
  frame.rc++;
  const o = new PyContainer(1, T_TRACEBACK, gcMalloc(T_TRACEBACK, 40), new TracebackBody(next, frame, at, lineno));
  track(o);
  born(o);
  return o;
}

export function tracebackLine(tb: PyTraceback): number {
  const b = tb.v;
  return b.lineno !== 0 ? b.lineno : lineOf(b.frame.v.code, b.at);
}

const SIGNATURE = signature('TracebackType', '(tb_next, tb_frame, tb_lasti, tb_lineno)');

function tb_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [next, frame, lasti, lineno] = parseArgs(SIGNATURE, args, kwnames) as PyObject[];
  if (frame.type !== T_FRAME) typeError(`TracebackType() argument 'tb_frame' must be frame, not ${frame.type.name}`);
  if (next !== None && next.type !== T_TRACEBACK)
    typeError(`expected traceback object or None, got '${next.type.name}'`);
  const at = asSsize(lasti, null) >> 1;
  return newTraceback(
    next === None ? null : (incref(next) as PyTraceback),
    frame as PyFrame,
    at,
    asSsize(lineno, null),
  );
}

function tb_dealloc(o: PyObject): void {
  const tb = o as PyTraceback;
  untrack(tb);
  if (trashcanBegin(tb, tb_dealloc)) return;
  xdecref(tb.v.next);
  decref(tb.v.frame);
  gcFree(tb);
  trashcanEnd(tb, tb_dealloc);
}

function tb_traverse(o: PyContainer<TracebackBody>, visit: Visit): void {
  if (o.v.next !== null) visit(o.v.next, 'tb_next');
  visit(o.v.frame, 'tb_frame');
}

function tb_clear(o: PyContainer): void {
  const b = (o as PyTraceback).v;
  const next = b.next;
  b.next = null;
  xdecref(next);
}

function set_next(o: PyObject, value: PyObject | null): void {
  if (value === null) typeError("can't delete tb_next attribute");
  if (value !== None && value.type !== T_TRACEBACK) typeError(`expected traceback object, got '${value.type.name}'`);
  const next = value === None ? null : (value as PyTraceback);
  for (let tb = next; tb !== null; tb = tb.v.next) if (tb === o) valueError('traceback loop detected');
  const b = (o as PyTraceback).v;
  const old = b.next;
  b.next = next === null ? null : incref(next);
  xdecref(old);
}

/** `dir(tb)`: nothing but its own. */
function tb_dir(): PyObject {
  return newList(['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map(newStr));
}

export function initTraceback(): void {
  defineType(T_TRACEBACK, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 40,
    doc: 'TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)\n--\n\nCreate a new traceback object.',
    slots: { tp_new: tb_new, tp_dealloc: tb_dealloc, tp_traverse: tb_traverse, tp_clear: tb_clear },
    methods: [['__dir__', tb_dir, '!($self)']],
    members: [
      ['tb_frame', o => incref((o as PyTraceback).v.frame), null],
      ['tb_lasti', o => newInt((o as PyTraceback).v.at * 2), null],
    ],
    getset: [
      ['tb_next', o => incref((o as PyTraceback).v.next ?? None), set_next],
      ['tb_lineno', o => newInt(tracebackLine(o as PyTraceback)), null],
    ],
  });
}
