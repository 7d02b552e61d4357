/**
 * The table that ties special methods to slots, both ways (slotdefs in Objects/typeobject.c): a builtin's slot becomes a
 * `slot wrapper` in its dict, and a Python class's method becomes a slot function.
 */
import type { SlotName } from '../heap/slots.ts';
import * as f from './slot_functions.ts';
import * as w from './slot_wrappers.ts';

export interface SlotDef {
  /** `__add__` */
  name: string;
  slot: SlotName;
  /** The slot function of Python classes, or null when the method has none of its own. */
  func: unknown;
  /** Checks arguments and calls the slot, or null for a method that is no slot wrapper. */
  wrapper: w.Wrapper;
  /** `__text_signature__` */
  signature: string;
  doc: string;
  keywords: boolean;
}

const rows: SlotDef[] = [];

function def(
  name: string,
  slot: SlotName,
  func: unknown,
  wrapper: w.Wrapper | null,
  signature: string,
  doc: string,
  keywords = false,
): void {
  // The reflected method shares its partner's slot function.
  if (func === 'same') func = rows[rows.length - 1].func;
  rows.push({ name, slot, func, wrapper: wrapper as w.Wrapper, signature, doc, keywords });
}

/** All rows in CPython's order; made on first use, because it reads other modules' functions. */
export function slotdefs(): SlotDef[] {
  if (rows.length === 0) fill();
  return rows;
}

