/** "Did you mean" for NameError, AttributeError and ImportError (Python/suggestions.c). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { getMember } from '../exceptions/base.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { T_AttributeError, T_ImportError, T_NameError } from '../exceptions/types.ts';
import { calculateSuggestions } from '../text/suggestions.ts';
import { iterateStrings } from '../objects/dir.ts';
import { dict_items } from '../objects/dict.ts';
import { hooks } from '../objects/hooks.ts';
import { None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { callSpecialMaybe } from '../protocols/call.ts';
import { lookupattr } from '../protocols/attribute.ts';
import { lastFrameNames } from './traceback_entries.ts';
import { stdlibModuleNames } from './stdlib_names.ts';

/** Text to append to the message: `. Did you mean: 'x'?`, or null. */
export function suggestion(exc: PyException): string | null {
  const name = nameOf(exc);
  if (name === null) return null;
  if (isSubtype(exc.type, T_NameError)) return forName(exc, name.v);
  if (isSubtype(exc.type, T_AttributeError)) return forAttribute(exc, name.v);
  if (isSubtype(exc.type, T_ImportError)) return forImport(exc);
  return null;
}

function nameOf(exc: PyException): PyObject<string> | null {
  const member = isSubtype(exc.type, T_ImportError) ? 'name_from' : 'name';
  if (![T_NameError, T_AttributeError, T_ImportError].some(t => isSubtype(exc.type, t))) return null;
  const name = getMember(exc, member);
  return name !== null && isStr(name) ? name : null;
}

/** dir(o) as strings, or empty when it fails. */
function dirNames(o: PyObject): string[] {
  try {
    const names = callSpecialMaybe(o, '__dir__', []);
    if (names === null) return [];
    const result = iterateStrings(names);
    decref(names);
    return result.sort();
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return [];
  }
}

function didYouMean(name: string | null): string | null {
  return name === null ? null : `. Did you mean: '${name}'?`;
}

function forAttribute(exc: PyException, name: string): string | null {
  const obj = getMember(exc, 'obj');
  return obj === null || obj === None ? null : didYouMean(calculateSuggestions(dirNames(obj), name));
}

function forImport(exc: PyException): string | null {
  const module = getMember(exc, 'name');
  const name = getMember(exc, 'name_from');
  if (module === null || name === null || !isStr(module)) return null;
  try {
    const m = hooks.importModule(module.v);
    const result = didYouMean(calculateSuggestions(dirNames(m), name.v));
    decref(m);
    return result;
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return null;
  }
}

function keysOf(dict: PyContainer): string[] {
  return dict_items(dict)
    .filter(([key]) => isStr(key))
    .map(([key]) => key.v as string);
}

function forName(exc: PyException, name: string): string | null {
  const frame = exc.v.traceback === null ? null : lastFrameNames(exc.v.traceback as PyContainer);
  let found: string | null = null;
  if (frame !== null) {
    if (frame.self !== null) {
      const own = lookupattr(frame.self, getMember(exc, 'name') as PyObject<string>);
      if (own !== null) {
        decref(own);
        return appendImport(`. Did you mean: 'self.${name}'?`, name);
      }
    }
    found =
      calculateSuggestions(frame.locals, name) ??
      calculateSuggestions(keysOf(frame.globals), name) ??
      calculateSuggestions(keysOf(frame.builtins), name);
  }
  return appendImport(didYouMean(found), name);
}

function appendImport(text: string | null, name: string): string | null {
  if (!stdlibModuleNames.has(name)) return text;
  return text === null
    ? `. Did you forget to import '${name}'?`
    : `${text.slice(0, -1)}? Or did you forget to import '${name}'?`.replace('??', '?');
}
