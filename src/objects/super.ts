/** `super` (Objects/typeobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { runtimeError, typeError } from '../exceptions/raise.ts';
import { call2 } from '../protocols/call.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { defineType } from './define.ts';
import { dict_getStr } from './dict.ts';
import { hooks } from './hooks.ts';
import { gcNew, object_alloc, object_getattro } from './object.ts';
import { isStr, newStr } from './str.ts';
import { None } from './singletons.ts';
import { parseArgs, signature } from './signature.ts';
import { isType } from './type.ts';
import { isSubtype } from './type_lookup.ts';

interface SuperBody {
  /** __thisclass__ */
  type: PyContainer<TypeBody> | null;
  obj: PyObject | null;
  /** __self_class__: where the search along the mro starts behind `type`. */
  objType: PyContainer<TypeBody> | null;
}

export const T_SUPER = new TypeBody('super');

/** supercheck: the class whose mro is searched; borrowed. */
function superCheck(type: PyContainer<TypeBody>, obj: PyObject): PyContainer<TypeBody> {
  if (isType(obj) && isSubtype(obj.v, type.v)) return obj;
  if (isSubtype(obj.type, type.v)) return obj.type.obj;
  const cls = getattrStr(obj, '__class__');
  const found = isType(cls) && cls !== obj.type.obj && isSubtype(cls.v, type.v) ? cls : null;
  decref(cls);
  if (found !== null) return found;
  return typeError('super(type, obj): obj must be an instance or subtype of type');
}

/** `super(type, obj)`; new reference. */
export function addSuper(type: PyContainer<TypeBody>, obj: PyObject): PyObject {
  const objType = superCheck(type, obj);
  incref(type);
  incref(obj);
  incref(objType);
  return gcNew<SuperBody>(T_SUPER, { type, obj, objType });
}

const SIGNATURE = signature('super()', '(type=None, object=None, /)');

function super_new(type: TypeBody): PyObject {
  const o = object_alloc(type);
  o.v = { type: null, obj: null, objType: null } satisfies SuperBody;
  return o;
}

function super_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  if (kwnames !== null && kwnames.length > 0) typeError('super() takes no keyword arguments');
  const [type, given] = parseArgs(SIGNATURE, args, kwnames) as [PyObject | undefined, PyObject | undefined];
  let cls: PyObject;
  let obj: PyObject | null = null;
  if (type === undefined) [cls, obj] = fromFrame();
  else {
    if (!isType(type)) typeError(`super() argument 1 must be a type, not ${type.type.name}`);
    cls = type;
    if (given !== undefined && given !== None) obj = given;
  }
  const body: SuperBody = o.v;
  const objType = obj === null ? null : superCheck(cls as PyContainer<TypeBody>, obj);
  const old = [body.type, body.obj, body.objType];
  body.type = incref(cls) as PyContainer<TypeBody>;
  body.obj = obj === null ? null : incref(obj);
  body.objType = objType === null ? null : (incref(objType) as PyContainer<TypeBody>);
  old.forEach(xdecref);
}

/** super() without arguments: `__class__` cell and first argument of the calling function (super_init_without_args). */
function fromFrame(): [PyObject, PyObject] {
  const frame = hooks.currentFrame();
  if (frame === null) return runtimeError('super(): no current frame');
  const first = frame.firstArgument();
  if (first === null) return runtimeError('super(): no arguments');
  const cls = frame.local('__class__');
  if (cls === null) return runtimeError('super(): __class__ cell not found');
  if (!isType(cls)) return runtimeError(`super(): __class__ is not a type (${cls.type.name})`);
  return [cls, first];
}

/** Finds `name` behind `type` in the mro of `objType` and binds it to `obj`; null when there is none. */
export function superLookup(
  type: PyContainer<TypeBody>,
  obj: PyObject,
  objType: PyContainer<TypeBody>,
  name: PyObject<string>,
): PyObject | null {
  const mro = objType.v.mro;
  let i = mro.indexOf(type.v) + 1;
  if (i === 0) return null;
  for (; i < mro.length; i++) {
    const found = dict_getStr(mro[i].dict, name.v);
    if (found === null) continue;
    const get = found.type.tp_descr_get;
    if (get === null) return incref(found);
    found.rc++;
    try {
      // A class method gets the class, an instance method the object.
      return get(found, obj === (objType as PyObject) ? null : obj, objType);
    } finally {
      decref(found);
    }
  }
  return null;
}

function super_getattro(o: PyObject, name: PyObject<string>): PyObject {
  const { type, obj, objType }: SuperBody = o.v;
  if (objType !== null && isStr(name) && name.v !== '__class__') {
    const found = superLookup(type!, obj!, objType, name);
    if (found !== null) return found;
  }
  return object_getattro(o, name);
}

function super_get(d: PyObject, obj: PyObject | null): PyObject {
  const { type, obj: bound }: SuperBody = d.v;
  if (obj === null || obj === None || bound !== null) return incref(d);
  if (d.type !== T_SUPER) return call2(d.type.obj, type!, obj);
  return addSuper(type!, obj);
}

function super_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  const { type, obj, objType }: SuperBody = o.v;
  xdecref(obj);
  xdecref(type);
  xdecref(objType);
  gcFree(o as PyContainer);
}

function super_traverse(o: PyContainer<SuperBody>, visit: Visit): void {
  const { type, obj, objType } = o.v;
  if (obj !== null) visit(obj, '__self__');
  if (type !== null) visit(type, '__thisclass__');
  if (objType !== null) visit(objType, '__self_class__');
}

function super_repr(o: PyObject): PyObject {
  const { type, objType }: SuperBody = o.v;
  const name = type === null ? 'NULL' : type.v.name;
  return newStr(
    objType === null ? `<super: <class '${name}'>, NULL>` : `<super: <class '${name}'>, <${objType.v.name} object>>`,
  );
}

export function initSuper(): void {
  defineType(T_SUPER, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC,
    basicsize: 40,
    doc: `super() -> same as super(__class__, <first argument>)
super(type) -> unbound super object
super(type, obj) -> bound super object; requires isinstance(obj, type)
super(type, type2) -> bound super object; requires issubclass(type2, type)
Typical use to call a cooperative superclass method:
class C(B):
    def meth(self, arg):
        super().meth(arg)
This works for class methods too:
class C(B):
    @classmethod
    def cmeth(cls, arg):
        super().cmeth(arg)
`,
    slots: {
      tp_new: super_new,
      tp_init: super_init,
      tp_dealloc: super_dealloc,
      tp_traverse: super_traverse,
      tp_repr: super_repr,
      tp_getattro: super_getattro,
      tp_descr_get: super_get,
    },
    members: [
      ['__thisclass__', o => incref(o.v.type ?? None), null, 'the class invoking super()'],
      ['__self__', o => incref(o.v.obj ?? None), null, 'the instance invoking super(); may be None'],
      [
        '__self_class__',
        o => incref(o.v.objType ?? None),
        null,
        'the type of the instance invoking super(); may be None',
      ],
    ],
  });
}
