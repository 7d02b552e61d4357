/** Compares functions of src/text with the answers that record.py had from CPython. */
import { ValueAlgorithmError, UnicodeAlgorithmError } from '../../src/text/errors.ts';
import { floatRepr } from '../../src/text/float_repr.ts';
import { floatFunctions, functions } from './functions.ts';

/** [function, arguments, answer] as record.py writes it. */
export type Case = [name: string, args: unknown[], answer: unknown];

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== 'object') return value;
  const tagged = value as { int?: string; float?: string; bytes?: string };
  if (tagged.int !== undefined) return BigInt(tagged.int);
  if (tagged.float !== undefined) return Number(tagged.float.replace('inf', 'Infinity'));
  return Uint8Array.from(tagged.bytes!, c => c.charCodeAt(0));
}

function encode(value: unknown, floats: boolean): unknown {
  if (Array.isArray(value)) return value.map(item => encode(item, floats));
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : { int: value.toString() };
  }
  if (typeof value === 'number' && (floats || !Number.isInteger(value))) return { float: floatRepr(value) };
  if (value instanceof Uint8Array) return { bytes: String.fromCharCode(...value) };
  return value === undefined ? null : value;
}

/** Whether the function answers as recorded; otherwise a line that shows the difference. */
export function mismatch([name, args, answer]: Case): string | null {
  let got: unknown;
  try {
    got = encode(functions[name]!(...(decode(args) as never[])), floatFunctions.has(name));
  } catch (e) {
    if (e instanceof UnicodeAlgorithmError) got = { error: [e.type, e.encoding, e.start, e.end, e.reason] };
    else if (e instanceof ValueAlgorithmError) got = { error: [e.type, e.message] };
    else throw e;
  }
  const [expected, actual] = [JSON.stringify(answer), JSON.stringify(got)];
  return expected === actual ? null : `${name}(${JSON.stringify(args).slice(1, -1)}): ${actual}, CPython: ${expected}`;
}
