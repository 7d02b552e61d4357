/** Jupyter messages as this kernel holds them ("Messaging in Jupyter", jupyter_client's docs). */

import type { JsonObject } from '../../src/host/contract.ts';

/** The messaging protocol this kernel speaks. */
export const PROTOCOL_VERSION = '5.5';

export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
  subshell_id?: string | null;
}

/** A message that came in. `headerFrame` is the header as received: replies carry those very bytes as parent. */
export interface Message {
  identities: Uint8Array[];
  header: Header;
  headerFrame: Uint8Array;
  parentHeader: Partial<Header>;
  metadata: JsonObject;
  content: JsonObject;
  buffers: Uint8Array[];
}

/** The parent of messages that answer nobody. */
export const NO_PARENT: Uint8Array = Buffer.from('{}');
