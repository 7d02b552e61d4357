/** Loading, storing and deleting names (compiler_nameop). Names come unmangled. */
import type { Position } from '../syntax/ast.ts';
import { borrowedOperand, ownedOperand, type Operand } from './operands.ts';
import type { Unit } from './unit.ts';

/**
 * Names that are looked up with a check that the globals have not gained a name of their own. For other names found in
 * builtins nothing is cached.
 */
const BUILTIN_NAMES = new Set(
  (
    'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError ' +
    'BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
    'ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ' +
    'ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ' +
    'ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError ' +
    'KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented ' +
    'NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError ' +
    'RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration ' +
    'SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError ' +
    'UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError ' +
    'Warning ZeroDivisionError __build_class__ __debug__ __import__ abs aiter all anext any ascii bin bool breakpoint ' +
    'bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir display divmod enumerate eval ' +
    'exec exit filter float format frozenset get_ipython getattr globals hasattr hash help hex id input int isinstance issubclass ' +
    'iter len license list locals map max memoryview min next object oct open ord pow print property quit range ' +
    'repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip'
  ).split(' '),
);

function unbound(u: Unit, helper: string, name: string, node: Position): string {
  return u.slow(node, `$${helper}(${JSON.stringify(name)});`);
}

/** The value of a name. */
export function loadName(u: Unit, name: string, node: Position): Operand {
  const mangled = u.mangle(name);
  switch (u.access(mangled)) {
    case 'fast': {
      const js = u.localVar(mangled);
      if (!u.flow!.bound.has(u.flowKey(mangled))) {
        u.emit(`if (${js} === null) { ${unbound(u, 'unboundLocal', mangled, node)} }`);
        u.flow!.bound.add(u.flowKey(mangled));
      }
      return borrowedOperand(js);
    }
    case 'cell':
    case 'free': {
      const free = u.access(mangled) === 'free';
      if (free && u.kind === 'class' && u.inlinedComprehensions === 0) {
        u.raising(node);
        const r = u.result();
        u.emit(`${r.js} = $loadFromDictOrDeref(ns, ${u.cellVar(mangled)}, ${JSON.stringify(mangled)});`);
        return r;
      }
      const t = u.temp();
      const cell = u.cellVar(mangled);
      const helper = free ? 'unboundFree' : 'unboundLocal';
      u.emit(`if ((${t} = ${cell}.v) === null) { ${unbound(u, helper, mangled, node)} }`);
      u.emit(`++${t}.rc;`);
      return ownedOperand(t);
    }
    case 'global':
      return loadGlobal(u, mangled, node);
    case 'name':
      if (u.kind === 'module' && !u.mapped) return loadGlobal(u, mangled, node);
      u.raising(node);
      const r = u.result();
      u.emit(`${r.js} = $loadName(I, ns, ${u.nameVar(mangled)});`);
      return r;
  }
}

function loadGlobal(u: Unit, name: string, node: Position): Operand {
  const index = u.nameOf(name);
  const cache = u.globalCache(name);
  const t = u.temp();
  if (BUILTIN_NAMES.has(name)) {
    const version = u.globalVersion(name);
    const miss = u.slow(
      node,
      `${t} = $loadGlobalOrBuiltin(I, ${index}); ${cache} = I.entries[${index}]; ${version} = G.keysVersion;`,
    );
    u.emit(`if (${version} !== G.keysVersion || (${t} = ${cache}.value) === null) { ${miss} }`);
  } else {
    const miss = u.slow(node, `${t} = $loadGlobal(I, ${index}); ${cache} = I.entries[${index}];`);
    u.emit(`if ((${t} = ${cache}.value) === null) { ${miss} }`);
  }
  u.emit(`++${t}.rc;`);
  return ownedOperand(t);
}

