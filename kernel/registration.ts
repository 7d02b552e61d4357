/** Registration (JEP 66): a kernel that was given no ports tells its client the ones it chose. */

import { Dealer } from 'zeromq';
import { type ChannelName, CHANNELS, ConnectionError, endpoint, type Registration } from './connection.ts';
import { Signer } from './wire/signature.ts';

const DELIMITER = '<IDS|MSG>';
/** Milliseconds to wait for the acknowledgement. */
const PATIENCE = 5000;

/** Sends the ports and waits for the signed acknowledgement. Raises ConnectionError when none comes. */
export async function register(registration: Registration, ports: Record<ChannelName, number>): Promise<void> {
  const { transport, registrationIp, registrationPort, key, signatureScheme, kernelId } = registration;
  const signer = new Signer(signatureScheme, key);
  const content: Record<string, unknown> = { kernel_id: kernelId };
  for (const channel of CHANNELS) content[`${channel}_port`] = ports[channel];
  const body = JSON.stringify(content);
  const address = endpoint(transport, registrationIp, registrationPort);
  const socket = new Dealer({ linger: 0, receiveTimeout: PATIENCE });
  try {
    socket.connect(address);
    await socket.send([DELIMITER, signer.sign([body]), body]);
    const frames = await socket.receive();
    const delimiter = frames.findIndex(frame => frame.toString() === DELIMITER);
    const [signature, ...rest] = frames.slice(delimiter + 1);
    const complaint = signer.verify(signature ?? Buffer.alloc(0), rest);
    if (complaint) throw new ConnectionError(`the client at ${address} answered with an ${complaint}`);
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    throw new ConnectionError(`no answer from the client at ${address}: ${(error as Error).message}`);
  } finally {
    socket.close();
  }
}
