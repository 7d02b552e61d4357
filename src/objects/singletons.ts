/** None, NotImplemented, Ellipsis, True and False (Objects/object.c, sliceobject.c, boolobject.c). */
import { IMMORTAL, PyAtom, PyInt, TypeBody, type PyObject } from '../heap/object.ts';
import { staticAddr } from '../heap/static.ts';

export const T_NONE = new TypeBody('NoneType');
export const T_NOTIMPLEMENTED = new TypeBody('NotImplementedType');
export const T_ELLIPSIS = new TypeBody('ellipsis');
export const T_BOOL = new TypeBody('bool');

export const None: PyObject<null> = new PyAtom(IMMORTAL, T_NONE, staticAddr(16), null, 0);
export const NotImplemented: PyObject<null> = new PyAtom(IMMORTAL, T_NOTIMPLEMENTED, staticAddr(16), null, 0);
export const Ellipsis: PyObject<null> = new PyAtom(IMMORTAL, T_ELLIPSIS, staticAddr(16), null, 0);
export const False: PyInt = new PyInt(IMMORTAL, T_BOOL, staticAddr(28), 0);
export const True: PyInt = new PyInt(IMMORTAL, T_BOOL, staticAddr(28), 1);

/** True or False (immortal, so the reference need not be counted). */
export function bool(b: boolean): PyInt {
  return b ? True : False;
}
