/** `code.replace()`: a copy of a code object with other names, places, flags or constants (code_replace_impl). */
import type { PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import type { CodeUnit } from '../compile/index.ts';
import { asSsize } from '../protocols/number.ts';
import { eq } from '../protocols/compare.ts';
import { getattr } from '../protocols/attribute.ts';
import { generate, newCode, type PyCode } from './code.ts';
import { intern, isStr } from './str.ts';
import { isTuple, type PyTuple } from './tuple.ts';

/** Keyword -> field of the unit. */
const FIELDS: Record<string, keyof CodeUnit> = {
  co_name: 'name',
  co_qualname: 'qualname',
  co_filename: 'filename',
  co_firstlineno: 'firstlineno',
  co_flags: 'flags',
};

/** What belongs to the generated code and can only be given as it is. */
const FIXED = new Set([
  'co_argcount',
  'co_posonlyargcount',
  'co_kwonlyargcount',
  'co_nlocals',
  'co_stacksize',
  'co_code',
  'co_names',
  'co_varnames',
  'co_freevars',
  'co_cellvars',
  'co_linetable',
  'co_exceptiontable',
]);

/** Borrows the keywords; new reference. */
export function code_replace(o: PyObject, keywords: Map<string, PyObject> | null): PyObject {
  const old = o as PyCode;
  const generated = generate(old);
  const unit: CodeUnit = { ...old.v.unit };
  unit.generate = () => generated;
  let consts: PyTuple | null = null;
  for (const [name, value] of keywords ?? []) {
    const field = FIELDS[name];
    if (field !== undefined) setField(unit, field, name, value);
    else if (name === 'co_consts') {
      if (!isTuple(value)) typeError(`replace() argument 'co_consts' must be tuple, not ${value.type.name}`);
      if (value.v.length !== generated.consts.length) valueError('code: bad number of constants');
      consts = value;
    } else if (FIXED.has(name)) {
      const now = getattr(o, intern(name));
      const same = eq(now, value);
      now.rc--;
      if (!same) valueError(`code: ${name} belongs to the compiled code and cannot be replaced`);
    } else typeError(`replace() got an unexpected keyword argument '${name}'`);
  }
  const code = newCode(unit);
  code.v.pool = old.v.pool;
  code.v.generated = generated;
  code.v.names = old.v.names;
  code.v.consts = incref(consts ?? old.v.consts!);
  return code;
}

function setField(unit: CodeUnit, field: keyof CodeUnit, name: string, value: PyObject): void {
  const target = unit as unknown as Record<string, unknown>;
  if (field === 'firstlineno' || field === 'flags') target[field] = asSsize(value, null);
  else {
    if (!isStr(value)) typeError(`replace() argument '${name}' must be str, not ${value.type.name}`);
    target[field] = value.v;
  }
}
