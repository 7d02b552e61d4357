/**
 * CPython 3.12's hash functions in 32-bit arithmetic: Python/pyhash.c, long_hash, tuplehash and frozenset_hash.
 *
 * Each function leaves its result in `hash.lo` and `hash.hi` (two int32 halves of a Py_hash_t) and allocates nothing.
 */

/** The hash last computed. Read it before anything else is hashed. */
export const hash = { lo: 0, hi: 0 };

function set(lo: number, hi: number): void {
  hash.lo = lo | 0;
  hash.hi = hi | 0;
}

/** -1 is the C error value, so no object hashes to it. */
function setNotMinusOne(lo: number, hi: number): void {
  hash.lo = (lo & hi) === -1 ? -2 : lo | 0;
  hash.hi = hi | 0;
}

const int64 = new BigInt64Array(1);
const int64Words = new Int32Array(int64.buffer);

/** The hash as a signed BigInt. */
export function toBigInt(lo: number, hi: number): bigint {
  int64Words[0] = lo;
  int64Words[1] = hi;
  return int64[0]!;
}

/** The hash as Python's int is held: a number while it is a safe integer, a BigInt beyond. */
export function toInt(lo: number, hi: number): number | bigint {
  if (hi >= -0x200000 && hi < 0x200000) {
    const value = hi * 0x100000000 + (lo >>> 0);
    if (value >= Number.MIN_SAFE_INTEGER) return value;
  }
  return toBigInt(lo, hi);
}

/** Takes an int as a Py_hash_t (what `__hash__` returned; slot_tp_hash): its value when it fits, else its int hash. */
export function fromInt(value: number | bigint): void {
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) {
    setNotMinusOne(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)));
  } else {
    intHash(value);
  }
}

// --- SipHash-1-3 ----------------------------------------------------------------------------------------------

let key0Lo = 0;
let key0Hi = 0;
let key1Lo = 0;
let key1Hi = 0;

/** Sets the key as `PYTHONHASHSEED=seed` does (lcg_urandom in Python/bootstrap_hash.c); 0 is the key of zeros. */
export function setHashSeed(seed: number): void {
  const words = new Int32Array(4);
  if (seed !== 0) {
    let x = seed | 0;
    for (let i = 0; i < 16; i++) {
      x = (Math.imul(x, 214013) + 2531011) | 0;
      words[i >> 2]! |= ((x >>> 16) & 0xff) << ((i & 3) * 8);
    }
  }
  key0Lo = words[0]!;
  key0Hi = words[1]!;
  key1Lo = words[2]!;
  key1Hi = words[3]!;
}

/** The text being hashed, packed little-endian; always zero beyond what was packed. */
let words = new Int32Array(64);

function reserve(bytes: number): Int32Array {
  const needed = ((bytes >> 3) + 1) * 2;
  if (needed > words.length) words = new Int32Array(needed * 2);
  words[needed - 1] = words[needed - 2] = 0;
  return words;
}

/** Drops a buffer that one very long text made large. */
function release(): void {
  if (words.length > 0x10000) words = new Int32Array(64);
}

/**
 * siphash13 of Python/pyhash.c over `length` bytes in `words`. The tail is one more block with the length in its top
 * byte; the three final rounds are blocks of zero, so one loop holds the only copy of the round.
 */
function siphash13(data: Int32Array, length: number): void {
  let al = key0Lo ^ 0x70736575;
  let ah = key0Hi ^ 0x736f6d65;
  let bl = key1Lo ^ 0x6e646f6d;
  let bh = key1Hi ^ 0x646f7261;
  let cl = key0Lo ^ 0x6e657261;
  let ch = key0Hi ^ 0x6c796765;
  let dl = key1Lo ^ 0x79746573;
  let dh = key1Hi ^ 0x74656462;
  const blocks = length >> 3;
  for (let i = 0; i < blocks + 4; i++) {
    let ml = 0;
    let mh = 0;
    if (i <= blocks) {
      ml = data[2 * i]!;
      mh = data[2 * i + 1]!;
      if (i === blocks) mh |= length << 24;
      dl ^= ml;
      dh ^= mh;
    } else if (i === blocks + 1) {
      cl ^= 0xff;
    }
    let t = 0;
    // a += b; b = rotl(b, 13) ^ a; a = rotl(a, 32)
    t = (al + bl) | 0;
    ah = (ah + bh + (t >>> 0 < al >>> 0 ? 1 : 0)) | 0;
    al = t;
    t = ((bl << 13) | (bh >>> 19)) ^ al;
    bh = ((bh << 13) | (bl >>> 19)) ^ ah;
    bl = t;
    t = al;
    al = ah;
    ah = t;
    // c += d; d = rotl(d, 16) ^ c
    t = (cl + dl) | 0;
    ch = (ch + dh + (t >>> 0 < cl >>> 0 ? 1 : 0)) | 0;
    cl = t;
    t = ((dl << 16) | (dh >>> 16)) ^ cl;
    dh = ((dh << 16) | (dl >>> 16)) ^ ch;
    dl = t;
    // c += b; b = rotl(b, 17) ^ c; c = rotl(c, 32)
    t = (cl + bl) | 0;
    ch = (ch + bh + (t >>> 0 < cl >>> 0 ? 1 : 0)) | 0;
    cl = t;
    t = ((bl << 17) | (bh >>> 15)) ^ cl;
    bh = ((bh << 17) | (bl >>> 15)) ^ ch;
    bl = t;
    t = cl;
    cl = ch;
    ch = t;
    // a += d; d = rotl(d, 21) ^ a
    t = (al + dl) | 0;
    ah = (ah + dh + (t >>> 0 < al >>> 0 ? 1 : 0)) | 0;
    al = t;
    t = ((dl << 21) | (dh >>> 11)) ^ al;
    dh = ((dh << 21) | (dl >>> 11)) ^ ah;
    dl = t;
    al ^= ml;
    ah ^= mh;
  }
  setNotMinusOne(al ^ bl ^ cl ^ dl, ah ^ bh ^ ch ^ dh);
}