function fill(): void {
  def(
    '__getattribute__',
    'tp_getattro',
    f.slot_tp_getattr_hook,
    w.wrap_binaryfunc,
    '($self, name, /)',
    'Return getattr(self, name).',
  );
  def('__getattr__', 'tp_getattro', f.slot_tp_getattr_hook, null, '', '');
  def(
    '__setattr__',
    'tp_setattro',
    f.slot_tp_setattro,
    w.wrap_setattr,
    '($self, name, value, /)',
    'Implement setattr(self, name, value).',
  );
  def(
    '__delattr__',
    'tp_setattro',
    f.slot_tp_setattro,
    w.wrap_delattr,
    '($self, name, /)',
    'Implement delattr(self, name).',
  );
  def('__repr__', 'tp_repr', f.slot_tp_repr, w.wrap_unaryfunc, '($self, /)', 'Return repr(self).');
  def('__hash__', 'tp_hash', f.slot_tp_hash, w.wrap_hashfunc, '($self, /)', 'Return hash(self).');
  def(
    '__call__',
    'tp_call',
    f.slot_tp_call,
    w.wrap_call,
    '($self, /, *args, **kwargs)',
    'Call self as a function.',
    true,
  );
  def('__str__', 'tp_str', f.slot_tp_str, w.wrap_unaryfunc, '($self, /)', 'Return str(self).');
  def('__lt__', 'tp_richcompare', f.slot_tp_richcompare, w.richcmp_lt, '($self, value, /)', 'Return self<value.');
  def('__le__', 'tp_richcompare', f.slot_tp_richcompare, w.richcmp_le, '($self, value, /)', 'Return self<=value.');
  def('__eq__', 'tp_richcompare', f.slot_tp_richcompare, w.richcmp_eq, '($self, value, /)', 'Return self==value.');
  def('__ne__', 'tp_richcompare', f.slot_tp_richcompare, w.richcmp_ne, '($self, value, /)', 'Return self!=value.');
  def('__gt__', 'tp_richcompare', f.slot_tp_richcompare, w.richcmp_gt, '($self, value, /)', 'Return self>value.');
  def('__ge__', 'tp_richcompare', f.slot_tp_richcompare, w.richcmp_ge, '($self, value, /)', 'Return self>=value.');
  def('__iter__', 'tp_iter', f.slot_tp_iter, w.wrap_unaryfunc, '($self, /)', 'Implement iter(self).');
  def('__next__', 'tp_iternext', f.slot_tp_iternext, w.wrap_next, '($self, /)', 'Implement next(self).');
  def(
    '__get__',
    'tp_descr_get',
    f.slot_tp_descr_get,
    w.wrap_descr_get,
    '($self, instance, owner=None, /)',
    'Return an attribute of instance, which is of type owner.',
  );
  def(
    '__set__',
    'tp_descr_set',
    f.slot_tp_descr_set,
    w.wrap_descr_set,
    '($self, instance, value, /)',
    'Set an attribute of instance to value.',
  );
  def(
    '__delete__',
    'tp_descr_set',
    f.slot_tp_descr_set,
    w.wrap_descr_delete,
    '($self, instance, /)',
    'Delete an attribute of instance.',
  );
  def(
    '__init__',
    'tp_init',
    f.slot_tp_init,
    w.wrap_init,
    '($self, /, *args, **kwargs)',
    'Initialize self.  See help(type(self)) for accurate signature.',
    true,
  );
  def('__new__', 'tp_new', f.slot_tp_new, null, '', '');
  def(
    '__del__',
    'tp_finalize',
    f.slot_tp_finalize,
    w.wrap_del,
    '($self, /)',
    'Called when the instance is about to be destroyed.',
  );
  def(
    '__await__',
    'am_await',
    f.slot_am_await,
    w.wrap_unaryfunc,
    '($self, /)',
    'Return an iterator to be used in await expression.',
  );
  def(
    '__aiter__',
    'am_aiter',
    f.slot_am_aiter,
    w.wrap_unaryfunc,
    '($self, /)',
    'Return an awaitable, that resolves in asynchronous iterator.',
  );
  def(
    '__anext__',
    'am_anext',
    f.slot_am_anext,
    w.wrap_unaryfunc,
    '($self, /)',
    'Return a value or raise StopAsyncIteration.',
  );
  def(
    '__add__',
    'nb_add',
    f.binarySlot('nb_add', '__add__', '__radd__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self+value.',
  );
  def('__radd__', 'nb_add', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value+self.');
  def(
    '__sub__',
    'nb_subtract',
    f.binarySlot('nb_subtract', '__sub__', '__rsub__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self-value.',
  );
  def('__rsub__', 'nb_subtract', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value-self.');
  def(
    '__mul__',
    'nb_multiply',
    f.binarySlot('nb_multiply', '__mul__', '__rmul__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self*value.',
  );
  def('__rmul__', 'nb_multiply', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value*self.');
  def(
    '__mod__',
    'nb_remainder',
    f.binarySlot('nb_remainder', '__mod__', '__rmod__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self%value.',
  );
  def('__rmod__', 'nb_remainder', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value%self.');
  def(
    '__divmod__',
    'nb_divmod',
    f.binarySlot('nb_divmod', '__divmod__', '__rdivmod__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return divmod(self, value).',
  );
  def('__rdivmod__', 'nb_divmod', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return divmod(value, self).');
  def(
    '__pow__',
    'nb_power',
    f.slot_nb_power,
    w.wrap_ternaryfunc,
    '($self, value, mod=None, /)',
    'Return pow(self, value, mod).',
  );
  def(
    '__rpow__',
    'nb_power',
    f.slot_nb_power,
    w.wrap_ternaryfunc_r,
    '($self, value, mod=None, /)',
    'Return pow(value, self, mod).',
  );
  def('__neg__', 'nb_negative', f.unarySlot('__neg__'), w.wrap_unaryfunc, '($self, /)', '-self');
  def('__pos__', 'nb_positive', f.unarySlot('__pos__'), w.wrap_unaryfunc, '($self, /)', '+self');
  def('__abs__', 'nb_absolute', f.unarySlot('__abs__'), w.wrap_unaryfunc, '($self, /)', 'abs(self)');
  def('__bool__', 'nb_bool', f.slot_nb_bool, w.wrap_inquirypred, '($self, /)', 'True if self else False');
  def('__invert__', 'nb_invert', f.unarySlot('__invert__'), w.wrap_unaryfunc, '($self, /)', '~self');
  def(
    '__lshift__',
    'nb_lshift',
    f.binarySlot('nb_lshift', '__lshift__', '__rlshift__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self<<value.',
  );
  def('__rlshift__', 'nb_lshift', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value<<self.');
  def(
    '__rshift__',
    'nb_rshift',
    f.binarySlot('nb_rshift', '__rshift__', '__rrshift__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self>>value.',
  );
  def('__rrshift__', 'nb_rshift', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value>>self.');
  def(
    '__and__',
    'nb_and',
    f.binarySlot('nb_and', '__and__', '__rand__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self&value.',
  );
  def('__rand__', 'nb_and', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value&self.');
  def(
    '__xor__',
    'nb_xor',
    f.binarySlot('nb_xor', '__xor__', '__rxor__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self^value.',
  );
  def('__rxor__', 'nb_xor', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value^self.');
  def(
    '__or__',
    'nb_or',
    f.binarySlot('nb_or', '__or__', '__ror__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self|value.',
  );
  def('__ror__', 'nb_or', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value|self.');
  def('__int__', 'nb_int', f.unarySlot('__int__'), w.wrap_unaryfunc, '($self, /)', 'int(self)');
  def('__float__', 'nb_float', f.unarySlot('__float__'), w.wrap_unaryfunc, '($self, /)', 'float(self)');
  def(
    '__iadd__',
    'nb_inplace_add',
    f.inplaceSlot('__iadd__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self+=value.',
  );
  def(
    '__isub__',
    'nb_inplace_subtract',
    f.inplaceSlot('__isub__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self-=value.',
  );
  def(
    '__imul__',
    'nb_inplace_multiply',
    f.inplaceSlot('__imul__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self*=value.',
  );
  def(
    '__imod__',
    'nb_inplace_remainder',
    f.inplaceSlot('__imod__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self%=value.',
  );
  def(
    '__ilshift__',
    'nb_inplace_lshift',
    f.inplaceSlot('__ilshift__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self<<=value.',
  );
  def(
    '__irshift__',
    'nb_inplace_rshift',
    f.inplaceSlot('__irshift__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self>>=value.',
  );
  def(
    '__iand__',
    'nb_inplace_and',
    f.inplaceSlot('__iand__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self&=value.',
  );
  def(
    '__ixor__',
    'nb_inplace_xor',
    f.inplaceSlot('__ixor__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self^=value.',
  );
  def(
    '__ior__',
    'nb_inplace_or',
    f.inplaceSlot('__ior__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self|=value.',
  );
  def(
    '__ipow__',
    'nb_inplace_power',
    f.slot_nb_inplace_power,
    w.wrap_ternaryfunc,
    '($self, value, /)',
    'Return self**=value.',
  );
  def(
    '__floordiv__',
    'nb_floor_divide',
    f.binarySlot('nb_floor_divide', '__floordiv__', '__rfloordiv__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self//value.',
  );
  def('__rfloordiv__', 'nb_floor_divide', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value//self.');
  def(
    '__truediv__',
    'nb_true_divide',
    f.binarySlot('nb_true_divide', '__truediv__', '__rtruediv__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self/value.',
  );
  def('__rtruediv__', 'nb_true_divide', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value/self.');
  def(
    '__ifloordiv__',
    'nb_inplace_floor_divide',
    f.inplaceSlot('__ifloordiv__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self//=value.',
  );
  def(
    '__itruediv__',
    'nb_inplace_true_divide',
    f.inplaceSlot('__itruediv__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self/=value.',
  );
  def(
    '__index__',
    'nb_index',
    f.slot_nb_index,
    w.wrap_unaryfunc,
    '($self, /)',
    'Return self converted to an integer, if self is suitable for use as an index into a list.',
  );
  def(
    '__matmul__',
    'nb_matrix_multiply',
    f.binarySlot('nb_matrix_multiply', '__matmul__', '__rmatmul__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self@value.',
  );
  def('__rmatmul__', 'nb_matrix_multiply', 'same', w.wrap_binaryfunc_r, '($self, value, /)', 'Return value@self.');
  def(
    '__imatmul__',
    'nb_inplace_matrix_multiply',
    f.inplaceSlot('__imatmul__'),
    w.wrap_binaryfunc_l,
    '($self, value, /)',
    'Return self@=value.',
  );
  def('__len__', 'mp_length', f.slot_sq_length, w.wrap_lenfunc, '($self, /)', 'Return len(self).');
  def('__getitem__', 'mp_subscript', f.slot_mp_subscript, w.wrap_binaryfunc, '($self, key, /)', 'Return self[key].');
  def(
    '__setitem__',
    'mp_ass_subscript',
    f.slot_mp_ass_subscript,
    w.wrap_objobjargproc,
    '($self, key, value, /)',
    'Set self[key] to value.',
  );
  def(
    '__delitem__',
    'mp_ass_subscript',
    f.slot_mp_ass_subscript,
    w.wrap_delitem,
    '($self, key, /)',
    'Delete self[key].',
  );
  def('__len__', 'sq_length', f.slot_sq_length, w.wrap_lenfunc, '($self, /)', 'Return len(self).');
  def('__add__', 'sq_concat', null, w.wrap_binaryfunc, '($self, value, /)', 'Return self+value.');
  def('__mul__', 'sq_repeat', null, w.wrap_indexargfunc, '($self, value, /)', 'Return self*value.');
  def('__rmul__', 'sq_repeat', null, w.wrap_indexargfunc, '($self, value, /)', 'Return value*self.');
  def('__getitem__', 'sq_item', f.slot_sq_item, w.wrap_sq_item, '($self, key, /)', 'Return self[key].');
  def(
    '__setitem__',
    'sq_ass_item',
    f.slot_sq_ass_item,
    w.wrap_sq_setitem,
    '($self, key, value, /)',
    'Set self[key] to value.',
  );
  def('__delitem__', 'sq_ass_item', f.slot_sq_ass_item, w.wrap_sq_delitem, '($self, key, /)', 'Delete self[key].');
  def(
    '__contains__',
    'sq_contains',
    f.slot_sq_contains,
    w.wrap_objobjproc,
    '($self, key, /)',
    'Return bool(key in self).',
  );
  def('__iadd__', 'sq_inplace_concat', null, w.wrap_binaryfunc, '($self, value, /)', 'Implement self+=value.');
  def('__imul__', 'sq_inplace_repeat', null, w.wrap_indexargfunc, '($self, value, /)', 'Implement self*=value.');
}
