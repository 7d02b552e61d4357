/** Everything that generated code refers to as `$name`. */
import { dict_getStr } from '../objects/dict.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { newFloat, T_FLOAT } from '../objects/float.ts';
import { T_INT } from '../objects/int.ts';
import { T_LIST_ITERATOR } from '../objects/iterators.ts';
import { T_LIST } from '../objects/list.ts';
import { T_RANGE_ITERATOR } from '../objects/range_iter.ts';
import { Ellipsis, False, None, True } from '../objects/singletons.ts';
import { T_STR } from '../objects/str.ts';
import { strAppend, strAppendTake } from '../objects/str_ops.ts';
import { tstate } from '../objects/thread_state.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { runtimeError } from '../exceptions/raise.ts';
import { call } from '../protocols/call.ts';
import { attributes } from './attributes.ts';
import { breaker, poll, pollHolding } from './breaker.ts';
import { calls } from './calls.ts';
import { collections } from './collections.ts';
import { functions } from './functions.ts';
import { generators } from './generators.ts';
import { imports } from './imports.ts';
import { loadedModule } from './import.ts';
import { names } from './names.ts';
import { operators } from './operators.ts';
import { patterns } from './patterns.ts';
import { typingSupport } from './typing_support.ts';
import { unwinding } from './unwind.ts';
import { withs } from './with.ts';
import { runtimeTable } from './instance.ts';
import { dealloc, deallocFloat, deallocInt } from './release.ts';
import type { PyContainer } from '../heap/object.ts';

/** PRINT_EXPR: an expression statement at the prompt goes to sys.displayhook. Consumes. */
function printExpr(value: PyObject): void {
  try {
    const sys = loadedModule('sys') as PyContainer | null;
    const hook = sys === null ? null : dict_getStr(sys.dict!, 'displayhook');
    if (hook === null) return runtimeError('lost sys.displayhook');
    decref(call(hook, [value], null));
  } finally {
    decref(value);
  }
}

/** Fills the table. The breaker's words must be in place. */
export function initTable(): void {
  runtimeTable.functions = {
    S: tstate,
    BRK: breaker.words,
    poll,
    pollHolding,
    dealloc,
    deallocInt,
    deallocFloat,
    T_FUNCTION,
    T_INT,
    T_FLOAT,
    newFloat,
    T_LIST,
    T_TUPLE,
    T_STR,
    strAppend_B: strAppend,
    strAppend_O: strAppendTake,
    T_RANGE_ITER: T_RANGE_ITERATOR,
    T_LIST_ITER: T_LIST_ITERATOR,
    None,
    True,
    False,
    Ellipsis,
    printExpr,
    ...operators,
    ...names,
    ...attributes,
    ...calls,
    ...collections,
    ...functions,
    ...generators,
    ...imports,
    ...patterns,
    ...typingSupport,
    ...unwinding,
    ...withs,
  };
}
