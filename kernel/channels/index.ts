/** The five channels of a kernel, bound to their ports. */

import { existsSync } from 'node:fs';
import type { Router, XPublisher } from 'zeromq';
import { type ChannelName, CHANNELS, ConnectionError, endpoint } from '../connection.ts';
import type { Encoder } from '../wire/codec.ts';
import type { Signer } from '../wire/signature.ts';
import { HeartbeatChannel } from './heartbeat.ts';
import { IopubChannel } from './iopub.ts';
import { RouterChannel } from './router.ts';

/** Where to bind. A port of 0 is replaced by a free one. */
export interface Addresses {
  transport: 'tcp' | 'ipc';
  ip: string;
  ports: Record<ChannelName, number>;
  curve: { publicKey: string; secretKey: string } | null;
}

export class Channels {
  readonly shell: RouterChannel;
  readonly control: RouterChannel;
  readonly stdin: RouterChannel;
  readonly iopub: IopubChannel;
  readonly heartbeat = new HeartbeatChannel();

  constructor(encoder: Encoder, signer: Signer) {
    this.shell = new RouterChannel('shell', encoder, signer);
    this.control = new RouterChannel('control', encoder, signer);
    this.stdin = new RouterChannel('stdin', encoder, signer);
    this.iopub = new IopubChannel(encoder);
  }

  /** Binds all five sockets; resolves to the real ports. Raises ConnectionError when one is taken. */
  async bind(addresses: Addresses): Promise<Record<ChannelName, number>> {
    const ports = { ...addresses.ports };
    for (const name of CHANNELS) {
      const socket = this.socketOf(name);
      if (addresses.curve) {
        socket.curveServer = true;
        socket.curvePublicKey = addresses.curve.publicKey;
        socket.curveSecretKey = addresses.curve.secretKey;
      }
      if (addresses.transport === 'ipc' && ports[name] === 0) ports[name] = freeIpcPort(addresses.ip, ports);
      const address = endpoint(addresses.transport, addresses.ip, ports[name]);
      try {
        await socket.bind(address);
      } catch (error) {
        throw new ConnectionError(`cannot bind the ${name} channel to ${address}: ${(error as Error).message}`);
      }
      if (ports[name] === 0) ports[name] = Number(/:(\d+)$/.exec(socket.lastEndpoint ?? '')?.[1]);
    }
    return ports;
  }

  /** Resolves when everything sent so far has been handed to ZeroMQ. */
  async drained(): Promise<void> {
    await Promise.all([this.iopub.drained(), this.shell.drained(), this.control.drained(), this.stdin.drained()]);
  }

  close(): void {
    for (const name of CHANNELS) this.socketOf(name).close();
  }

  private socketOf(name: ChannelName): Router | XPublisher {
    return name === 'hb' ? this.heartbeat.socket : this[name].socket;
  }
}

/** The lowest number whose socket file does not exist, as jupyter_client chooses ipc "ports". */
function freeIpcPort(ip: string, taken: Record<ChannelName, number>): number {
  const used = new Set(Object.values(taken));
  let port = 1;
  while (used.has(port) || existsSync(`${ip}-${port}`)) port++;
  return port;
}