/** hash(str): over its canonical buffer of 1, 2 or 4 bytes a character, whichever the widest needs. */
export function strHash(s: string): void {
  const n = s.length;
  if (n === 0) return set(0, 0);
  const data = reserve(n);
  let all = 0;
  let word = 0;
  let i = 0;
  for (; i < n; i++) {
    const c = s.charCodeAt(i);
    all |= c;
    word |= c << ((i & 3) << 3);
    if ((i & 3) === 3) {
      data[i >> 2] = word;
      word = 0;
    }
  }
  if (all > 0xff) return wideStrHash(s);
  if (n & 3) data[n >> 2] = word;
  siphash13(data, n);
  release();
}

function wideStrHash(s: string): void {
  const n = s.length;
  let astral = false;
  const data = reserve(2 * n);
  for (let i = 0; i < n; i++) {
    const c = s.charCodeAt(i);
    if ((c & 0xfc00) === 0xd800 && i + 1 < n && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      astral = true;
      break;
    }
    if (i & 1) data[i >> 1]! |= c << 16;
    else data[i >> 1] = c;
  }
  if (astral) return astralStrHash(s);
  siphash13(data, 2 * n);
  release();
}

function astralStrHash(s: string): void {
  const data = reserve(4 * s.length);
  let count = 0;
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) i++;
    data[count++] = cp;
  }
  if ((count & 1) === 0) data[count] = 0;
  data[count | 1] = 0;
  siphash13(data, 4 * count);
  release();
}

/** hash(bytes): over `bytes[start:end]`. */
export function bytesHash(bytes: Uint8Array, start = 0, end = bytes.length): void {
  const n = end - start;
  if (n === 0) return set(0, 0);
  const data = reserve(n);
  let word = 0;
  for (let i = 0; i < n; i++) {
    word |= bytes[start + i]! << ((i & 3) << 3);
    if ((i & 3) === 3) {
      data[i >> 2] = word;
      word = 0;
    }
  }
  if (n & 3) data[n >> 2] = word;
  siphash13(data, n);
  release();
}

// --- Numbers: reduction modulo the prime 2**61 - 1 ----------------------------------------------------------------

const MODULUS = (1n << 61n) - 1n;
const MODULUS_HI = 0x1fffffff;
/** Multiplier of the imaginary part in complex_hash. */
const HASH_IMAG = 1000003;

/** hash(int), of an int held as a safe integer or as a BigInt. */
export function intHash(value: number | bigint): void {
  if (typeof value === 'number') {
    if (value === (value | 0)) return set(value === -1 ? -2 : value, value >> 31);
    return set(value, Math.floor(value / 0x100000000));
  }
  const rest = value % MODULUS;
  setNotMinusOne(Number(BigInt.asIntN(32, rest)), Number(BigInt.asIntN(32, rest >> 32n)));
}

const float64 = new Float64Array(1);
const float64Words = new Int32Array(float64.buffer);

/** hash(float) as _Py_HashDouble, except NaN: false then, since a NaN hashes as a pointer to its object. */
export function floatHash(value: number): boolean {
  if (Number.isSafeInteger(value)) {
    intHash(value);
    return true;
  }
  if (!Number.isFinite(value)) {
    if (Number.isNaN(value)) return false;
    intHash(value > 0 ? 314159 : -314159);
    return true;
  }
  // value = m * 2**e with an integer m below 2**53; times 2**e modulo 2**61 - 1 is a rotation of 61 bits.
  float64[0] = value;
  const high = float64Words[1]!;
  let exponent = (high >>> 20) & 0x7ff;
  let hi = high & 0xfffff;
  let lo = float64Words[0]!;
  if (exponent === 0) exponent = 1;
  else hi |= 0x100000;
  let k = (exponent - 1075) % 61;
  if (k < 0) k += 61;
  if (k >= 32) {
    const up = lo & MODULUS_HI;
    lo = (hi << 3) | (lo >>> 29);
    hi = up;
    k -= 32;
  } else if (k >= 29) {
    const up = lo >>> 3;
    lo = (lo << 29) | hi;
    hi = up;
    k -= 29;
  }
  if (k > 0) {
    const out = hi >>> (29 - k);
    hi = ((hi << k) | (lo >>> (32 - k))) & MODULUS_HI;
    lo = (lo << k) | out;
  }
  if (value < 0) {
    hi = ~hi + (lo === 0 ? 1 : 0);
    lo = -lo | 0;
  }
  setNotMinusOne(lo, hi);
  return true;
}

