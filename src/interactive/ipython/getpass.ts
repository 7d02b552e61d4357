/** The getpass module of a notebook: passwords are asked for through the frontend. */
import type { PyObject } from '../../heap/object.ts';
import { incref } from '../../heap/refcount.ts';
import { raise } from '../../exceptions/raise.ts';
import { T_OSError, T_UserWarning } from '../../exceptions/types.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { newStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { strString } from '../../protocols/object.ts';
import { askFrontend } from './input.ts';

function getpass(_module: PyModule, prompt?: PyObject): PyObject {
  return askFrontend('getpass', prompt === undefined ? 'Password: ' : strString(prompt), true);
}

function getuser(): PyObject {
  for (const name of ['LOGNAME', 'USER', 'LNAME', 'USERNAME']) if (system.env[name]) return newStr(system.env[name]);
  return raise(T_OSError, 'No username set in the environment');
}

export function newGetpassModule(): PyModule {
  return defineModule({
    name: 'getpass',
    doc: 'Asking for a password.',
    functions: [
      ['getpass', getpass, "(prompt='Password: ', stream=None)", 'Ask for a password; what is typed is not shown.'],
      ['getuser', getuser, '()', "The user's login name."],
    ],
    attrs: () => ({ GetPassWarning: incref(T_UserWarning.obj) }),
  });
}
