/** The importable modules of a notebook: IPython, comm, ipykernel, getpass. */
import type { PyModule } from '../../objects/module.ts';
import { newGetpassModule } from './getpass.ts';

export { frozenIPythonModules } from './frozen.ts';

export const builtinIPythonModules: Record<string, () => PyModule> = { getpass: () => newGetpassModule() };
