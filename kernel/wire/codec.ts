/** Frames <-> messages: `[identities..., <IDS|MSG>, signature, header, parent_header, metadata, content, buffers...]`. */

import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { JsonObject } from '../../src/host/contract.ts';
import { toWireJson } from './json.ts';
import { type Header, type Message, PROTOCOL_VERSION } from './message.ts';
import type { Signer } from './signature.ts';

const DELIMITER = Buffer.from('<IDS|MSG>');
const JSON_FRAMES = 4;

/** Thrown by `decode` for a message that must be dropped. */
export class WireError extends Error {}

function parseObject(frame: Uint8Array, what: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('utf8'));
  } catch {
    throw new WireError(`${what} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WireError(`${what} is not a JSON object`);
  }
  return value as JsonObject;
}

/** Decodes received frames. Raises WireError when they are malformed or the signature is not good. */
export function decode(frames: readonly Uint8Array[], signer: Signer): Message {
  const delimiter = frames.findIndex(frame => DELIMITER.equals(frame));
  if (delimiter < 0) throw new WireError('no <IDS|MSG> delimiter');
  const start = delimiter + 2;
  if (frames.length < start + JSON_FRAMES) throw new WireError('too few frames');
  const signed = frames.slice(start, start + JSON_FRAMES);
  const complaint = signer.verify(frames[delimiter + 1], signed);
  if (complaint) throw new WireError(complaint);
  const header = parseObject(signed[0], 'header') as unknown as Header;
  if (typeof header.msg_type !== 'string' || typeof header.msg_id !== 'string') {
    throw new WireError('header without msg_type or msg_id');
  }
  return {
    identities: frames.slice(0, delimiter),
    header,
    headerFrame: signed[0],
    parentHeader: parseObject(signed[1], 'parent_header'),
    metadata: parseObject(signed[2], 'metadata'),
    content: parseObject(signed[3], 'content'),
    buffers: frames.slice(start + JSON_FRAMES),
  };
}

/** Makes the messages of one process: they share its session id and user name. */
export class Encoder {
  readonly session: string;
  private readonly signer: Signer;
  private readonly username: string;
  private count = 0;

  constructor(signer: Signer, session: string = randomUUID()) {
    this.signer = signer;
    this.session = session;
    this.username = currentUser();
  }

  header(msg_type: string): Header {
    return {
      msg_id: `${this.session}_${process.pid}_${this.count++}`,
      session: this.session,
      username: this.username,
      date: new Date().toISOString(),
      msg_type,
      version: PROTOCOL_VERSION,
    };
  }

  /** The frames of one message. `prefix` holds the identities, or the topic of an iopub message. */
  encode(
    prefix: readonly Uint8Array[],
    header: Header,
    parent: Uint8Array,
    content: JsonObject,
    metadata: JsonObject = {},
    buffers: readonly Uint8Array[] = [],
  ): (Uint8Array | string)[] {
    const signed = [toWireJson(header), parent, toWireJson(metadata), toWireJson(content)];
    return [...prefix, DELIMITER, this.signer.sign(signed), ...signed, ...buffers];
  }
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'kernel';
  }
}
