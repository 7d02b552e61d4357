/**
 * Frame objects (Objects/frameobject.c, Python/frame.c).
 *
 * A running function has no frame object until somebody asks. Then it stands in `tstate.frames`, which owns one reference to
 * it; when the function leaves and others hold the frame too, the frame takes over the function's variables.
 */
import { PyContainer, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcFree, gcMalloc, isTracked, track, untrack } from '../heap/gc.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { runtimeError } from '../exceptions/raise.ts';
import { lineOf, type PyCode } from './code.ts';
import { defineType } from './define.ts';
import { dict_copy, dict_delStr, dict_getStr, dict_setStr, newDict, T_DICT, type PyDict } from './dict.ts';
import { T_FUNCTION, type PyFunction } from './function.ts';
import type { GeneratorBody } from './generator_run.ts';
import { newInt } from './int.ts';
import { False, None, True } from './singletons.ts';
import { newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { tstate, type ComprehensionVariables, type SlotArray } from './thread_state.ts';

export class FrameBody {
  /** Depth of the running function, or 0: the frame owns its variables, or belongs to a suspended generator. */
  depth: number;
  /** The generator whose frame this is, not owned; null for others and once the generator has finished. */
  generator: GeneratorBody | null = null;
  /** Slots (localsplus) once the function has left; owned. */
  slots: SlotArray | null = null;
  /** f_locals: a mapping that the code runs in, or a dict made of the slots; owned. */
  locals: PyObject | null = null;
  /** f_back of a frame that has left; owned. */
  back: PyFrame | null = null;
  /** The frame owns its function and code. */
  owns = false;
  cleared = false;
  trace: PyObject | null = null;
  constructor(
    public fn: PyFunction,
    public code: PyCode,
    depth: number,
    /** Position index: where the frame is, or was when it left. */
    public at: number,
  ) {
    this.depth = depth;
  }
}

export type PyFrame = PyContainer<FrameBody>;

export const T_FRAME = new TypeBody('frame');

const BASIC = 120;

/** Size of a frame object: a fixed part, the locals and the stack. Code that never ran is given eight slots. */
function frameSize(code: PyCode): number {
  const { generated } = code.v;
  return BASIC + 8 * (generated === null ? 8 : generated.localsplus.length + generated.stacksize);
}

/** A frame object for a function or generator that is running at `depth` (or suspended, with 0). New reference, untracked. */
export function newFrame(fn: PyFunction, depth: number, at: number): PyFrame {
  const code = fn.v.code;
  const body = new FrameBody(fn, code, depth, at);
  const o = new PyContainer(1, T_FRAME, gcMalloc(T_FRAME, frameSize(code)), body);
  born(o);
  return o;
}

/** The frame object of the function running at `depth`, made if need be; borrowed. */
export function frameAt(depth: number): PyFrame {
  const known = tstate.frames[depth];
  if (known.type !== T_FUNCTION) return known as PyFrame;
  const frame = newFrame(known as PyFunction, depth, 0);
  tstate.frames[depth] = frame;
  return frame;
}

/** The function of the frame at `depth`. */
export function functionAt(depth: number): PyFunction {
  const known = tstate.frames[depth];
  return known.type === T_FUNCTION ? (known as PyFunction) : (known as PyFrame).v.fn;
}

/**
 * The function at `depth` (already popped) leaves with its frame object in place: the frame takes over `slots` and the
 * function when others hold it (take_ownership); else everything is released. Consumes slots and function.
 */
export function leaveFrameObject(depth: number, fn: PyFunction, at: number, slots: SlotArray | PyObject): void {
  const frame = tstate.frames[depth] as PyFrame;
  const b = frame.v;
  if (frame.rc > 1) {
    takeOwnership(frame, fn, at, slots);
    if (depth > 1) b.back = incref(frameAt(depth - 1));
    track(frame);
    decref(frame);
    return;
  }
  b.depth = 0;
  b.generator = null;
  const locals = b.locals;
  b.locals = null;
  decref(frame);
  releaseVariables(fn, slots, locals);
}

/** The frame, which others hold, becomes the owner of the variables. */
export function takeOwnership(frame: PyFrame, fn: PyFunction, at: number, slots: SlotArray | PyObject): void {
  const b = frame.v;
  b.depth = 0;
  b.generator = null;
  b.at = at;
  b.owns = true;
  incref(b.code);
  b.fn = fn;
  if (Array.isArray(slots)) {
    b.slots = slots;
    if (slots.dict !== undefined) {
      b.locals = slots.dict;
      slots.dict = undefined;
    }
  } else b.locals = incref(slots as PyObject);
}

/** Releases a function's variables as at its end: slots in order, f_locals, the function. */
export function releaseVariables(fn: PyFunction, slots: SlotArray | PyObject, locals: PyObject | null): void {
  if (Array.isArray(slots)) releaseSlots(slots);
  xdecref(locals);
  decref(fn);
}

export function releaseSlots(slots: SlotArray): void {
  for (let i = 0; i < slots.length; i++) {
    const o = slots[i];
    if (o !== null) {
      slots[i] = null;
      if (--o.rc === 0) o.type.tp_dealloc!(o);
    }
  }
  if (slots.dict !== undefined) {
    const dict = slots.dict;
    slots.dict = undefined;
    decref(dict);
  }
}

function frame_dealloc(o: PyObject): void {
  const frame = o as PyFrame;
  const b = frame.v;
  if (isTracked(frame)) untrack(frame);
  if (trashcanBegin(frame, frame_dealloc)) return;
  let code: PyObject | null = null;
  if (b.owns) {
    code = b.code;
    decref(b.fn);
    const locals = b.locals;
    b.locals = null;
    xdecref(locals);
    if (b.slots !== null) releaseSlots(b.slots);
  }
  xdecref(b.back);
  xdecref(b.trace);
  gcFree(frame);
  xdecref(code);
  trashcanEnd(frame, frame_dealloc);
}

function frame_traverse(o: PyContainer<FrameBody>, visit: Visit): void {
  const b = o.v;
  if (b.back !== null) visit(b.back, 'f_back');
  if (b.trace !== null) visit(b.trace, 'f_trace');
  if (!b.owns) return;
  if (b.locals !== null) visit(b.locals, 'f_locals');
  visit(b.fn, null);
  visit(b.code, 'f_code');
  if (b.slots !== null) {
    const names = slotNames(b.code);
    b.slots.forEach((value, i) => {
      if (value !== null) visit(value, names[i] ?? null);
    });
  }
}

/** frame_tp_clear: drops the variables. */
function frame_tp_clear(o: PyContainer): void {
  const b = (o as PyFrame).v;
  const trace = b.trace;
  b.trace = null;
  xdecref(trace);
  if (b.owns && b.slots !== null) releaseSlots(b.slots);
}

function slotNames(code: PyCode): string[] {
  return code.v.generated === null ? [] : code.v.generated.localsplus;
}

function frame_repr(o: PyObject): PyObject {
  const b = (o as PyFrame).v;
  const { name, filename } = b.code.v;
  return newStr(`<frame at ${hexAddress(o)}, file '${filename.v}', line ${frameLine(o as PyFrame)}, code ${name.v}>`);
}

/** Where the frame is: a position index of its code. */
export function framePosition(frame: PyFrame): number {
  const b = frame.v;
  if (b.generator !== null && b.depth === 0) return b.generator.at;
  return b.depth > 0 ? tstate.runningPosition(b.depth) : b.at;
}

/** f_lineno (PyFrame_GetLineNumber). */
export function frameLine(frame: PyFrame): number {
  return lineOf(frame.v.code, framePosition(frame));
}

/** The frame that called, borrowed, or null. */
export function frameBack(frame: PyFrame): PyFrame | null {
  const b = frame.v;
  if (b.depth > 1) return frameAt(b.depth - 1);
  return b.back;
}

/** The slots of a frame wherever they are now, borrowed, or null where the running function keeps them to itself. */
function slotsOf(b: FrameBody): SlotArray | null {
  if (b.slots !== null) return b.slots;
  if (b.generator !== null) return b.generator.slots;
  if (b.depth > 0) {
    const locals = tstate.locals[b.depth];
    if (Array.isArray(locals)) return locals as SlotArray;
  }
  return null;
}

/** A slot's value: what is in the cell, for cells. */
function slotValue(code: PyCode, names: string[], slots: SlotArray, i: number): PyObject | null {
  const value = slots[i];
  if (value === null || value === undefined) return null;
  const unit = code.v.unit;
  if (unit.cellvars.includes(names[i]) || i >= names.length - unit.freevars.length) return value.v;
  return value;
}

/**
 * The frame's variables as a mapping (PyFrame_GetLocals): the mapping the code runs in, or a dict brought up to date from the
 * slots. New reference.
 */
export function frameLocals(frame: PyFrame): PyObject {
  const b = frame.v;
  if (b.code.v.unit.kind !== 'function') {
    if (b.locals !== null) return incref(b.locals);
    const locals = b.depth > 0 ? tstate.locals[b.depth] : null;
    return incref((locals as PyObject | null) ?? b.fn.v.globals);
  }
  const slots = slotsOf(b);
  if (slots === null) {
    b.locals ??= newDict();
    return incref(b.locals);
  }
  const dict = localsDict(slots, b);
  return incref(fastToLocals(b.code, b.fn, slots, dict));
}

function localsDict(slots: SlotArray, b: FrameBody | null): PyDict {
  if (b !== null && b.owns) return (b.locals ??= newDict()) as PyDict;
  return (slots.dict ??= newDict()) as PyDict;
}

/** PyFrame_FastToLocals: names that are unbound now are taken out. */
function fastToLocals(code: PyCode, fn: PyFunction, slots: SlotArray, dict: PyDict): PyDict {
  const names = slotNames(code);
  const nfree = code.v.unit.freevars.length;
  const nown = names.length - nfree;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    if (name.startsWith('.')) continue;
    let value: PyObject | null;
    if (i < nown || slots.length === names.length) value = slotValue(code, names, slots, i);
    else value = fn.v.closure === null ? null : fn.v.closure.v[i - nown].v;
    if (value !== null) dict_setStr(dict, name, value);
    else if (dict_getStr(dict, name) !== null) dict_delStr(dict, name);
  }
  return dict;
}