/** hash(complex) from the hashes of its parts (a part that is NaN hashes as the pointer, as in complex_hash). */
export function complexHash(realLo: number, realHi: number, imagLo: number, imagHi: number): void {
  multiply(imagLo, imagHi, HASH_IMAG, 0);
  const lo = (realLo + hash.lo) | 0;
  const hi = realHi + hash.hi + (lo >>> 0 < realLo >>> 0 ? 1 : 0);
  setNotMinusOne(lo, hi);
}

/** Hash of an address: the four low bits, always zero, rotate to the top (_Py_HashPointer). */
export function pointerHash(address: number): void {
  const lo = address | 0;
  const hi = Math.floor(address / 0x100000000) | 0;
  setNotMinusOne((lo >>> 4) | (hi << 28), (hi >>> 4) | (lo << 28));
}

// --- Combinations ---------------------------------------------------------------------------------------------

/** hash = (lo, hi) * (mLo, mHi) modulo 2**64. */
function multiply(lo: number, hi: number, mLo: number, mHi: number): void {
  const a0 = lo & 0xffff;
  const a1 = lo >>> 16;
  const b0 = mLo & 0xffff;
  const b1 = mLo >>> 16;
  // None of these exceeds 32 bits, so that integer instructions suffice.
  const low = Math.imul(a0, b0);
  const middle = (Math.imul(a1, b0) + (low >>> 16)) | 0;
  const middle2 = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  hash.lo = (middle2 << 16) | (low & 0xffff);
  const carry = (Math.imul(a1, b1) + (middle >>> 16) + (middle2 >>> 16)) | 0;
  hash.hi = (carry + Math.imul(lo, mHi) + Math.imul(hi, mLo)) | 0;
}

/** Where a tuple's (or slice's) accumulator starts: _PyHASH_XXPRIME_5. */
export const TUPLE_START_LO = 0x165667c5;
export const TUPLE_START_HI = 0x27d4eb2f;

/** hash = the accumulator (lo, hi) of tuplehash after an item whose hash is (laneLo, laneHi). */
export function tupleHashAdd(lo: number, hi: number, laneLo: number, laneHi: number): void {
  multiply(laneLo, laneHi, 0x27d4eb4f, 0xc2b2ae3d | 0);
  const sumLo = (lo + hash.lo) | 0;
  const sumHi = (hi + hash.hi + (sumLo >>> 0 < lo >>> 0 ? 1 : 0)) | 0;
  multiply((sumLo << 31) | (sumHi >>> 1), (sumHi << 31) | (sumLo >>> 1), 0x85ebca87 | 0, 0x9e3779b1 | 0);
}

/** Ends the hash of a tuple of `length` items. */
export function tupleHashFinish(lo: number, hi: number, length: number): void {
  const sumLo = (lo + (length ^ TUPLE_START_LO ^ 3527539)) | 0;
  const sumHi = (hi + TUPLE_START_HI + (sumLo >>> 0 < lo >>> 0 ? 1 : 0)) | 0;
  sliceHashFinish(sumLo, sumHi);
}

/** Ends the hash of a slice, which adds start, stop and step as a tuple would but not a length. */
export function sliceHashFinish(lo: number, hi: number): void {
  if ((lo & hi) === -1) set(1546275796, 0);
  else set(lo, hi);
}

/** hash = the accumulator (lo, hi), from 0, of frozenset_hash after a member whose hash is (itemLo, itemHi). */
export function frozensetHashAdd(lo: number, hi: number, itemLo: number, itemHi: number): void {
  multiply(itemLo ^ 89869747 ^ (itemLo << 16), itemHi ^ ((itemHi << 16) | (itemLo >>> 16)), 3644798167 | 0, 0);
  hash.lo ^= lo;
  hash.hi ^= hi;
}

/** Ends the hash of a frozenset of `length` members. */
export function frozensetHashFinish(lo: number, hi: number, length: number): void {
  multiply((length + 1) | 0, 0, 1927868237, 0);
  lo ^= hash.lo;
  hi ^= hash.hi;
  const mixedLo = lo ^ ((lo >>> 11) | (hi << 21)) ^ ((lo >>> 25) | (hi << 7));
  const mixedHi = hi ^ (hi >>> 11) ^ (hi >>> 25);
  multiply(mixedLo, mixedHi, 69069, 0);
  const sumLo = (hash.lo + 907133923) | 0;
  const sumHi = (hash.hi + (sumLo >>> 0 < hash.lo >>> 0 ? 1 : 0)) | 0;
  if ((sumLo & sumHi) === -1) set(590923713, 0);
  else set(sumLo, sumHi);
}
