/** What the tests with real clients share: the Python environment, a private Jupyter set-up, and a server. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../kernel/raw-client.ts';

export const ROOT = resolve(__dirname, '..', '..');
const VIVARIUM = join(ROOT, 'bin', 'vivarium.js');
const VENV = join(ROOT, '.venv');

/** The kernels' names in the private set-up. */
export const KERNEL = 'vivarium';
export const DOCUMENT_KERNEL = 'vivarium-document';

/** A program of `.venv`. */
export function venvBin(name: string): string {
  const file = process.platform === 'win32' ? join(VENV, 'Scripts', `${name}.exe`) : join(VENV, 'bin', name);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm test creates it`);
  return file;
}

export interface Finished {
  status: number | string | null;
  stdout: string;
  stderr: string;
}

/** A Jupyter set-up of its own: data, settings and history in a temporary folder, both kernels installed. */
export class JupyterHome {
  readonly path = mkdtempSync(join(tmpdir(), 'vivarium-jupyter-'));
  readonly env: NodeJS.ProcessEnv;
  private readonly processes: ChildProcess[] = [];

  constructor() {
    this.env = {
      ...process.env,
      HOME: this.path,
      XDG_DATA_HOME: join(this.path, 'data'),
      JUPYTER_DATA_DIR: join(this.path, 'jupyter'),
      JUPYTER_CONFIG_DIR: join(this.path, 'config'),
      JUPYTER_RUNTIME_DIR: join(this.path, 'runtime'),
      JUPYTER_PLATFORM_DIRS: '0',
      IPYTHONDIR: join(this.path, 'ipython'),
      PYTHONHASHSEED: '0',
    };
  }

  async install(): Promise<void> {
    const { status, stderr } = await this.run(process.execPath, [VIVARIUM, 'install', '--user']);
    if (status !== 0) throw new Error(stderr);
  }

  /** A copy of examples/ to work in. */
  copyExamples(): string {
    const folder = join(this.path, 'examples');
    cpSync(join(ROOT, 'examples'), folder, { recursive: true });
    return folder;
  }

  run(command: string, args: string[], cwd = this.path): Promise<Finished> {
    return new Promise(done => {
      const options = { cwd, env: this.env, timeout: 120000, maxBuffer: 1 << 26 };
      execFile(command, args, options, (error, stdout, stderr) =>
        done({ status: error?.code ?? (error ? 1 : 0), stdout, stderr }),
      );
    });
  }

  /** Starts a Jupyter server (with JupyterLab when `lab`) and waits until it answers. */
  async serve(folder: string, command: 'server' | 'lab'): Promise<{ url: string; token: string }> {
    const token = randomUUID();
    const port = await freePort();
    const server = spawn(
      venvBin('jupyter'),
      [
        ...[command, '--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`, `--notebook-dir=${folder}`],
        ...[`--IdentityProvider.token=${token}`, '--ServerApp.port_retries=0'],
        ...(command === 'lab'
          ? ['--LabApp.news_url=None', '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate']
          : []),
      ],
      { env: this.env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.processes.push(server);
    let log = '';
    server.stderr!.on('data', data => (log += data));
    const url = `http://127.0.0.1:${port}/`;
    for (const end = Date.now() + 60000; ; await new Promise(done => setTimeout(done, 100))) {
      const answer = await fetch(`${url}api/status?token=${token}`).catch(() => null);
      if (answer?.ok) return { url, token };
      if (server.exitCode !== null || Date.now() > end) throw new Error(`Jupyter did not start:\n${log}`);
    }
  }

  async dispose(): Promise<void> {
    for (const server of this.processes) {
      if (server.exitCode !== null) continue;
      const ended = new Promise(done => server.on('exit', done));
      server.kill('SIGTERM');
      const timer = setTimeout(() => server.kill('SIGKILL'), 10000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.path, { recursive: true, force: true, maxRetries: 3 });
  }
}
