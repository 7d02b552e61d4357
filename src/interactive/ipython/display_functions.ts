/** `display`, `update_display`, `clear_output`, `publish_display_data` and DisplayHandle (IPython.core.display_functions). */
import { TypeBody, type PyContainer, type PyObject } from '../../heap/object.ts';
import { free } from '../../heap/pymalloc.ts';
import { decref, incref } from '../../heap/refcount.ts';
import type { JsonObject } from '../../host/contract.ts';
import { typeError } from '../../exceptions/raise.ts';
import { isDict } from '../../objects/dict.ts';
import { defineType } from '../../objects/define.ts';
import { atomNew } from '../../objects/object.ts';
import type { NativeFunction } from '../../objects/builtin_function.ts';
import { parseArgs, signature } from '../../objects/signature.ts';
import { None, True } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { isTrue } from '../../protocols/object.ts';
import { clearOutput, publishDisplay } from '../display_publisher.ts';
import { mimeBundle, mimeSelection } from '../formatter.ts';
import { jsonObject, toJson } from '../json.ts';

const T_DISPLAY_HANDLE = new TypeBody('IPython.core.display_functions.DisplayHandle');

const none = (): PyObject => incref(None);
const given = (o: PyObject | undefined): o is PyObject => o !== undefined && o !== None;

export function newDisplayId(): string {
  return [...system.randomBytes(16)].map(b => b.toString(16).padStart(2, '0')).join('');
}

export function newDisplayHandle(id: string): PyObject {
  return atomNew(T_DISPLAY_HANDLE, id);
}

function dictOf(o: PyObject | undefined, what: string): JsonObject {
  if (!given(o)) return {};
  if (!isDict(o)) typeError(`${what} must be a dict, got: ${o.type.name}`);
  return jsonObject(o as PyContainer);
}

const DISPLAY_SIGNATURE =
  '(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False, **kwargs)';

type Keywords = Map<string, PyObject> | null;

function display(
  _module: PyObject,
  include: PyObject | undefined,
  exclude: PyObject | undefined,
  metadata: PyObject | undefined,
  transient: PyObject | undefined,
  displayId: PyObject | undefined,
  raw: PyObject | undefined,
  clear: PyObject | undefined,
  objs: PyObject[],
  kwargs: Keywords,
): PyObject {
  const fields = dictOf(transient, 'transient');
  let update = false;
  for (const [name, value] of kwargs ?? [])
    if (name === 'update') update = isTrue(value);
    else fields[name] = toJson(value);
  let id: string | null = null;
  if (given(displayId)) {
    id = displayId === True ? newDisplayId() : String(toJson(displayId));
    fields.display_id = id;
  }
  if (given(clear) && isTrue(clear)) clearOutput(true);
  const extra = dictOf(metadata, 'metadata');
  if (objs.length === 0 && id !== null) publishDisplay({ data: {}, metadata: extra }, fields, update);
  const selection = { include: mimeSelection(include), exclude: mimeSelection(exclude) };
  for (const o of objs) {
    if (raw !== undefined && isTrue(raw)) {
      publishDisplay({ data: dictOf(o, 'data'), metadata: extra }, fields, update);
      continue;
    }
    const bundle = mimeBundle(o, selection);
    // An object with _ipython_display_, or one that failed, is done.
    if (bundle === null || Object.keys(bundle.data).length === 0) continue;
    Object.assign(bundle.metadata, extra);
    publishDisplay(bundle, fields, update);
  }
  return id === null ? none() : newDisplayHandle(id);
}

const UPDATE_SIGNATURE =
  '(obj, *, display_id, include=None, exclude=None, metadata=None, transient=None, raw=False, **kwargs)';

function update_display(
  module: PyObject,
  obj: PyObject,
  displayId: PyObject,
  include: PyObject | undefined,
  exclude: PyObject | undefined,
  metadata: PyObject | undefined,
  transient: PyObject | undefined,
  raw: PyObject | undefined,
  kwargs: Keywords,
): PyObject {
  const fields = new Map(kwargs ?? []);
  fields.set('update', True);
  decref(display(module, include, exclude, metadata, transient, displayId, raw, undefined, [obj], fields));
  return none();
}

function publish_display_data(
  _module: PyObject,
  data: PyObject,
  metadata: PyObject | undefined,
  transient: PyObject | undefined,
  kwargs: Keywords,
): PyObject {
  const update = kwargs?.get('update');
  const bundle = { data: dictOf(data, 'data'), metadata: dictOf(metadata, 'metadata') };
  publishDisplay(bundle, dictOf(transient, 'transient'), update !== undefined && isTrue(update));
  return none();
}

function clear_output(_module: PyObject, wait?: PyObject): PyObject {
  clearOutput(wait !== undefined && isTrue(wait));
  return none();
}

/** Name, function, signature, docstring. */
export const displayFunctions: [string, NativeFunction, string, string][] = [
  ['display', display, DISPLAY_SIGNATURE, 'Show objects in the frontend, in the richest form that it knows.'],
  ['update_display', update_display, UPDATE_SIGNATURE, 'Replace what was shown under a display id.'],
  [
    'publish_display_data',
    publish_display_data,
    '(data, metadata=None, *, transient=None, **kwargs)',
    'Show a mime bundle: a dict of mime types and their data.',
  ],
  ['clear_output', clear_output, '(wait=False)', 'Clear the output of the cell; with wait, when new output comes.'],
];

const HANDLE_NEW = signature('DisplayHandle', '(display_id=None)');

function handle_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [id] = parseArgs(HANDLE_NEW, args, kwnames) as [PyObject | undefined];
  return newDisplayHandle(given(id) && isStr(id) ? id.v : newDisplayId());
}

/** handle.display(obj, **kwargs) and handle.update(obj, **kwargs). */
function show(update: boolean) {
  return (o: PyObject<string>, obj: PyObject, kwargs: Keywords): PyObject => {
    const id = newStr(o.v);
    const fields = new Map(kwargs ?? []);
    const take = (name: string): PyObject | undefined => {
      const value = fields.get(name);
      fields.delete(name);
      return value;
    };
    const options = ['include', 'exclude', 'metadata', 'transient', 'raw'].map(take);
    if (update) fields.set('update', True);
    const [include, exclude, metadata, transient, raw] = options;
    try {
      decref(display(None, include, exclude, metadata, transient, id, raw, undefined, [obj], fields));
    } finally {
      decref(id);
    }
    return none();
  };
}

export function initDisplayHandle(): void {
  defineType(T_DISPLAY_HANDLE, {
    basicsize: 48,
    doc: 'A handle on something shown, which can be updated.',
    slots: {
      tp_new: handle_new,
      tp_dealloc: o => free(o.addr),
      tp_repr: o => newStr(`<DisplayHandle display_id=${o.v}>`),
    },
    methods: [
      ['display', show(false), '($self, obj, **kwargs)', 'Show again under the same id.'],
      ['update', show(true), '($self, obj, **kwargs)', 'Replace what is shown.'],
    ],
    getset: [['display_id', o => newStr(o.v), null]],
  });
}

export const displayHandleType = T_DISPLAY_HANDLE;
