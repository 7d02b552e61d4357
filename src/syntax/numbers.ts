import type { Constant } from './ast.ts';
import { LiteralError } from './errors.ts';

/** `sys.int_info.default_max_str_digits`. */
const MAX_STR_DIGITS = 4300;

/**
 * The value of a NUMBER token (`parsenumber` of Parser/pegen.c).
 * Raises LiteralError for a decimal integer with too many digits.
 */
export function parseNumber(text: string): Constant {
  if (text.includes('_')) text = text.replaceAll('_', '');
  const last = text.charCodeAt(text.length - 1) | 0x20;
  const radix = text.charCodeAt(1) | 0x20;
  if (text.charCodeAt(0) === 0x30 && (radix === 0x78 || radix === 0x6f || radix === 0x62)) return integer(text);
  if (last === 0x6a) return { t: 'complex', re: 0, im: Number(text.slice(0, -1)) };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x30 || c > 0x39) return { t: 'float', v: Number(text) };
  }
  if (text.length > MAX_STR_DIGITS) {
    throw new LiteralError(
      `Exceeds the limit (${MAX_STR_DIGITS} digits) for integer string conversion: value has ${text.length} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to ' +
        'avoid decimal conversion limits.',
      'number',
    );
  }
  return integer(text);
}

function integer(text: string): Constant {
  const v = Number(text);
  return { t: 'int', v: v <= Number.MAX_SAFE_INTEGER ? v : BigInt(text) };
}
