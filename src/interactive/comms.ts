/** Comm messages from the frontend, handed to the manager of the `comm` package. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { JsonObject } from '../host/contract.ts';
import { typeError } from '../exceptions/raise.ts';
import { bytearray_bytes, isBytearray } from '../objects/bytearray_body.ts';
import { isBytes, newBytes } from '../objects/bytes.ts';
import { dict_items, dict_setStr, isDict, type PyDict } from '../objects/dict.ts';
import { newList } from '../objects/list.ts';
import { None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { call0, callMethodStr } from '../protocols/call.ts';
import { loadedModule } from '../runtime/import.ts';
import { caught, errorContent } from './errors.ts';
import { fromJson } from './json.ts';
import { shell } from './shell.ts';

/** The bytes of a bytes-like object. */
export function bytesOf(o: PyObject): Uint8Array {
  if (isBytes(o)) return o.v as Uint8Array;
  if (isBytearray(o)) return bytearray_bytes(o);
  const copy = callMethodStr(o, 'tobytes');
  try {
    if (!isBytes(copy)) typeError(`a bytes-like object is required, not '${o.type.name}'`);
    return copy.v as Uint8Array;
  } finally {
    decref(copy);
  }
}

/** The package's manager, new reference; null while no code has imported `comm`. */
function manager(): PyObject | null {
  const module = loadedModule('comm');
  if (module === null) return null;
  const get = getattrStr(module, 'get_comm_manager');
  try {
    return call0(get);
  } finally {
    decref(get);
  }
}

/** {'content': ..., 'metadata': ..., 'buffers': [...]}: the message as handlers see it. */
function messageObject(type: string, content: JsonObject, metadata: JsonObject, buffers: Uint8Array[]): PyObject {
  const msg = fromJson({ header: { msg_type: type }, msg_type: type, content, metadata }) as PyDict;
  const list = newList(buffers.map(newBytes));
  dict_setStr(msg, 'buffers', list);
  decref(list);
  return msg;
}

type CommMessage = 'comm_open' | 'comm_msg' | 'comm_close';

export const comms = {
  /**
   * Runs the handlers of a comm message; their errors are shown. A comm_open that no Python code can know is answered by a
   * comm_close; messages for unknown comms are ignored.
   */
  handle(type: CommMessage, content: JsonObject, metadata: JsonObject, buffers: Uint8Array[]): void {
    const m = manager();
    if (m === null) {
      if (type === 'comm_open') shell.publish('comm_close', { comm_id: content.comm_id, data: {} });
      return;
    }
    const msg = messageObject(type, content, metadata, buffers);
    try {
      decref(callMethodStr(m, type, None, None, msg));
    } catch (e) {
      shell.publish('error', { ...errorContent(caught(e), shell) });
    } finally {
      decref(msg);
      decref(m);
    }
  },

  /** The content of comm_info_reply. */
  info(target?: string): JsonObject {
    const open: JsonObject = {};
    const m = manager();
    if (m !== null) {
      const table = getattrStr(m, 'comms');
      if (isDict(table))
        for (const [id, comm] of dict_items(table)) {
          const name = targetName(comm);
          if (isStr(id) && (target === undefined || target === name)) open[id.v] = { target_name: name };
        }
      decref(table);
      decref(m);
    }
    return { status: 'ok', comms: open };
  },
};

function targetName(comm: PyObject): string {
  const name = getattrStr(comm, 'target_name');
  const text = isStr(name) ? (name.v as string) : '';
  decref(name);
  return text;
}
