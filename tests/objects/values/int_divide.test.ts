import { newIntBig } from '../../../src/objects/int.ts';
import { intFloorDiv, intMod } from '../../../src/objects/int_divide.ts';

/** Quotients short and long of divisors long enough for the leading digits to be tried. */
test('big ints are divided exactly', () => {
  for (const bits of [60, 3600, 3660, 3700, 9000, 20_000]) {
    for (const divisor of [1n << BigInt(bits), (1n << BigInt(bits)) - 1n, (1n << BigInt(bits)) + (1n << 40n)]) {
      for (const quotient of [0n, 1n, 9n, (1n << 30n) - 1n, 1n << 30n, 3n ** 100n, 3n ** 700n]) {
        for (const rest of [0n, 1n, divisor >> 1n, divisor - 1n]) {
          const x = newIntBig(quotient * divisor + rest);
          const y = newIntBig(divisor);
          expect(BigInt(intFloorDiv(x, y).v)).toBe(quotient);
          expect(BigInt(intMod(x, y).v)).toBe(rest);
          const negative = newIntBig(-(quotient * divisor + rest));
          expect(BigInt(intFloorDiv(negative, y).v)).toBe(rest === 0n ? -quotient : -quotient - 1n);
          expect(BigInt(intMod(negative, y).v)).toBe(rest === 0n ? 0n : divisor - rest);
        }
      }
    }
  }
});
