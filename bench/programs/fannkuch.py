"""Permutations by slices and reversals of a list."""


def main():
    n = 8
    count = list(range(n))
    perm = list(range(n))
    flips_max = checksum = 0
    r = n
    sign = 1
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if perm[0]:
            p = perm[:]
            flips = 0
            k = p[0]
            while k:
                p[:k + 1] = p[k::-1]
                flips += 1
                k = p[0]
            flips_max = max(flips_max, flips)
            checksum += sign * flips
        sign = -sign
        while True:
            if r == n:
                return flips_max, checksum
            perm.insert(r, perm.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
