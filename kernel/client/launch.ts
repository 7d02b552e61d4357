/** Starting a kernel process of our own, for the commands that need one. */

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'zeromq';
import { CHANNELS, type ChannelName, type Connection } from '../connection.ts';
import { Signer } from '../wire/signature.ts';
import { KernelClient } from './client.ts';

const SIGNATURE_SCHEME = 'hmac-sha256';
/** Milliseconds for a kernel to come up. */
const START_PATIENCE = 60000;
/** Milliseconds for a kernel to end by itself. */
const END_PATIENCE = 5000;

export interface LaunchOptions {
  cwd: string;
  /** A session file (`--session`). */
  session?: string;
}

/** A kernel process and a client connected to it. */
export class LaunchedKernel {
  readonly client: KernelClient;
  private readonly process: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(process: ChildProcess, ended: Promise<void>, client: KernelClient) {
    this.process = process;
    this.ended = ended;
    this.client = client;
  }

  /** Rejects when the process ends before `work` does. */
  async whileAlive<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.ended.then(() => Promise.reject(new Error('the kernel ended')))]);
  }

  async shutdown(): Promise<void> {
    this.client.requestShutdown();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), END_PATIENCE);
    await this.ended;
    clearTimeout(timer);
    this.client.close();
  }
}

/** Starts a kernel and resolves when it answers. It registers its ports with us (JEP 66), so none can be taken. */
export async function launchKernel({ cwd, session }: LaunchOptions): Promise<LaunchedKernel> {
  const key = randomUUID();
  const folder = mkdtempSync(join(tmpdir(), 'vivarium-'));
  const registrar = new Router({ linger: 1000, receiveTimeout: START_PATIENCE });
  try {
    await registrar.bind('tcp://127.0.0.1:*');
    const registration_port = Number(/\d+$/.exec(registrar.lastEndpoint ?? '')?.[0]);
    const file = join(folder, `kernel-${randomUUID()}.json`);
    const ip = '127.0.0.1';
    const startup = {
      transport: 'tcp',
      ip,
      registration_ip: ip,
      registration_port,
      key,
      signature_scheme: SIGNATURE_SCHEME,
    };
    writeFileSync(file, JSON.stringify(startup), { mode: 0o600 });
    const args = [__filename, 'kernel', '-f', file];
    if (session !== undefined) args.push('--session', session);
    const process_ = spawn(process.execPath, args, {
      cwd,
      // Its own group: an interrupt at the terminal is ours to pass on.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, JPY_PARENT_PID: String(process.pid) },
    });
    const ended = new Promise<void>(resolve => process_.once('exit', () => resolve()));
    const registered = acceptRegistration(registrar, key);
    const died = ended.then(() => Promise.reject(new Error('the kernel ended before it was ready')));
    const ports = await Promise.race([registered, died]);
    const connection: Connection = { transport: 'tcp', ip, ports, key, signatureScheme: SIGNATURE_SCHEME, curve: null };
    const client = new KernelClient(connection);
    await Promise.race([client.connect(), died]);
    return new LaunchedKernel(process_, ended, client);
  } finally {
    registrar.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Receives the kernel's ports and acknowledges them. */
async function acceptRegistration(registrar: Router, key: string): Promise<Record<ChannelName, number>> {
  const signer = new Signer(SIGNATURE_SCHEME, key);
  for (;;) {
    const [identity, delimiter, signature, body] = await registrar.receive();
    if (!body || signer.verify(signature, [body])) continue;
    const fields = JSON.parse(body.toString()) as Record<string, number>;
    const ports = {} as Record<ChannelName, number>;
    for (const channel of CHANNELS) ports[channel] = fields[`${channel}_port`];
    const acknowledgement = 'ACK';
    await registrar.send([identity, delimiter, signer.sign([acknowledgement]), acknowledgement]);
    return ports;
  }
}