/** What `locals()` answers for the function running at `depth`; new reference. */
export function localsAt(depth: number): PyObject {
  const locals = ownLocalsAt(depth);
  const comprehension = tstate.comprehensions[depth];
  return comprehension ? withVariables(locals as PyDict, comprehension, functionAt(depth)) : locals;
}

/**
 * The locals with a running comprehension's variables. Those of a function show them as its own; a module or class keeps them out
 * of its namespace and answers a copy (_PyFrame_GetLocals, `include_hidden`). Consumes; new reference.
 */
function withVariables(locals: PyDict, comprehension: ComprehensionVariables, fn: PyFunction): PyDict {
  let dict = locals;
  if (fn.v.code.v.unit.kind !== 'function') {
    if (locals.type !== T_DICT) return locals;
    dict = dict_copy(locals) as PyDict;
    decref(locals);
  }
  const outwards: ComprehensionVariables[] = [];
  for (let c: ComprehensionVariables | null = comprehension; c !== null; c = c.outer) outwards.unshift(c);
  for (const { names, read } of outwards) {
    read().forEach((value, i) => {
      if (value !== null) dict_setStr(dict, names[i], value);
      else if (dict_getStr(dict, names[i]) !== null) dict_delStr(dict, names[i]);
    });
  }
  return dict;
}

