# Asking for too much gives an error, and nothing is lost.
for code in ['"a" * 2**62', '[0] * 2**62', '(0,) * 2**62', 'b"a" * 2**62', 'bytearray(2**62)', 'bytes(2**62)', '"a" * 2**64', '[0] * 2**64', 'range(2**64)[2**63]', 'len(range(2**64))', '1 << 2**64', '1 << (1 << 70)', '"x".ljust(2**63)', '"x".center(2**62)', '"x".zfill(2**62)', 'bytes([1]).ljust(2**62)', '"\\t".expandtabs(2**62)', '"ab".replace("a", "x" * 10) and "a".join(["b"] * 2) * 2**61', 'f"{1:{2**62}}"', '"%{}d".format(2**63) % 1', '[].__imul__(5)', '[1].__mul__(2**63)', 'int("1" * 10**5)', 'str(10**10000)', 'chr(2**31)', 'round(1.5, 2**31)', '1.5 .__round__(2**63)', '[1, 2, 3][2**70:]', '[1, 2, 3][-2**70:2**70]', '"abc"[2**64]', '[][2**64]', '().__getitem__(-2**64)', '(5).to_bytes(2**62)', 'hash("x" * 10) == hash("x" * 10)', 'int.from_bytes(b"\\xff" * 100) > 2**790', 'sum(range(10**6))', 'max(range(10**6))', '10**6 in range(10**7)', 'len("x" * 10**7)', 'len([0] * 10**6)', 'sorted(range(10**5, 0, -1))[0]']:
    try:
        r = eval(code)
        print(code, 'gives', repr(r)[:40])
    except (OverflowError, MemoryError, ValueError, IndexError, TypeError) as e:
        print(code, '->', type(e).__name__, e)
print('alive')
