/** `sys.stdout` and `sys.stderr` of a notebook: ipykernel's OutStream. */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TypeBody, type PyObject } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { defineType } from '../objects/define.ts';
import { dictGetter, dictSetter } from '../objects/instance_getset.ts';
import { newInt } from '../objects/int.ts';
import { gcNew } from '../objects/object.ts';
import { bool, None, False } from '../objects/singletons.ts';
import { isStr, newStr, strLength } from '../objects/str.ts';
import { system } from '../objects/system.ts';
import { raise, typeError } from '../exceptions/raise.ts';
import { T_OSError } from '../exceptions/types.ts';
import { iterate } from '../protocols/iterator.ts';

const T_OUTSTREAM = new TypeBody('ipykernel.iostream.OutStream');

type StreamName = 'stdout' | 'stderr';

/** A new stream that writes to the cell's output. */
export function newOutStream(name: StreamName): PyObject {
  if (T_OUTSTREAM.mro.length === 0) initOutStream();
  return gcNew(T_OUTSTREAM, name);
}

function write(o: PyObject<StreamName>, text: PyObject): PyObject {
  if (!isStr(text)) typeError(`write() argument must be str, not ${(text as PyObject).type.name}`);
  if (text.v !== '') system.write(o.v, text.v);
  return newInt(strLength(text));
}

function writelines(o: PyObject<StreamName>, lines: PyObject): PyObject {
  iterate(lines, line => {
    decref(write(o, line));
  });
  return incref(None);
}

function initOutStream(): void {
  const yes = (): PyObject => bool(true);
  const no = (): PyObject => incref(False);
  defineType(T_OUTSTREAM, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 48,
    dict: true,
    weakrefs: true,
    slots: {
      tp_dealloc: o => {
        untrack(o as PyContainer);
        xdecref((o as PyContainer).dict);
        gcFree(o as PyContainer);
      },
      tp_traverse: (o, visit) => {
        if (o.dict !== null) visit(o.dict, '__dict__');
      },
    },
    methods: [
      ['write', write, '($self, string, /)', "Write to the cell's output."],
      ['writelines', writelines, '($self, sequence, /)'],
      ['flush', () => (system.flush(), incref(None)), '($self, /)', 'Hand buffered output over now.'],
      ['isatty', no, '($self, /)', 'Return whether this is an interactive stream.'],
      ['readable', no, '($self, /)'],
      ['seekable', no, '($self, /)'],
      ['writable', yes, '($self, /)'],
      ['close', () => incref(None), '($self, /)'],
      ['fileno', () => raise(T_OSError, 'fileno'), '($self, /)'],
    ],
    getset: [
      ['encoding', () => newStr('UTF-8'), null],
      ['errors', () => incref(None), null],
      ['name', o => newStr(`<${o.v}>`), null],
      ['closed', no, null],
      ['__dict__', dictGetter, dictSetter],
    ],
  });
}
