/**
 * Latency of the kernel beside ipykernel, on the same machine in the same run, through the same client:
 * from spawning the process to its first `kernel_info_reply`, and the round trip of `1+1` (from sending
 * the request to its reply and `idle`). The median of several runs.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KernelClient } from '../../kernel/client/client.ts';
import { CHANNELS, type ChannelName } from '../../kernel/connection.ts';

const ROOT = join(__dirname, '..');
const STARTS = 5;
const ROUND_TRIPS = 50;
const WARM_UP = 10;

interface Contender {
  name: string;
  /** The command line; `FILE` stands for the connection file. */
  command: string[];
}

function freePorts(count: number): Promise<number[]> {
  const one = () =>
    new Promise<{ port: number; close: () => void }>(done => {
      const server = createServer();
      server.listen(0, '127.0.0.1', () => {
        done({ port: (server.address() as { port: number }).port, close: () => server.close() });
      });
    });
  return Promise.all(Array.from({ length: count }, one)).then(servers =>
    servers.map(({ port, close }) => {
      close();
      return port;
    }),
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

async function start(
  { command }: Contender,
  folder: string,
): Promise<{ client: KernelClient; process: ChildProcess; first: number }> {
  const numbers = await freePorts(CHANNELS.length);
  const ports = Object.fromEntries(CHANNELS.map((name, i) => [name, numbers[i]])) as Record<ChannelName, number>;
  const file = join(folder, 'kernel.json');
  const fields = Object.fromEntries(CHANNELS.map(name => [`${name}_port`, ports[name]]));
  const common = { transport: 'tcp', ip: '127.0.0.1', key: 'latency', signature_scheme: 'hmac-sha256' } as const;
  writeFileSync(file, JSON.stringify({ ...common, ...fields }));
  const { transport, ip, key } = common;
  const client = new KernelClient({ transport, ip, key, signatureScheme: common.signature_scheme, ports, curve: null });
  const started = performance.now();
  const [program, ...args] = command.map(part => (part === 'FILE' ? file : part));
  const kernel = spawn(program, args, { stdio: 'ignore', env: { ...process.env, VIVARIUM_HISTORY: 'off' } });
  const connected = client.connect();
  await client.kernelInfo();
  const first = performance.now() - started;
  await connected;
  return { client, process: kernel, first };
}

async function measure(contender: Contender, folder: string): Promise<{ first: number; roundTrip: number }> {
  const firsts: number[] = [];
  const roundTrips: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    const { client, process: kernel, first } = await start(contender, folder);
    firsts.push(first);
    if (run === STARTS - 1) {
      for (let i = 0; i < WARM_UP + ROUND_TRIPS; i++) {
        const sent = performance.now();
        await client.execute('1+1', { stop_on_error: true, onOutput: () => undefined });
        if (i >= WARM_UP) roundTrips.push(performance.now() - sent);
      }
    }
    const ended = new Promise(done => kernel.once('exit', done));
    client.requestShutdown();
    await ended;
    client.close();
  }
  return { first: median(firsts), roundTrip: median(roundTrips) };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vivarium-latency-'));
  const contenders: Contender[] = [
    { name: 'Vivarium', command: [process.execPath, join(ROOT, 'bin', 'vivarium.js'), 'kernel', '-f', 'FILE'] },
  ];
  const python = [join(ROOT, '.venv', 'bin', 'python'), join(ROOT, '.venv', 'Scripts', 'python.exe')].find(existsSync);
  if (python) contenders.push({ name: 'ipykernel', command: [python, '-m', 'ipykernel_launcher', '-f', 'FILE'] });
  else console.log('ipykernel is not measured: there is no .venv (npm test creates it)');
  const row = (name: string, first: string, roundTrip: string) =>
    console.log(`${name.padEnd(12)}${first.padStart(24)}${roundTrip.padStart(18)}`);
  row('kernel', 'first kernel_info_reply', '1+1 round trip');
  for (const contender of contenders) {
    const { first, roundTrip } = await measure(contender, folder);
    row(contender.name, `${first.toFixed(0)} ms`, `${roundTrip.toFixed(2)} ms`);
  }
  rmSync(folder, { recursive: true, force: true });
}

void main();
