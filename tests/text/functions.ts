import { createHash } from 'node:crypto';
import * as bytesMethods from '../../src/text/bytes_methods.ts';
import * as codePoints from '../../src/text/code_points.ts';
import * as codecs from '../../src/text/codecs.ts';
import * as complexText from '../../src/text/complex_text.ts';
import * as escapeCodecs from '../../src/text/escape_codecs.ts';
import * as floatParse from '../../src/text/float_parse.ts';
import * as floatRepr from '../../src/text/float_repr.ts';
import * as formatSpec from '../../src/text/format_spec.ts';
import * as intText from '../../src/text/int_text.ts';
import * as hashing from '../../src/text/hash.ts';
import * as strMethods from '../../src/text/str_methods.ts';
import * as suggestions from '../../src/text/suggestions.ts';
import * as strRepr from '../../src/text/str_repr.ts';
import { valueError } from '../../src/text/errors.ts';
import type { ByteOrder, Decoded } from '../../src/text/utf16_32.ts';
import * as unicodeData from '../../src/text/unicode_data.ts';
import { formatFunctions } from './format_hosts.ts';

type Int = number | bigint;
const hash = hashing.hash;

/** The hash just computed, as Python shows it. */
function answer(): Int {
  return hashing.toInt(hash.lo, hash.hi);
}

/** Folds the hashes of ints into an accumulator that starts at (lo, hi). */
function fold(items: Int[], lo: number, hi: number, add: typeof hashing.tupleHashAdd): [number, number] {
  for (const item of items) {
    hashing.intHash(item);
    add(lo, hi, hash.lo, hash.hi);
    ({ lo, hi } = hash);
  }
  return [lo, hi];
}

/** What int() answered, cut down to the part that the recorder keeps. */
function remainder(n: Int): number {
  const rest = Number(BigInt(n) % 1000000000n);
  return rest < 0 ? rest + 1000000000 : rest + 0;
}

const hashFunctions = {
  strHash: (s: string) => (hashing.strHash(s), answer()),
  bytesHash: (b: Uint8Array) => (hashing.bytesHash(b), answer()),
  intHash: (n: Int) => (hashing.intHash(n), answer()),
  floatHash: (x: number) => (hashing.floatHash(x), answer()),
  complexHash: (real: number, imag: number) => {
    hashing.floatHash(real);
    const { lo, hi } = hash;
    hashing.floatHash(imag);
    hashing.complexHash(lo, hi, hash.lo, hash.hi);
    return answer();
  },
  tupleHash: (items: Int[]) => {
    const [lo, hi] = fold(items, hashing.TUPLE_START_LO, hashing.TUPLE_START_HI, hashing.tupleHashAdd);
    hashing.tupleHashFinish(lo, hi, items.length);
    return answer();
  },
  sliceHash: (...items: Int[]) => {
    const [lo, hi] = fold(items, hashing.TUPLE_START_LO, hashing.TUPLE_START_HI, hashing.tupleHashAdd);
    hashing.sliceHashFinish(lo, hi);
    return answer();
  },
  frozensetHash: (items: Int[]) => {
    const [lo, hi] = fold(items, 0, 0, hashing.frozensetHashAdd);
    hashing.frozensetHashFinish(lo, hi, items.length);
    return answer();
  },
};

const ORDERS: ByteOrder[] = ['little', 'bom', 'big'];

/** As the _ex_decode functions of _codecs answer: text, bytes read, and the byte order as -1, 0 or 1. */
function exDecode({ text, consumed, order }: Decoded): unknown {
  return [text, consumed, ORDERS.indexOf(order) - 1];
}

function valueAndLength({ value, consumed }: escapeCodecs.Unescaped<unknown>): unknown {
  return [value, consumed];
}

const codecFunctions = {
  encodeUnicodeEscape: escapeCodecs.encodeUnicodeEscape,
  encodeRawUnicodeEscape: escapeCodecs.encodeRawUnicodeEscape,
  unicodeEscape: (b: Uint8Array, errors: string, final: boolean) =>
    valueAndLength(escapeCodecs.decodeUnicodeEscape(b, errors, final)),
  rawUnicodeEscape: (b: Uint8Array, errors: string, final: boolean) =>
    valueAndLength(escapeCodecs.decodeRawUnicodeEscape(b, errors, final)),
  bytesEscape: (b: Uint8Array, errors: string) => valueAndLength(escapeCodecs.decodeBytesEscape(b, errors)),
  decode: (b: Uint8Array, name: string, errors: string) => codecs.findTextCodec(name)!.decode(b, errors),
  encode: (s: string, name: string, errors: string) => codecs.findTextCodec(name)!.encode(s, errors),
  decodeUtf8Stateful: codecs.decodeUtf8Stateful,
  utf16Stateful: (b: Uint8Array, errors: string, order: number, final: boolean) =>
    exDecode(codecs.decodeUtf16(b, errors, ORDERS[order + 1]!, final)),
  utf32Stateful: (b: Uint8Array, errors: string, order: number, final: boolean) =>
    exDecode(codecs.decodeUtf32(b, errors, ORDERS[order + 1]!, final)),
};

/** A value of a character property as record.py writes it. */
function propertyText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return value ? '1' : '-';
  if (typeof value === 'string') return Array.from(value, c => c.codePointAt(0)!.toString(16)).join(' ');
  if (typeof value === 'number') return String(value);
  const { numerator, denominator } = value as unicodeData.Fraction;
  return (numerator / denominator).toFixed(8);
}

function digest(count: number, text: (cp: number) => string): string {
  return createHash('md5')
    .update(Array.from({ length: count }, (_, cp) => text(cp)).join(','))
    .digest('hex');
}

const unicodeFunctions = {
  propertyDigest: (name: keyof typeof unicodeData) => {
    const of = unicodeData[name] as (cp: number) => unknown;
    // A numeric value is a float in Python.
    if (name !== 'numericValue') return digest(0x33000, cp => propertyText(of(cp)));
    return digest(0x33000, cp => {
      const value = of(cp);
      return typeof value === 'number' ? value.toFixed(8) : propertyText(value);
    });
  },
  categoryDigest: () => digest(0x110000, unicodeData.category),
};

const integer = (s: string, base: number): Int =>
  intText.parseInteger(s, base) ?? valueError(intText.invalidLiteral(s, base));

const intFunctions = {
  parseInteger: (s: string, base: number) => remainder(integer(s, base)),
  parseRepeated: (s: string, count: number, tail: string, base: number) =>
    remainder(integer(s.repeat(count) + tail, base)),
  longIntRepr: (digits: number, less: number, sign: number) =>
    intText.intRepr(BigInt(sign) * (10n ** BigInt(digits) - BigInt(less))).length,
};

/** The functions that the recorded cases name. */
export const functions: Record<string, (...args: never[]) => unknown> = {
  ...bytesMethods,
  ...codePoints,
  ...complexText,
  ...floatParse,
  ...floatRepr,
  ...formatSpec,
  ...intText,
  ...strMethods,
  ...strRepr,
  ...suggestions,
  ...formatFunctions,
  ...hashFunctions,
  ...intFunctions,
  parseFloatText: (s: string) =>
    floatParse.parseFloatText(s) ?? valueError(`could not convert string to float: ${strRepr.strRepr(s)}`),
  ...codecFunctions,
  ...unicodeFunctions,
} as never;

/** Functions whose answer is a float, though it may have no fraction. */
export const floatFunctions = new Set([
  'parseFloatText',
  'floatFromHex',
  'roundToDigits',
  'roundHalfEven',
  'parseComplex',
]);