/** Assigns `value` (used up) to a name. */
export function storeName(u: Unit, name: string, value: Operand, node: Position): void {
  const mangled = u.mangle(name);
  switch (u.access(mangled)) {
    case 'fast':
      storeLocal(u, u.localVar(mangled), u.flowKey(mangled), value);
      return;
    case 'cell':
    case 'free': {
      const cell = u.cellVar(mangled);
      const js = u.take(value);
      u.flags.add('y');
      u.emit(`y = ${cell}.v; ${cell}.v = ${js}; if (y !== null && --y.rc === 0) $dealloc(y);`);
      break;
    }
    case 'global':
      storeGlobal(u, mangled, value, node);
      break;
    case 'name':
      if (u.kind === 'module' && !u.mapped) storeGlobal(u, mangled, value, node);
      else {
        const n = u.nameVar(mangled);
        u.raising(node);
        u.emit(`$storeName(ns, ${n}, ${u.take(value)});`);
      }
  }
  u.done(value);
}

function storeGlobal(u: Unit, name: string, value: Operand, node: Position): void {
  const index = u.nameOf(name);
  const cache = BUILTIN_NAMES.has(name) ? u.globalStoreCache(name) : u.globalCache(name);
  const js = u.take(value);
  u.flags.add('y');
  const miss = u.slow(node, `$storeGlobal(I, ${index}, ${js}); ${cache} = I.entries[${index}];`);
  u.emit(
    `if ((y = ${cache}.value) !== null && D.gcNext !== null) { ${cache}.value = ${js}; if (--y.rc === 0) $dealloc(y); } ` +
      `else { ${miss} }`,
  );
}

/** Assigns to a fast local given by its JavaScript variable and its key in the flow state. */
function storeLocal(u: Unit, js: string, key: string, value: Operand): void {
  u.flushLocal(js);
  const v = u.take(value);
  const flow = u.flow!;
  if (v === js) {
    // `x = x`: one reference more and one less.
    u.emit(`--${js}.rc;`);
  } else if (!flow.maybe.has(key)) u.emit(`${js} = ${v};`);
  else {
    u.flags.add('y');
    const test = flow.bound.has(key) ? '' : 'y !== null && ';
    u.emit(`y = ${js}; ${js} = ${v}; if (${test}--y.rc === 0) $dealloc(y);`);
  }
  flow.maybe.add(key);
  flow.bound.add(key);
  u.done(value);
}

/** `del name`. */
export function deleteName(u: Unit, name: string, node: Position): void {
  const mangled = u.mangle(name);
  u.flags.add('y');
  switch (u.access(mangled)) {
    case 'fast': {
      const js = u.localVar(mangled);
      u.flushLocal(js);
      if (!u.flow!.bound.has(u.flowKey(mangled)))
        u.emit(`if (${js} === null) { ${unbound(u, 'unboundLocal', mangled, node)} }`);
      u.emit(`y = ${js}; ${js} = null; if (--y.rc === 0) $dealloc(y);`);
      u.flow!.bound.delete(u.flowKey(mangled));
      return;
    }
    case 'cell':
    case 'free': {
      const cell = u.cellVar(mangled);
      const helper = u.access(mangled) === 'free' ? 'unboundFree' : 'unboundLocal';
      u.emit(`if (${cell}.v === null) { ${unbound(u, helper, mangled, node)} }`);
      u.emit(`y = ${cell}.v; ${cell}.v = null; if (--y.rc === 0) $dealloc(y);`);
      return;
    }
    case 'global':
      u.raising(node);
      u.emit(`$deleteGlobal(I, ${u.nameVar(mangled)});`);
      return;
    case 'name':
      u.raising(node);
      if (u.kind === 'module' && !u.mapped) u.emit(`$deleteGlobal(I, ${u.nameVar(mangled)});`);
      else u.emit(`$deleteName(ns, ${u.nameVar(mangled)});`);
  }
}

/** Unbinds a name that may be unbound already: the end of `except ... as name`. */
export function clearName(u: Unit, name: string, node: Position): void {
  const mangled = u.mangle(name);
  const access = u.access(mangled);
  if (access !== 'fast') {
    // None first, so that the deletion finds the name whatever the handler did to it.
    storeName(u, name, u.constant({ t: 'None' }), node);
    deleteName(u, name, node);
    return;
  }
  const js = u.localVar(mangled);
  u.flushLocal(js);
  u.flags.add('y');
  u.emit(`y = ${js}; ${js} = null; if (y !== null && --y.rc === 0) $dealloc(y);`);
  u.flow?.bound.delete(u.flowKey(mangled));
}
