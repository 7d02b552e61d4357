/** `vivarium kernel -f FILE`: what Jupyter starts. */

import { basename } from 'node:path';
import { ConnectionError, readStartupFile, rewritePorts, type StartupFile } from '../connection.ts';
import { Kernel } from '../kernel.ts';
import { log } from '../log.ts';
import { watchParent } from '../parent.ts';
import { register } from '../registration.ts';
import { Signer } from '../wire/signature.ts';
import { environment, hashSeed } from './environment.ts';
import { fail } from './fail.ts';
import { readSessionFile } from './session-file.ts';
import { workerScript } from './paths.ts';

export interface KernelOptions {
  connectionFile: string;
  session?: string;
}

/** Runs a kernel until it is shut down; the process exits then. */
export async function kernelCommand({ connectionFile, session }: KernelOptions): Promise<void> {
  let startup: StartupFile;
  let signer: Signer;
  try {
    startup = readStartupFile(connectionFile);
    const { key, signatureScheme } = startup.kind === 'connection' ? startup.connection : startup.registration;
    signer = new Signer(signatureScheme, key);
  } catch (error) {
    return fail((error as Error).message);
  }
  const kernel = new Kernel(signer, { script: workerScript(), options: interpreterOptions(session) }, status =>
    process.exit(status),
  );
  process.on('SIGINT', () => kernel.interrupt());
  process.on('SIGTERM', () => void kernel.shutdown());
  process.on('uncaughtException', error => log('error', error.stack ?? String(error)));
  process.on('unhandledRejection', reason => log('error', String((reason as Error)?.stack ?? reason)));
  watchParent(process.env, () => void kernel.shutdown(1));
  try {
    await serve(kernel, startup, connectionFile);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    fail(error.message);
  }
}

async function serve(kernel: Kernel, startup: StartupFile, file: string): Promise<void> {
  if (startup.kind === 'connection') {
    const { connection } = startup;
    const ports = await kernel.listen(connection);
    if (Object.values(connection.ports).includes(0)) rewritePorts(file, ports);
    return;
  }
  const { registration } = startup;
  registration.kernelId ||= basename(file, '.json').replace(/^kernel-/, '');
  const { transport, ip } = registration;
  const ports = { shell: 0, iopub: 0, stdin: 0, control: 0, hb: 0 };
  await register(registration, await kernel.listen({ transport, ip, ports, curve: null }));
}

function interpreterOptions(session: string | undefined) {
  const env = environment();
  return {
    mode: 'kernel' as const,
    argv: [''],
    cwd: process.cwd(),
    env,
    path: [''],
    session: session === undefined ? null : readSessionFile(session),
    hashSeed: hashSeed(env),
    sessionName: env.JPY_SESSION_NAME ?? null,
  };
}
