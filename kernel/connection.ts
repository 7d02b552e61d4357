/** The connection file: where the five channels are, and how messages are signed (jupyter_client/connect.py). */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export const CHANNELS = ['shell', 'iopub', 'stdin', 'control', 'hb'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export interface Connection {
  transport: 'tcp' | 'ipc';
  ip: string;
  ports: Record<ChannelName, number>;
  key: string;
  signatureScheme: string;
  /** CurveZMQ keys in Z85 text; both or neither. */
  curve: { publicKey: string; secretKey: string } | null;
}

/** A connection file that cannot be used; the message is one line for the user. */
export class ConnectionError extends Error {}

function readObject(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConnectionError(`cannot read connection file ${file}: ${(error as Error).message}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ConnectionError(`connection file ${file} is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConnectionError(`connection file ${file} does not hold a JSON object`);
  }
  return value as Record<string, unknown>;
}

function readPort(file: string, fields: Record<string, unknown>, channel: ChannelName): number {
  const given = fields[`${channel}_port`];
  const port = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConnectionError(`connection file ${file}: ${channel}_port must be a port number`);
  }
  return port;
}

/** What a start-up file asks for: sockets to bind, or a client to register with (JEP 66). */
export type StartupFile =
  { kind: 'connection'; connection: Connection } | { kind: 'registration'; registration: Registration };

export interface Registration {
  transport: 'tcp' | 'ipc';
  ip: string;
  registrationIp: string;
  registrationPort: number;
  key: string;
  signatureScheme: string;
  kernelId: string;
}

function readTransport(file: string, fields: Record<string, unknown>): 'tcp' | 'ipc' {
  const transport = fields.transport ?? 'tcp';
  if (transport !== 'tcp' && transport !== 'ipc') {
    throw new ConnectionError(`connection file ${file}: unknown transport ${JSON.stringify(transport)}`);
  }
  return transport;
}

function readString(file: string, fields: Record<string, unknown>, name: string, fallback: string): string {
  const value = fields[name] ?? fallback;
  if (typeof value !== 'string') throw new ConnectionError(`connection file ${file}: ${name} must be a string`);
  return value;
}

/** Reads a start-up file of either kind. Raises ConnectionError with one clear line. */
export function readStartupFile(file: string): StartupFile {
  const fields = readObject(file);
  const transport = readTransport(file, fields);
  const ip = readString(file, fields, 'ip', transport === 'ipc' ? file.replace(/\.json$/, '-ipc') : '127.0.0.1');
  const key = readString(file, fields, 'key', '');
  const signatureScheme = readString(file, fields, 'signature_scheme', 'hmac-sha256');
  if (fields.registration_port !== undefined) {
    const registrationPort = Number(fields.registration_port);
    if (!Number.isInteger(registrationPort) || registrationPort < 1 || registrationPort > 65535) {
      throw new ConnectionError(`connection file ${file}: registration_port must be a port number`);
    }
    const registrationIp = readString(file, fields, 'registration_ip', ip);
    const kernelId = readString(file, fields, 'kernel_id', '');
    return {
      kind: 'registration',
      registration: { transport, ip, registrationIp, registrationPort, key, signatureScheme, kernelId },
    };
  }
  const ports = {} as Record<ChannelName, number>;
  for (const channel of CHANNELS) ports[channel] = readPort(file, fields, channel);
  const publicKey = readString(file, fields, 'curve_publickey', '');
  const secretKey = readString(file, fields, 'curve_secretkey', '');
  if ((publicKey === '') !== (secretKey === '')) {
    throw new ConnectionError(`connection file ${file}: curve_publickey and curve_secretkey belong together`);
  }
  const curve = secretKey === '' ? null : { publicKey, secretKey };
  return { kind: 'connection', connection: { transport, ip, ports, key, signatureScheme, curve } };
}

/** Writes the ports that were really bound back into the file, keeping its other fields. */
export function rewritePorts(file: string, ports: Record<ChannelName, number>): void {
  const fields = readObject(file);
  for (const channel of CHANNELS) fields[`${channel}_port`] = ports[channel];
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(fields, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}

/** The ZeroMQ address of a port. */
export function endpoint(transport: 'tcp' | 'ipc', ip: string, port: number): string {
  return transport === 'ipc' ? `ipc://${ip}-${port}` : `tcp://${ip}:${port}`;
}
