import sys

print(sys.version_info[:3], sys.version.split()[0], sys.hexversion == 0x030C01F0, sys.api_version, sys.platform, sys.byteorder, sys.maxsize, sys.maxunicode, sys.implementation.name, sys.implementation.cache_tag, sys.copyright.split('\n')[0])
print(sys.argv, len(sys.path) > 0, 'sys' in sys.modules, sys.modules['sys'] is sys, sys.flags.optimize, sys.flags.hash_randomization, sys.dont_write_bytecode, sys.getdefaultencoding(), sys.getfilesystemencoding())
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.float_repr_style, sys.hash_info.algorithm, sys.thread_info.name, 'gc' in sys.builtin_module_names, 'sys' in sys.builtin_module_names, 'math' in sys.stdlib_module_names, sys.ps1 if hasattr(sys, 'ps1') else 'no ps1')


def f():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name, sys._getframe(1).f_lineno, sorted(frame.f_locals), frame.f_globals is globals(), frame.f_builtins['len'] is len, frame.f_trace, frame.f_lasti > 0


print(f())
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
print(sys.intern('a b') is sys.intern('a b'), sys.exc_info(), sys.getsizeof(0), sys.call_tracing(lambda *a: a, (1, 2)), sys.is_finalizing(), sys.gettrace(), sys.getprofile())
old = sys.displayhook
sys.displayhook = lambda v: print('displayed', v)
exec(compile('1 + 1', '<s>', 'single'))
sys.displayhook = old
exec(compile('5 * 5', '<s>', 'single'))
import builtins
print(builtins._)
exec(compile('None', '<s>', 'single'))
print(_)
calls = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == 'traced':
        calls.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg if event == 'return' else None))
    return tracer


def traced(n):
    if n:
        x = n * 2
    return n


sys.settrace(tracer)
traced(1)
traced(0)
sys.settrace(None)
print(calls)
profile = []
sys.setprofile(lambda frame, event, arg: profile.append((event, frame.f_code.co_name)) if frame.f_code.co_name == 'traced' else None)
traced(3)
sys.setprofile(None)
print(profile)
for code in ['sys.exit.x', 'sys.nothing', 'sys.getsizeof()', 'sys._getframe("a")', 'sys.setrecursionlimit(0)', 'sys.setrecursionlimit("a")', 'sys.intern(5)', 'sys.getrefcount()', 'sys.getrefcount(1, 2)', 'sys.setswitchinterval(0)', 'sys.set_int_max_str_digits(5)']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
