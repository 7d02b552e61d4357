/** PEP 678 notes. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { instanceDict } from '../objects/attributes.ts';
import { dict_getStr, dict_setStr } from '../objects/dict.ts';
import { isList, list_appendBorrowed, newList } from '../objects/list.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { typeError } from './raise.ts';

/** `exc.add_note(note)`. */
export function addNote(exc: PyObject, note: PyObject): PyObject {
  if (!isStr(note)) typeError(`note must be a str, not '${note.type.name}'`);
  const dict = instanceDict(exc as PyContainer);
  let notes = dict_getStr(dict, '__notes__');
  if (notes === null) {
    const fresh = newList([]);
    dict_setStr(dict, '__notes__', fresh);
    decref(fresh);
    notes = fresh;
  } else if (!isList(notes)) typeError('Cannot add note: __notes__ is not a list');
  list_appendBorrowed(notes as PyContainer<PyObject[]>, note);
  return incref(None);
}

/** Adds a note from TypeScript. */
export function addNoteString(exc: PyObject, text: string): void {
  const note = newStr(text);
  decref(addNote(exc, note));
  decref(note);
}
