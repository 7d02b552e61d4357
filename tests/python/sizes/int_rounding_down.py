# A quotient rounded down may carry into one digit more.
import sys

for a, n in ((-(2**90 - 1), 30), (-(2**90 + 1), 30), (-(2**120 - 1), 60), (-(2**120 - 1), 30), (-(2**60 - 1), 30), (-(2**91 - 1), 31)):
    for x in (a >> n, a // 2**n, -a // -(2**n), -a >> n):
        print(x, sys.getsizeof(x))
