/**
 * A raw ZeroMQ client for tests: frames in, frames out, with its own few lines of codec, so that a mistake in the
 * kernel's is not shared by its test.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Dealer, Subscriber } from 'zeromq';

export interface RawMessage {
  topic: string;
  header: any;
  parent_header: any;
  parentFrame: Buffer;
  metadata: any;
  content: any;
  buffers: Buffer[];
  /** Milliseconds since the client started. */
  at: number;
}

const ROOT = resolve(__dirname, '..', '..');
export const VIVARIUM = join(ROOT, 'bin', 'vivarium.js');
export const MOCK_WORKER = join(ROOT, 'dist', 'mock-worker.cjs');
const CHANNELS = ['shell', 'iopub', 'stdin', 'control', 'hb'];

/** A temporary folder that is removed by `dispose`. */
export function temporaryFolder(): { path: string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), 'vivarium-test-'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

export interface KernelFixture {
  process: ChildProcess;
  file: string;
  /** The connection file as rewritten by the kernel. */
  connection: Record<string, any>;
  exited: Promise<number | null>;
  stderr(): string;
  client(): Promise<RawClient>;
  /** Ends the kernel, if it has not ended itself, and removes its folder. */
  dispose(): Promise<void>;
}

/** Starts a kernel process and waits until it is bound. */
export async function startKernel(
  overrides: Record<string, unknown> = {},
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<KernelFixture> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'kernel-test.json');
  const ports = Object.fromEntries(CHANNELS.map(name => [`${name}_port`, 0]));
  const key = randomUUID();
  writeFileSync(
    file,
    JSON.stringify({ transport: 'tcp', ip: '127.0.0.1', key, signature_scheme: 'hmac-sha256', ...ports, ...overrides }),
  );
  const kernel = spawn(process.execPath, [VIVARIUM, 'kernel', '-f', file, ...args], {
    env: { ...process.env, VIVARIUM_WORKER: MOCK_WORKER, VIVARIUM_HISTORY: 'off', ...env },
    cwd: folder.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  kernel.stderr!.on('data', data => (errors += data));
  const exited = new Promise<number | null>(done => kernel.on('exit', code => done(code)));
  const connection = await waitFor(() => {
    if (kernel.exitCode !== null) throw new Error(`the kernel ended: ${errors}`);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    return CHANNELS.every(name => Number(content[`${name}_port`]) !== 0) ? content : null;
  });
  const clients: RawClient[] = [];
  return {
    process: kernel,
    file,
    connection,
    exited,
    stderr: () => errors,
    client: async () => {
      const client = new RawClient(connection);
      clients.push(client);
      await client.connect();
      return client;
    },
    dispose: async () => {
      for (const client of clients) client.close();
      if (kernel.exitCode === null && kernel.signalCode === null) kernel.kill('SIGKILL');
      await exited;
      folder.dispose();
    },
  };
}

/** Asks `probe` until it returns something. */
export async function waitFor<T>(probe: () => T | null | undefined | false, patience = 10000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = probe();
    if (value) return value;
    if (Date.now() > end) throw new Error('waited too long');
    await pause(10);
  }
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise(done => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}

export class RawClient {
  readonly session = randomUUID();
  readonly shell: Dealer;
  readonly control: Dealer;
  readonly stdin: Dealer;
  readonly iopub: Subscriber;
  /** Everything received on iopub, in order. */
  readonly published: RawMessage[] = [];
  readonly received: Record<string, RawMessage[]> = { shell: [], control: [], stdin: [] };
  private readonly connection: Record<string, any>;
  private count = 0;

  constructor(connection: Record<string, any>, options: Record<string, unknown> = {}) {
    this.connection = connection;
    const routingId = randomUUID();
    this.shell = new Dealer({ linger: 0, routingId, ...options });
    this.control = new Dealer({ linger: 0, routingId, ...options });
    this.stdin = new Dealer({ linger: 0, routingId, ...options });
    this.iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0, ...options });
  }

  address(channel: string): string {
    const { transport, ip } = this.connection;
    const port = this.connection[`${channel}_port`];
    return transport === 'ipc' ? `ipc://${ip}-${port}` : `tcp://${ip}:${port}`;
  }

  /** Connects and waits for the welcome. */
  async connect(): Promise<void> {
    this.iopub.connect(this.address('iopub'));
    this.iopub.subscribe('');
    for (const channel of ['shell', 'control', 'stdin'] as const) {
      this[channel].connect(this.address(channel));
      void this.listen(this[channel], this.received[channel]);
    }
    void this.listen(this.iopub, this.published);
    await waitFor(() => this.published.some(({ header }) => header.msg_type === 'iopub_welcome'));
  }

  close(): void {
    for (const socket of [this.shell, this.control, this.stdin, this.iopub]) socket.close();
  }

  sign(frames: (string | Buffer)[], key: string = this.connection.key): string {
    if (key === '') return '';
    const hash = String(this.connection.signature_scheme).replace('hmac-', '');
    const hmac = createHmac(hash, key);
    for (const frame of frames) hmac.update(frame);
    return hmac.digest('hex');
  }

  header(msg_type: string, extra: object = {}): Record<string, any> {
    const msg_id = `${this.session}-${this.count++}`;
    const date = new Date().toISOString();
    return { msg_id, session: this.session, username: 'test', date, msg_type, version: '5.4', ...extra };
  }

  /** The frames of a request after its delimiter. */
  frames(header: object, content: object, { parent = {}, metadata = {}, buffers = [] as Buffer[] } = {}) {
    const signed = [header, parent, metadata, content].map(part => JSON.stringify(part));
    return ['<IDS|MSG>', this.sign(signed), ...signed, ...buffers];
  }

  /** Sends a request; returns its msg_id. */
  send(channel: 'shell' | 'control' | 'stdin', msgType: string, content: object = {}, extra: object = {}): string {
    const header = this.header(msgType);
    void this[channel].send(this.frames(header, content, extra));
    return header.msg_id;
  }

  /** The reply to a request. */
  reply(msgId: string, channel = 'shell', patience?: number): Promise<RawMessage> {
    return waitFor(() => this.received[channel].find(({ parent_header }) => parent_header.msg_id === msgId), patience);
  }

  /** What was published for a request, waited for up to its `idle`. */
  async outputs(msgId: string, patience?: number): Promise<RawMessage[]> {
    const own = () => this.published.filter(({ parent_header }) => parent_header.msg_id === msgId);
    await waitFor(() => own().some(({ content }) => content.execution_state === 'idle'), patience);
    return own();
  }

  /** Sends a request and waits for its reply and its `idle`. */
  async request(msgType: string, content: object = {}, channel: 'shell' | 'control' = 'shell') {
    const id = this.send(channel, msgType, content);
    const reply = await this.reply(id, channel);
    return { id, reply, outputs: await this.outputs(id) };
  }

  execute(code: string, content: object = {}) {
    return this.request('execute_request', { code, ...content });
  }

  private async listen(socket: Dealer | Subscriber, into: RawMessage[]): Promise<void> {
    try {
      for await (const frames of socket) into.push(this.decode(frames as Buffer[]));
    } catch (error) {
      if (!socket.closed) throw error;
    }
  }

  private decode(frames: Buffer[]): RawMessage {
    const delimiter = frames.findIndex(frame => frame.toString() === '<IDS|MSG>');
    const [signature, ...rest] = frames.slice(delimiter + 1);
    const signed = rest.slice(0, 4);
    if (signature.toString() !== this.sign(signed)) throw new Error('the kernel signed wrongly');
    const [header, parent_header, metadata, content] = signed.map(frame => JSON.parse(frame.toString()));
    const topic = frames[0].toString();
    const buffers = rest.slice(4);
    return { topic, header, parent_header, parentFrame: signed[1], metadata, content, buffers, at: performance.now() };
  }
}

/** The concatenated text of a stream. */
export function streamText(messages: RawMessage[], name = 'stdout'): string {
  return messages
    .filter(({ header, content }) => header.msg_type === 'stream' && content.name === name)
    .map(({ content }) => content.text)
    .join('');
}

export function types(messages: RawMessage[]): string[] {
  return messages.map(({ header, content }) => content.execution_state ?? header.msg_type);
}
