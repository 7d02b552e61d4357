"""Times one program of bench/programs inside this process: the same file on either side of a comparison.

    harness.py NAME WARM_UP REPEAT

Calls its main() WARM_UP times, then REPEAT times with a clock around each, and prints what main() returned and the
times in milliseconds. main() must return the same every time.
"""

import sys
import time

name, warm_up, repeat = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
sys.path.insert(0, sys.path[0] + '/programs')
main = __import__(name).main
result = main()
for _ in range(warm_up - 1):
    if main() != result:
        sys.exit(f'{name}: another result in another run')
times = []
for _ in range(repeat):
    start = time.perf_counter()
    again = main()
    times.append((time.perf_counter() - start) * 1000)
    if again != result:
        sys.exit(f'{name}: another result in another run')
print('result', repr(result))
print('times', *times)