function ownLocalsAt(depth: number): PyObject {
  const fn = functionAt(depth);
  const locals = tstate.locals[depth];
  if (Array.isArray(locals)) {
    const slots = locals as SlotArray;
    return incref(fastToLocals(fn.v.code, fn, slots, localsDict(slots, null)));
  }
  if (locals !== null && locals !== undefined) return incref(locals as PyObject);
  return frameLocals(frameAt(depth));
}

/** frame.clear() */
function frame_clear(o: PyObject): PyObject {
  const b = (o as PyFrame).v;
  if (b.generator !== null && !b.generator.executing) {
    b.generator.close(b.generator);
    return incref(None);
  }
  if (b.depth > 0 || b.generator !== null) return runtimeError('cannot clear an executing frame');
  frame_tp_clear(o as PyContainer);
  return incref(None);
}

function set_trace(o: PyObject, value: PyObject | null): void {
  const b = (o as PyFrame).v;
  const old = b.trace;
  b.trace = value === null || value === None ? null : incref(value);
  xdecref(old);
}

export function initFrame(): void {
  defineType(T_FRAME, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: BASIC,
    itemsize: 8,
    slots: {
      tp_dealloc: frame_dealloc,
      tp_traverse: frame_traverse,
      tp_clear: frame_tp_clear,
      tp_repr: frame_repr,
      sizeof: o => frameSize((o as PyFrame).v.code),
    },
    methods: [['clear', frame_clear, '!($self)', 'F.clear(): clear most references held by the frame']],
    members: [
      ['f_trace_lines', () => True, null],
      ['f_trace_opcodes', () => False, null],
    ],
    getset: [
      ['f_back', o => incref(frameBack(o as PyFrame) ?? None), null],
      ['f_locals', o => frameLocals(o as PyFrame), null],
      ['f_lineno', o => newInt(frameLine(o as PyFrame)), null],
      ['f_trace', o => incref((o as PyFrame).v.trace ?? None), set_trace],
      ['f_lasti', o => newInt(framePosition(o as PyFrame) * 2), null],
      ['f_globals', o => incref((o as PyFrame).v.fn.v.globals), null],
      ['f_builtins', o => incref((o as PyFrame).v.fn.v.builtins), null],
      ['f_code', o => incref((o as PyFrame).v.code), null],
    ],
  });
}
