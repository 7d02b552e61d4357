/** `property` (Objects/descrobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { raise } from '../exceptions/raise.ts';
import { T_AttributeError } from '../exceptions/types.ts';
import { call, call1, call2 } from '../protocols/call.ts';
import { getattrStr, lookupattr, setattr } from '../protocols/attribute.ts';
import { isTrue, reprString } from '../protocols/object.ts';
import { intern } from './str.ts';
import { defineType } from './define.ts';
import { object_alloc } from './object.ts';
import { parseArgs, signature } from './signature.ts';
import { bool, None } from './singletons.ts';

interface PropertyBody {
  get: PyObject | null;
  set: PyObject | null;
  del: PyObject | null;
  doc: PyObject | null;
  name: PyObject<string> | null;
  getterDoc: boolean;
}

export const T_PROPERTY = new TypeBody('property');

const SIGNATURE = signature('property', '(fget=None, fset=None, fdel=None, doc=None)');

function property_new(type: TypeBody): PyObject {
  const o = object_alloc(type);
  o.v = { get: null, set: null, del: null, doc: null, name: null, getterDoc: false } satisfies PropertyBody;
  return o;
}

function property_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const [get, set, del, doc] = parseArgs(SIGNATURE, args, kwnames);
  const p: PropertyBody = o.v;
  const old = [p.get, p.set, p.del, p.doc, p.name];
  const own = (f: PyObject | undefined): PyObject | null => (f === undefined || f === None ? null : incref(f));
  p.get = own(get);
  p.set = own(set);
  p.del = own(del);
  p.doc = own(doc);
  p.name = null;
  p.getterDoc = false;
  old.forEach(xdecref);
  if (p.doc === null && p.get !== null) {
    const inherited = lookupattr(p.get, intern('__doc__'));
    if (inherited !== null && inherited !== None) {
      p.getterDoc = true;
      if (o.type === T_PROPERTY) p.doc = inherited;
      else {
        setattr(o, intern('__doc__'), inherited);
        decref(inherited);
      }
    } else xdecref(inherited);
  }
}

function property_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  const p: PropertyBody = o.v;
  xdecref(p.get);
  xdecref(p.set);
  xdecref(p.del);
  xdecref(p.doc);
  xdecref(p.name);
  gcFree(o as PyContainer);
}

function property_traverse(o: PyContainer<PropertyBody>, visit: Visit): void {
  const p = o.v;
  if (p.get !== null) visit(p.get, 'fget');
  if (p.set !== null) visit(p.set, 'fset');
  if (p.del !== null) visit(p.del, 'fdel');
  if (p.doc !== null) visit(p.doc, '__doc__');
  if (p.name !== null) visit(p.name, '__name__');
}

function property_clear(o: PyContainer<PropertyBody>): void {
  const doc = o.v.doc;
  o.v.doc = null;
  xdecref(doc);
}

function missing(p: PropertyBody, obj: PyObject, accessor: string): never {
  const owner = getattrStr(obj.type.obj, '__qualname__');
  const qualname = owner.v as string;
  decref(owner);
  if (p.name !== null) {
    return raise(T_AttributeError, `property ${reprString(p.name)} of ${quoted(qualname)} object has no ${accessor}`);
  }
  return raise(T_AttributeError, `property of ${quoted(qualname)} object has no ${accessor}`);
}

function quoted(s: string): string {
  return `'${s}'`;
}

function property_get(d: PyObject, obj: PyObject | null): PyObject {
  if (obj === null || obj === None) return incref(d);
  const p: PropertyBody = d.v;
  if (p.get === null) return missing(p, obj, 'getter');
  return call1(p.get, obj);
}

function property_set(d: PyObject, obj: PyObject, value: PyObject | null): void {
  const p: PropertyBody = d.v;
  const f = value === null ? p.del : p.set;
  if (f === null) missing(p, obj, value === null ? 'deleter' : 'setter');
  decref(value === null ? call1(f, obj) : call2(f, obj, value));
}

/** property_copy: the same property with one function replaced. */
function copy(o: PyObject, get: PyObject | null, set: PyObject | null, del: PyObject | null): PyObject {
  const p: PropertyBody = o.v;
  const pick = (given: PyObject | null, own: PyObject | null): PyObject =>
    given === null || given === None ? (own ?? None) : given;
  const doc = p.getterDoc && get !== null && get !== None ? None : (p.doc ?? None);
  const fresh = call(o.type.obj, [pick(get, p.get), pick(set, p.set), pick(del, p.del), doc], null);
  const body = fresh.v as PropertyBody;
  if (fresh.type.mro.includes(T_PROPERTY) && p.name !== null && body.name === null)
    body.name = incref(p.name) as PyObject<string>;
  return fresh;
}

function set_name(o: PyObject, _owner: PyObject, name: PyObject<string>): PyObject {
  const p: PropertyBody = o.v;
  const old = p.name;
  p.name = incref(name);
  xdecref(old);
  return incref(None);
}

function isAbstract(o: PyObject): PyObject {
  const p: PropertyBody = o.v;
  for (const f of [p.get, p.set, p.del]) {
    if (f === null) continue;
    const flag = lookupattr(f, intern('__isabstractmethod__'));
    if (flag === null) continue;
    const result = isTrue(flag);
    decref(flag);
    if (result) return bool(true);
  }
  return bool(false);
}

export function initProperty(): void {
  defineType(T_PROPERTY, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC,
    basicsize: 64,
    doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring",
    slots: {
      tp_new: property_new,
      tp_init: property_init,
      tp_dealloc: property_dealloc,
      tp_traverse: property_traverse,
      tp_clear: property_clear,
      tp_descr_get: property_get,
      tp_descr_set: property_set,
    },
    methods: [
      [
        'getter',
        (o, f) => copy(o, f, null, null),
        '!(fget, /)',
        'Descriptor to obtain a copy of the property with a different getter.',
      ],
      [
        'setter',
        (o, f) => copy(o, null, f, null),
        '!(fset, /)',
        'Descriptor to obtain a copy of the property with a different setter.',
      ],
      [
        'deleter',
        (o, f) => copy(o, null, null, f),
        '!(fdel, /)',
        'Descriptor to obtain a copy of the property with a different deleter.',
      ],
      ['__set_name__', set_name, '!(owner, name, /)', 'Method to set name of a property.'],
    ],
    members: [
      ['fget', o => incref(o.v.get ?? None), null],
      ['fset', o => incref(o.v.set ?? None), null],
      ['fdel', o => incref(o.v.del ?? None), null],
      [
        '__doc__',
        o => incref(o.v.doc ?? None),
        (o, value) => {
          const old = o.v.doc;
          o.v.doc = value === null ? null : incref(value);
          xdecref(old);
        },
      ],
    ],
    getset: [['__isabstractmethod__', isAbstract, null]],
  });
}
