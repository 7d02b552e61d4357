/** `vivarium install` and `uninstall`: the kernelspecs, where Jupyter looks for them. */

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail } from './fail.ts';
import { BIN, DOCUMENT_SESSION, KERNELSPEC } from './paths.ts';

export interface InstallOptions {
  user?: boolean;
  sysPrefix?: boolean;
  prefix?: string;
  name: string;
}

/** Writes the plain kernelspec, and the one that starts with the document's session. */
export function installCommand(options: InstallOptions): void {
  const kernels = kernelsFolder(options);
  for (const spec of specs(options.name)) {
    const folder = join(kernels, spec.name);
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(KERNELSPEC)) {
      if (file.startsWith('logo-')) copyFileSync(join(KERNELSPEC, file), join(folder, file));
    }
    writeFileSync(join(folder, 'kernel.json'), `${JSON.stringify(kernelJson(spec), null, 2)}\n`);
    process.stdout.write(`installed "${spec.displayName}" in ${folder}\n`);
  }
}

/** Removes what `install` with the same options wrote. */
export function uninstallCommand(options: InstallOptions): void {
  const kernels = kernelsFolder(options);
  const installed = specs(options.name).filter(({ name }) => existsSync(join(kernels, name)));
  if (installed.length === 0) fail(`no kernel "${options.name}" in ${kernels}`);
  for (const { name } of installed) {
    const folder = join(kernels, name);
    rmSync(folder, { recursive: true });
    process.stdout.write(`removed ${folder}\n`);
  }
}

interface Spec {
  name: string;
  displayName: string;
  args: string[];
}

function specs(name: string): Spec[] {
  if (!/^[A-Za-z0-9._-]+$/.test(name)) fail(`"${name}" is no kernel name: use letters, digits, "-", "." and "_"`);
  const label = name === 'vivarium' ? 'Vivarium' : `Vivarium, ${name}`;
  return [
    { name, displayName: `Python 3.12 (${label})`, args: [] },
    {
      name: `${name}-document`,
      displayName: `Python 3.12 (${label}, the document's session)`,
      args: ['--session', DOCUMENT_SESSION],
    },
  ];
}

/** The template with the real command line: this Node and this package, by absolute paths. */
function kernelJson({ displayName, args }: Spec): object {
  const template = JSON.parse(readFileSync(join(KERNELSPEC, 'kernel.json'), 'utf8')) as object;
  const argv = [process.execPath, BIN, 'kernel', '-f', '{connection_file}', ...args];
  return { ...template, argv, display_name: displayName };
}

function kernelsFolder({ user, sysPrefix, prefix }: InstallOptions): string {
  if ([user, sysPrefix, prefix !== undefined].filter(Boolean).length > 1) {
    fail('choose one of --user, --sys-prefix and --prefix');
  }
  if (prefix !== undefined) return join(resolve(prefix), 'share', 'jupyter', 'kernels');
  if (sysPrefix) {
    const environment = process.env.VIRTUAL_ENV || process.env.CONDA_PREFIX;
    if (!environment)
      fail('--sys-prefix needs an active Python environment (VIRTUAL_ENV or CONDA_PREFIX); or use --prefix');
    return join(environment, 'share', 'jupyter', 'kernels');
  }
  return join(userDataFolder(), 'kernels');
}

/** Jupyter's data folder of this user (jupyter_core/paths.py). */
function userDataFolder(): string {
  const { env, platform } = process;
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Jupyter');
  if (platform === 'win32') return join(env.APPDATA || join(homedir(), 'AppData', 'Roaming'), 'jupyter');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'jupyter');
}
