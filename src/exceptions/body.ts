/** The payload of an exception instance (PyBaseExceptionObject and its relatives). */
import { PyContainer, TPFLAGS_BASE_EXC_SUBCLASS, type PyObject, type TypeBody } from '../heap/object.ts';

export class ExcBody {
  /** `__traceback__`: owned traceback object or null. */
  traceback: PyObject | null = null;
  context: PyObject | null = null;
  cause: PyObject | null = null;
  suppressContext = false;
  constructor(
    /** `args`: owned tuple. */
    public args: PyObject,
    /** The type's own members (StopIteration.value, OSError.errno...), owned, in the order of `EXC_MEMBERS`. */
    public members: (PyObject | null)[],
  ) {}
}

export type PyException = PyContainer<ExcBody>;

/** True when a caught JavaScript value is a Python exception (of type `type`, when given). */
export function isPyException(e: unknown, type?: TypeBody): e is PyException {
  if (!(e instanceof PyContainer) || (e.type.flags & TPFLAGS_BASE_EXC_SUBCLASS) === 0) return false;
  return type === undefined || e.type === type || e.type.mro.includes(type);
}
