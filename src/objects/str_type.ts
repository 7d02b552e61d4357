/** str(): construction and the type's table (Objects/unicodeobject.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_UNICODE_SUBCLASS,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { malloc } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { strRepr } from '../text/str_repr.ts';
import { typeError } from '../exceptions/raise.ts';
import { str } from '../protocols/object.ts';
import { badArgument } from './bad_argument.ts';
import { decodeBytes } from './codecs.ts';
import { defineType } from './define.ts';
import { bytesIn } from './number_convert.ts';
import { object_alloc } from './object.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { EMPTY_STR, isStr, newStrFrom, str_dealloc, str_hash, strKind, strLength, strSizeof, T_STR } from './str.ts';
import { str_remainder } from './str_format.ts';
import { str_iter } from './str_iter.ts';
import { STR_METHODS, STR_STATICMETHODS } from './str_methods.ts';
import {
  str_concat,
  str_contains,
  str_item,
  str_repeat,
  str_richcompare,
  str_subscript,
  unchanged,
} from './str_ops.ts';

let SIGNATURE: Signature;

export function str_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames === null && args.length === 1) return type === T_STR ? str(args[0]) : subtype_new(type, str(args[0]));
  const [object, encoding, errors] = parseArgs(SIGNATURE, args, kwnames) as (PyObject | undefined)[];
  const name = optionalStr(encoding, 'encoding');
  const mode = optionalStr(errors, 'errors');
  let value: PyObject;
  if (object === undefined) value = incref(EMPTY_STR);
  else value = name === null && mode === null ? str(object) : fromEncoded(object, name ?? 'utf-8', mode ?? 'strict');
  return type === T_STR ? value : subtype_new(type, value);
}

function optionalStr(o: PyObject | undefined, name: string): string | null {
  if (o === undefined) return null;
  if (!isStr(o)) badArgument(`str() argument '${name}'`, 'str', o);
  return o.v;
}

/** PyUnicode_FromEncodedObject. */
function fromEncoded(o: PyObject, encoding: string, errors: string): PyObject {
  if (isStr(o)) typeError('decoding str is not supported');
  const bytes = bytesIn(o);
  if (bytes === null) typeError(`decoding to str: need a bytes-like object, ${o.type.name} found`);
  return decodeBytes(bytes, encoding, errors);
}

/** unicode_subtype_new: an instance of a subclass with the text of a str (consumed); the text is a block of its own. */
function subtype_new(type: TypeBody, value: PyObject): PyObject {
  try {
    const o = object_alloc(type);
    o.v = value.v;
    o.mem = malloc((strKind(value) || 1) * (strLength(value) + 1));
    return o;
  } finally {
    decref(value);
  }
}

function str_repr(o: PyObject): PyObject {
  return newStrFrom(strRepr(o.v), strKind(o));
}

export function initStr(): void {
  SIGNATURE = signature('str', "(object='', encoding='utf-8', errors='strict')");
  defineType(T_STR, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_UNICODE_SUBCLASS | TPFLAGS_MATCH_SELF,
    basicsize: 64,
    doc:
      "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nThe text of an object (its __str__), or of bytes " +
      'in an encoding\n(sys.getdefaultencoding() unless given).',
    slots: {
      tp_dealloc: str_dealloc,
      tp_new: str_new,
      tp_repr: str_repr,
      tp_str: unchanged,
      tp_hash: str_hash,
      tp_richcompare: str_richcompare,
      tp_iter: str_iter,
      sizeof: strSizeof,
      nb_remainder: str_remainder,
      sq_length: strLength,
      sq_concat: str_concat,
      sq_repeat: str_repeat,
      sq_item: str_item,
      sq_contains: str_contains,
      mp_length: strLength,
      mp_subscript: str_subscript,
    },
    methods: STR_METHODS,
    staticmethods: STR_STATICMETHODS,
  });
}
