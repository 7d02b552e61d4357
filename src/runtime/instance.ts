/** A code object bound to one globals dict: what the closure of its JavaScript refers to as `I`. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import type { CodeBody } from '../objects/code.ts';
import { generate, generateMapped, type PyCode } from '../objects/code.ts';
import type { DictEntry } from '../objects/dict.ts';
import { functionHooks, type Compiled, type PyFunction } from '../objects/function.ts';
import { DEAD_ENTRY } from './names.ts';

export interface Instance {
  code: PyCode;
  globals: PyContainer;
  builtins: PyContainer;
  /** co_consts, borrowed from the code. */
  consts: PyObject[];
  /** co_names as str objects. */
  names: PyObject<string>[];
  /** Last dict entry found for each name. */
  entries: DictEntry[];
}

/** Everything that generated code may refer to as `$name`; put together in table.ts. */
export const runtimeTable: { functions: object } = { functions: {} };

/** Binds the code of a function to its globals; answers its JavaScript. */
function instantiate(f: PyFunction): Compiled {
  const { code, globals, builtins } = f.v;
  const known = code.v.instance;
  if (known !== null && known.globals === globals) return known.js;
  generate(code);
  const js = build(code, code.v, globals, builtins);
  code.v.instance = { globals, js };
  return js;
}

/** The JavaScript of module code whose names live in a mapping of their own. */
export function instantiateMapped(f: PyFunction): Compiled {
  const { code, globals, builtins } = f.v;
  if (code.v.unit.kind !== 'module') return instantiate(f);
  const body = generateMapped(code);
  const known = body.instance;
  if (known !== null && known.globals === globals) return known.js;
  const js = build(code, body, globals, builtins);
  body.instance = { globals, js };
  return js;
}

function build(code: PyCode, body: CodeBody, globals: PyContainer, builtins: PyContainer): Compiled {
  const text = body.generated!.text;
  const factory = factories.get(body) ?? makeFactory(body, text);
  const I: Instance = {
    code,
    globals,
    builtins,
    consts: body.consts!.v,
    names: body.names,
    entries: new Array<DictEntry>(body.names.length).fill(DEAD_ENTRY),
  };
  return factory(I);
}

type Factory = (I: Instance) => Compiled;
const factories = new WeakMap<CodeBody, Factory>();

function makeFactory(body: CodeBody, text: string): Factory {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const factory = new Function('$', text)(runtimeTable.functions) as Factory;
  factories.set(body, factory);
  return factory;
}

export function initInstance(): void {
  functionHooks.instantiate = instantiate;
}
