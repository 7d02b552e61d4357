/** Message signatures: HMAC over the four JSON frames, and the guard against replayed messages. */

import { createHmac, getHashes, timingSafeEqual } from 'node:crypto';

/** As many signatures as jupyter_client's Session remembers (`digest_history_size`). */
const HISTORY_SIZE = 65536;
/** Part of the history that is dropped when it is full. */
const CULL = HISTORY_SIZE / 10;

export class Signer {
  private readonly hash: string;
  private readonly key: string;
  private readonly seen = new Set<string>();

  /** Throws when `scheme` is not `hmac-<hash>` with a hash Node has. An empty key means no signatures. */
  constructor(scheme: string, key: string) {
    const hash = /^hmac-(.+)$/.exec(scheme)?.[1];
    if (!hash || !getHashes().includes(hash.toLowerCase())) throw new Error(`unknown signature scheme "${scheme}"`);
    this.hash = hash.toLowerCase();
    this.key = key;
  }

  /** Hex digest of the frames' bytes; empty without a key. */
  sign(frames: readonly (Uint8Array | string)[]): string {
    if (this.key === '') return '';
    const hmac = createHmac(this.hash, this.key);
    for (const frame of frames) hmac.update(frame);
    return hmac.digest('hex');
  }

  /**
   * What is wrong with a received signature, or null when it is good. A good one is remembered; it is
   * refused when it comes again.
   */
  verify(signature: Uint8Array, frames: readonly Uint8Array[]): string | null {
    if (this.key === '') return null;
    if (signature.length === 0) return 'unsigned message';
    const expected = Buffer.from(this.sign(frames));
    if (expected.length !== signature.length || !timingSafeEqual(expected, signature)) return 'invalid signature';
    const digest = expected.toString('latin1');
    if (this.seen.has(digest)) return 'replayed message';
    this.remember(digest);
    return null;
  }

  private remember(digest: string): void {
    this.seen.add(digest);
    if (this.seen.size <= HISTORY_SIZE) return;
    let surplus = CULL;
    for (const oldest of this.seen) {
      if (surplus-- <= 0) break;
      this.seen.delete(oldest);
    }
  }
}
