import time

a = time.time()
b = time.time()
print(type(a).__name__, b >= a, a > 1.6e9, type(time.time_ns()).__name__, abs(time.time_ns() / 1e9 - time.time()) < 5)
p = time.perf_counter()
time.sleep(0.01)
d = time.perf_counter() - p
print(0.009 < d < 1, type(time.perf_counter_ns()).__name__, time.monotonic() <= time.monotonic(), time.process_time() >= 0, type(time.thread_time()).__name__)
t = time.gmtime(0)
print(t, tuple(t), t.tm_year, t[0], len(t), t.tm_zone, t.tm_gmtoff)
print(time.gmtime(1e9), time.gmtime(1709210096.9).tm_sec, time.gmtime(-1).tm_year)
print(time.strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %d %y %I %p %U %W %w %%', time.gmtime(1709210096)))
print(time.asctime(time.gmtime(0)), time.strftime('%D %T %R %e|%C|%G %V %u|%n|%t|', time.gmtime(86400 * 9)))
print(time.strftime('é %H', time.gmtime(3600)), repr(time.strftime('', time.gmtime(0))))
for code in ['time.sleep(-1)', 'time.sleep("a")', 'time.sleep()', 'time.gmtime("a")', 'time.strftime(5)', 'time.strftime("%Y", (1,))', 'time.strftime("%Y", "x")', 'time.asctime(5)', 'time.gmtime(1e20)', 'time.struct_time()', 'time.struct_time((1, 2))', 'time.strftime("%H", (2000, 13, 1, 0, 0, 0, 0, 1, 0))', 'time.strftime("%H", (2000, 1, 1, 25, 0, 0, 0, 1, 0))', 'time.sleep(float("nan"))', 'time.mktime((1, 2))']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(type(time.localtime()).__name__, time.daylight in (0, 1), type(time.tzname).__name__, type(time.timezone).__name__, time.get_clock_info('monotonic').monotonic, time.get_clock_info('time').adjustable)
print(time.sleep(0), time.sleep(0.001), time.mktime(time.localtime(86400)) == 86400)
del t
