/** `input` of a notebook: asks the frontend (ipykernel.ipkernel's raw_input). */
import { TypeBody, type PyObject } from '../../heap/object.ts';
import { defineException } from '../../exceptions/base.ts';
import { raise } from '../../exceptions/raise.ts';
import { T_EOFError, T_NotImplementedError } from '../../exceptions/types.ts';
import { newBuiltin } from '../../objects/builtin_function.ts';
import { signature } from '../../objects/signature.ts';
import { newStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { strString } from '../../protocols/object.ts';
import { shell } from '../shell.ts';

export const T_StdinNotImplementedError = new TypeBody('IPython.core.error.StdinNotImplementedError');

export function initInput(): void {
  defineException(T_StdinNotImplementedError, T_NotImplementedError, 'Input was asked for where no one can answer.');
}

/** What the frontend answers to `prompt`; new reference. `name` is the function that asks. */
export function askFrontend(name: string, prompt: string, password: boolean): PyObject {
  if (!shell.allowStdin) {
    const message = `${name} was called, but this frontend does not support input requests.`;
    raise(T_StdinNotImplementedError, message);
  }
  system.flush();
  const line = system.readLine(prompt, password);
  return line === null ? raise(T_EOFError, '') : newStr(line);
}

function input(_module: PyObject, prompt?: PyObject): PyObject {
  return askFrontend('raw_input', prompt === undefined ? '' : strString(prompt), false);
}

/** The function that takes the place of the builtin one; new reference. */
export function newInput(): PyObject {
  const doc = 'Forward raw_input to frontends';
  return newBuiltin('input', signature('input', "($module, prompt='', /)"), input, null, null, doc);
}
