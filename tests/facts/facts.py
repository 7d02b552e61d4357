"""Measures the facts of cpython-3.12.1.json and prints them, one a line: section, name and value, as JSON.

The tables below name each fact and say how it is found; facts that take more than a line have a function each.
"""

import gc
import sys
import weakref

# A program each; its `r` is the fact.
REFCOUNT = [
    ('fresh list global x=[]', 'x=[]\nr=sys.getrefcount(x)'),
    ('temp []', 'r=sys.getrefcount([])'),
    ('temp object()', 'r=sys.getrefcount(object())'),
    ('global x=257 literal', 'x=257\nr=sys.getrefcount(x)'),
    ('literal 257 direct', 'r=sys.getrefcount(257)'),
    ('literal 1.5 direct', 'r=sys.getrefcount(1.5)'),
    ('literal (1,2) direct', 'r=sys.getrefcount((1,2))'),
    ("global x='hello world!'", "x='hello world!'\nr=sys.getrefcount(x)"),
    ("global x='hello' (identifier-like)", "x='hellozz'\nr=sys.getrefcount(x)"),
    ('local var in function', 'def f():\n    x=[]\n    return sys.getrefcount(x)\nr=f()'),
    ('arg of function f(x), x global', 'def f(y):\n    return sys.getrefcount(y)\nx=[]\nr=f(x)'),
    ('arg of function, temp', 'def f(y):\n    return sys.getrefcount(y)\nr=f([])'),
    ('arg via *args', 'def f(*a):\n    return sys.getrefcount(a[0])\nx=[]\nr=f(x)'),
    ('arg via **kw', "def f(**k):\n    return sys.getrefcount(k['y'])\nx=[]\nr=f(y=x)"),
    ('in list of 2 + global', 'x=[]\nl=[x,x]\nr=sys.getrefcount(x)'),
    ('instance global', 'class C: pass\nx=C()\nr=sys.getrefcount(x)'),
    ('self inside method', 'class C:\n    def m(self): return sys.getrefcount(self)\nx=C()\nr=x.m()'),
    ('self inside __init__', 'class C:\n    def __init__(self): self.n=sys.getrefcount(self)\nx=C()\nr=x.n'),
    ('class C: pass', 'class C: pass\nr=sys.getrefcount(C)'),
    ('class C + 1 inst', 'class C: pass\nx=C()\nr=sys.getrefcount(C)'),
    ('class C with 1 method', 'class C:\n    def m(self): pass\nr=sys.getrefcount(C)'),
    ('class with __slots__', "class C:\n    __slots__=('a',)\nr=sys.getrefcount(C)"),
    ('def f(): pass', 'def f(): pass\nr=sys.getrefcount(f)'),
    ('f.__code__', 'def f(): pass\nr=sys.getrefcount(f.__code__)'),
    ('for loop var', 'for x in [[],[]]:\n    pass\nr=sys.getrefcount(x)'),
    ('comprehension elem', 'r=[sys.getrefcount(q) for q in [[]]][0]'),
    ('generator local', 'def g():\n    x=[]\n    yield sys.getrefcount(x)\nr=next(g())'),
    ('closure cell var', 'def f():\n    x=[]\n    def h(): return sys.getrefcount(x)\n    return h()\nr=f()'),
    ('exception in except', 'try:\n    1/0\nexcept Exception as e:\n    r=sys.getrefcount(e)'),
]

# The count of an object.
IMMORTAL = [
    ('None', 'None'),
    ('True', 'True'),
    ('Ellipsis', 'Ellipsis'),
    ('0', '0'),
    ('1', '1'),
    ('256', '256'),
    ('()', '()'),
    ("''", "''"),
    ("b''", "b''"),
    ("'a'", "'a'"),
    ('frozenset()', 'frozenset()'),
    ('int', 'int'),
    ('type', 'type'),
    ('object', 'object'),
    ('str', 'str'),
    ('Exception', 'Exception'),
]

# sys.getsizeof of an expression.
SIZEOF = [
    ('object()', 'object()'),
    ('0', '0'),
    ('1', '1'),
    ('-1', '-1'),
    ('2**30-1', '2 ** 30 - 1'),
    ('2**30', '2 ** 30'),
    ('2**60', '2 ** 60'),
    ('2**90', '2 ** 90'),
    ('10**100', '10 ** 100'),
    ('True', 'True'),
    ('False', 'False'),
    ('None', 'None'),
    ('...', '...'),
    ('NotImplemented', 'NotImplemented'),
    ('1.5', '1.5'),
    ('1j', '1j'),
    ("''", "''"),
    ("'a'", "'a'"),
    ("'abc'", "'abc'"),
    ("'hello world'", "'hello world'"),
    ("'\\xe9'", "'é'"),
    ("'\\xe9'*2", "'é' * 2"),
    ("'\\u20ac'", "'€'"),
    ("'\\u20ac'*2", "'€' * 2"),
    ("'\\U0001f600'", "'😀'"),
    ("'\\U0001f600'*2", "'😀' * 2"),
    ("b''", "b''"),
    ("b'abc'", "b'abc'"),
    ('bytearray()', 'bytearray()'),
    ("bytearray(b'abc')", "bytearray(b'abc')"),
    ('memoryview(b"")', "memoryview(b'')"),
    ('[]', '[]'),
    ('[1]', '[1]'),
    ('[1,2]', '[1, 2]'),
    ('[1,2,3]', '[1, 2, 3]'),
    ('[1,2,3,4]', '[1, 2, 3, 4]'),
    ('list((1,2,3))', 'list((1, 2, 3))'),
    ('list(range(3))', 'list(range(3))'),
    ('list(range(10))', 'list(range(10))'),
    ('list(range(100))', 'list(range(100))'),
    ('[i for i in range(3)]', '[i for i in range(3)]'),
    ('[i for i in range(10)]', '[i for i in range(10)]'),
    ('[0]*10', '[0] * 10'),
    ("list('abc')", "list('abc')"),
    ('list(iter 10 gen)', 'list((i for i in range(10)))'),
    ('sorted((3,1,2))', 'sorted((3, 1, 2))'),
    ('[1,2,3][:2]', '[1, 2, 3][:2]'),
    ('[1]+[2]', '[1] + [2]'),
    ('()', '()'),
    ('(1,)', '(1,)'),
    ('(1,2,3)', '(1, 2, 3)'),
    ('{}', '{}'),
    ('dict()', 'dict()'),
    ("{'a':1}", "{'a': 1}"),
    ('{1:1}', '{1: 1}'),
    ('dict 5', '{i: i for i in range(5)}'),
    ('dict 6', '{i: i for i in range(6)}'),
    ('dict 11', '{i: i for i in range(11)}'),
    ('dict(a=1,b=2)', 'dict(a=1, b=2)'),
    ("{**{'a':1}}", "{**{'a': 1}}"),
    ('dict literal 6 str', "{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6}"),
    ('copy of dict 6', '{i: i for i in range(6)}.copy()'),
    ('set()', 'set()'),
    ('{1}', '{1}'),
    ('set 4', '{1, 2, 3, 4}'),
    ('set 5', '{1, 2, 3, 4, 5}'),
    ('set(range(5))', 'set(range(5))'),
    ('set(range(20))', 'set(range(20))'),
    ('frozenset()', 'frozenset()'),
    ('frozenset({1})', 'frozenset({1})'),
    ('range(10)', 'range(10)'),
    ('range(10**20)', 'range(10 ** 20)'),
    ('slice(1)', 'slice(1)'),
    ('function', 'f'),
    ('lambda', 'lambda: 0'),
    ('closure fn', 'clo()'),
    ('cell', 'clo().__closure__[0]'),
    ('code f', 'f.__code__'),
    ('builtin len', 'len'),
    ('method', 'D1().__init__'),
    ('list.append (bound)', '[].append'),
    ('list.append (descr)', 'list.append'),
    ('type D', 'D'),
    ('type int', 'int'),
    ('type type', 'type'),
    ('type object', 'object'),
    ('type with slots', 'S3'),
    ('D()', 'D()'),
    ('D1()', 'D1()'),
    ('D5()', 'D5()'),
    ('D().__dict__', 'D().__dict__'),
    ('D1().__dict__', 'D1().__dict__'),
    ('D5().__dict__', 'D5().__dict__'),
    ('S0()', 'S0()'),
    ('S1()', 'S1()'),
    ('S3()', 'S3()'),
    ('SW()', 'SW()'),
    ('L()', 'L()'),
    ('L([1])', 'L([1])'),
    ('I(5)', 'I(5)'),
    ("St('a')", "St('a')"),
    ('T((1,))', 'T((1,))'),
    ('generator', 'gen()'),
    ('generator expr', '(i for i in ())'),
    ('module sys', 'sys'),
    ('weakref.ref', 'weakref.ref(D)'),
    ('weakref.proxy', 'weakref.proxy(D)'),
    ('WeakSet', 'weakref.WeakSet()'),
    ('property', 'property()'),
    ('classmethod', 'classmethod(f)'),
    ('staticmethod', 'staticmethod(f)'),
    ('super', 'super(D, D)'),
    ('Exception()', 'Exception()'),
    ("ValueError('x')", "ValueError('x')"),
    ('KeyError', 'KeyError(1)'),
    ('StopIteration', 'StopIteration()'),
    ('OSError', 'OSError()'),
    ('list iterator', 'iter([])'),
    ('tuple iterator', 'iter(())'),
    ('str iterator', "iter('')"),
    ('dict keyiter', 'iter({})'),
    ('set iter', 'iter(set())'),
    ('range iter', 'iter(range(3))'),
    ('dict_keys', '{}.keys()'),
    ('dict_items', '{}.items()'),
    ('enumerate', 'enumerate([])'),
    ('zip()', 'zip()'),
    ('map', 'map(f, [])'),
    ('filter', 'filter(f, [])'),
    ('reversed', 'reversed([])'),
    ('mappingproxy', 'D.__dict__'),
]

# A program each that leaves garbage; what gc.collect() returns is the fact.
COLLECT = [
    ('list self-cycle', 'a=[]; a.append(a); del a'),
    ('2 lists', 'a=[]; b=[a]; a.append(b); del a,b'),
    ('dict self-cycle', "a={}; a['x']=a; del a"),
    ('tuple<->list', 'l=[]; t=(l,); l.append(t); del l,t'),
    ('set via instance', 'class C: pass\ngc.collect()\nc=C(); c.s={c}; del c'),
    ('instance self-cycle c.me=c', 'class C: pass\ngc.collect()\nc=C(); c.me=c; del c'),
    ('2 instances', 'class C: pass\ngc.collect()\na=C(); b=C(); a.o=b; b.o=a; del a,b'),
    ('2 instances, __init__', 'class C:\n    def __init__(self,n): self.name=n; self.o=None\ngc.collect()\na=C("a"); b=C("b"); a.o=b; b.o=a; del a,b'),
    ('3 instances ring', 'class C: pass\ngc.collect()\na=C(); b=C(); c=C(); a.o=b; b.o=c; c.o=a; del a,b,c'),
    ('2 instances with __dict__ touched', 'class C: pass\ngc.collect()\na=C(); b=C(); a.o=b; b.o=a; a.__dict__; b.__dict__; del a,b'),
    ('2 instances with vars() touched', 'class C: pass\ngc.collect()\na=C(); b=C(); a.o=b; b.o=a; vars(a); del a,b'),
    ('2 slotted instances', "class C: __slots__=('o',)\ngc.collect()\na=C(); b=C(); a.o=b; b.o=a; del a,b"),
    ('2 instances with __del__', 'class C:\n    def __del__(self): pass\ngc.collect()\na=C(); b=C(); a.o=b; b.o=a; del a,b'),
    ('instance holding a list holding it', 'class C: pass\ngc.collect()\na=C(); a.l=[a]; del a'),
    ('instance holding a dict holding it', 'class C: pass\ngc.collect()\na=C(); a.d={1:a}; del a'),
    ('tree: parent<->3 children list', 'class N:\n    def __init__(self,p=None):\n        self.p=p; self.k=[]\n        if p: p.k.append(self)\ngc.collect()\nr=N()\nfor i in range(3): N(r)\ndel r'),
    ('class C: pass; del C', 'class C: pass\ndel C'),
    ('class with 1 method', 'class C:\n    def m(self): pass\ndel C'),
    ('class with 2 methods', 'class C:\n    def m(self): pass\n    def n(self): pass\ndel C'),
    ('class with __slots__ a', "class C: __slots__=('a',)\ndel C"),
    ('class with __init__ storing 2 attrs', 'class C:\n    def __init__(self): self.a=1; self.b=2\ndel C'),
    ('class + instance', 'class C: pass\nc=C()\ndel C,c'),
    ('class with property', 'class C:\n    @property\n    def p(self): return 1\ndel C'),
    ('class with staticmethod', 'class C:\n    @staticmethod\n    def p(): return 1\ndel C'),
    ('class with classmethod', 'class C:\n    @classmethod\n    def p(cls): return 1\ndel C'),
    ('class with class attr list', 'class C:\n    x=[]\ndel C'),
    ('class with docstring', 'class C:\n    "doc"\ndel C'),
    ('subclass', 'class C: pass\nclass D(C): pass\ndel C,D'),
    ('class with annotations', 'class C:\n    x: int = 1\ndel C'),
    ('class using super()', 'class C:\n    def __init__(self): super().__init__()\ndel C'),
    ('class called once (specialized)', 'class C:\n    def __init__(self): self.a=1\nfor i in range(50): C()\ndel C'),
    ('exception class', 'class E(Exception): pass\ndel E'),
    ('type() call', "T=type('T',(),{})\ndel T"),
    ('recursive closure', 'def mk():\n    def f(): return f\n    return f\nmk()'),
    ('recursive closure 1 extra free var', 'def mk():\n    z=[]\n    def f(): return f,z\n    return f\nmk()'),
    ('mutual closures', 'def mk():\n    def f(): return g\n    def g(): return f\n    return f\nmk()'),
    ('function attr self', 'def f(): pass\nf.me=f\ndel f'),
    ('lambda in dict self', 'd={}\nd["f"]=lambda d=d: d\ndel d'),
    ('bound method on self', 'class C:\n    def m(self): pass\ngc.collect()\nc=C(); c.b=c.m; del c'),
    ('generator self-cycle (suspended)', 'def g():\n    me = yield\n    yield me\nx=g(); next(x); x.send(x); del x'),
    ('generator holds list holding gen', 'def g(l):\n    yield l\nl=[]; x=g(l); next(x); l.append(x); del l,x'),
    ('gen not started', 'def g(l):\n    yield l\nl=[]; x=g(l); l.append(x); del l,x'),
    ('genexpr', 'l=[]\nx=(i for i in [l])\nl.append(x); next(x); del l,x'),
    ('coroutine', 'async def co(l): pass\nl=[]\nc=co(l); l.append(c); c.close(); del c,l'),
    ('exception <-> traceback frame', 'def f():\n    try:\n        1/0\n    except Exception as e:\n        keep=e\nf()'),
    ('exception chain stored in local', 'def f():\n    err=None\n    try:\n        raise ValueError\n    except ValueError as e:\n        err=e\n    return 1\nf()'),
    ('frame self (locals holds frame)', 'def f():\n    fr=sys._getframe()\nf()'),
    ('module', "m=types.ModuleType('m'); m.m=m; del m"),
    ('property w/ cycle', 'l=[]; p=property(l); l.append(p); del l,p'),
    ('mappingproxy', 'd={}; m=types.MappingProxyType(d); d[1]=m; del d,m'),
    ('iterator of list', 'l=[]; l.append(iter(l)); del l'),
    ('cell only', 'c=types.CellType(); c.cell_contents=c; del c'),
    ('weakref in cycle', 'class C: pass\ngc.collect()\nc=C(); c.w=weakref.ref(c); c.me=c; del c'),
    ('list subclass', 'class L(list): pass\ngc.collect()\nl=L(); l.append(l); del l'),
    ('memo dict cache on func', 'def f(n,memo={}):\n    memo[n]=f\nf(1)\ndel f'),
    ('10 acyclic lists', 'for i in range(10): [i]'),
    ('100 self-cycles of lists', 'for i in range(100):\n    a=[]; a.append(a)\ndel a'),
    ('exec new namespace w/ function', 'ns={}\nexec("def f(): pass",ns)\ndel ns'),
    ('linked list doubly 5', 'class N:\n    def __init__(s,v): s.v=v; s.next=None; s.prev=None\ngc.collect()\nh=N(0); t=h\nfor i in range(4):\n    n=N(i); t.next=n; n.prev=t; t=n\ndel h,t,n'),
    ('logging-like: obj in own callback list w/ lambda', 'class C:\n    def __init__(self): self.cb=[lambda: self]\ngc.collect()\nC()'),
    ('observer: 2 objs w/ bound methods', 'class S:\n    def __init__(self): self.obs=[]\nclass O:\n    def __init__(self,s): self.s=s; s.obs.append(self.upd)\n    def upd(self): pass\ngc.collect()\ns=S(); o=O(s); del s,o'),
]

# gc.is_tracked of an expression.
TRACKED = [
    ('0', '0'),
    ('1.5', '1.5'),
    ("'a'", "'a'"),
    ('()', '()'),
    ('(1,) const', '(1,)'),
    ('tuple([1])', 'tuple([1])'),
    ('tuple([[]])', 'tuple([[]])'),
    ('[]', '[]'),
    ('{}', '{}'),
    ("{'a':1}", "{'a': 1}"),
    ("{'a':[]}", "{'a': []}"),
    ('dict(a=1)', 'dict(a=1)'),
    ("{'a':(1,)}", "{'a': tuple([1])}"),
    ('set()', 'set()'),
    ('frozenset()', 'frozenset()'),
    ('frozenset({1})', 'frozenset({1})'),
    ('C()', 'C()'),
    ('S()', 'S()'),
    ('S1()', 'S1()'),
    ('L()', 'L()'),
    ('TT((1,))', 'TT((1,))'),
    ('C', 'C'),
    ('f', 'f'),
    ('lambda', 'lambda: 0'),
    ('len', 'len'),
    ('[].append', '[].append'),
    ('sys', 'sys'),
    ('C().__dict__', 'C().__dict__'),
    ('range', 'range(3)'),
    ('slice', 'slice(1)'),
    ('cell', 'types.CellType()'),
    ('iter([])', 'iter([])'),
    ('iter("a")', "iter('a')"),
    ('iter(range)', 'iter(range(2))'),
    ('weakref', 'weakref.ref(C)'),
    ('Exception()', 'Exception()'),
    ('object()', 'object()'),
    ('None', 'None'),
    ('type', 'type'),
    ('int', 'int'),
    ('code', 'f.__code__'),
    ('gen', '(i for i in ())'),
    ('property()', 'property()'),
    ('C().x bound', 'C().__init__'),
    ('mappingproxy', 'C.__dict__'),
    ('bytes', "b'a'"),
    ('bytearray', 'bytearray()'),
    ('memoryview', "memoryview(b'a')"),
    ('enumerate', 'enumerate([])'),
    ('dict_keys', '{}.keys()'),
    ('1j', '1j'),
    ('2**100', '2 ** 100'),
    ('frame', 'sys._getframe()'),
]

# A program each; its `r` is the fact.
IDENTITY = [
    ('257 same code', 'a=257;b=257;r=a is b'),
    ('1.5 same code', 'a=1.5;b=1.5;r=a is b'),
    ('(1,2) same code', 'a=(1,2);b=(1,2);r=a is b'),
    ("'hello world!' same code", "a='hello world!';b='hello world!';r=a is b"),
    ('-6 same code', 'a=-6;b=-6;r=a is b'),
    ('256+1 folded same code', 'a=256+1;b=257;r=a is b'),
    ("'a'*20 is 'a'*20 same code", "a='a'*20;b='a'*20;r=a is b"),
    ("'a'*4096 same", "a='a'*4096;b='a'*4096;r=a is b"),
    ("'a'*4097 same", "a='a'*4097;b='a'*4097;r=a is b"),
    ("'ab'+'cd' is 'abcd'", "a='ab'+'cd';r=a is 'abcd'"),
    ('runtime concat', "x='ab';a=x+'cd';r=a is 'abcd'"),
    ('f-string', "x='ab';a=f'{x}cd';r=a is 'abcd'"),
    ("''.join", "a=''.join(['a','b']);r=a is 'ab'"),
    ('one char slices', "r='hello'[1] is 'e'"),
    ('chr(233) is chr(233)', 'r=chr(233) is chr(233)'),
    ('chr(256) is chr(256)', 'r=chr(256) is chr(256)'),
    ('str(1) is str(1)', 'r=str(1) is str(1)'),
    ('str(12) is str(12)', 'r=str(12) is str(12)'),
    ("'abc'.upper() is 'ABC'", "r='abc'.upper() is 'ABC'"),
    ('s[:] is s', "s='hello!';r=s[:] is s"),
    ('str(s) is s', "s='hello!';r=str(s) is s"),
    ('s.strip() is s', "s='hello!';r=s.strip() is s"),
    ("s+'' is s", "s='hello!'*2;e='';r=(s+e) is s"),
    ('t[:] is t', 't=(1,2);r=t[:] is t'),
    ('tuple(t) is t', 't=(1,2);r=tuple(t) is t'),
    ('() is tuple()', 'r=() is tuple()'),
    ("'' is str()", "r='' is str()"),
    ('frozenset() is frozenset()', 'r=frozenset() is frozenset()'),
    ("b'' is bytes()", "r=b'' is bytes()"),
    ("b'a'[0:1] is b'a'", "r=b'ab'[0:1] is b'a'"),
    ('[] is []', 'r=[] is []'),
    ('id([])==id([])', 'r=id([])==id([])'),
    ('id(object())==id(object())', 'r=id(object())==id(object())'),
    ('id({})==id({})', 'r=id({})==id({})'),
    ('id(1.0*x)', 'x=3.0;r=id(x*2)==id(x*3)'),
    ('id([1])==id([2,3])', 'r=id([1])==id([2,3])'),
    ('del then new list same id', 'a=[];i=id(a);del a;b=[];r=id(b)==i'),
    ('del then new dict same id', 'a={};i=id(a);del a;b={};r=id(b)==i'),
    ('list id reused by tuple?', 'a=[];i=id(a);del a;b=tuple([1,2]);r=id(b)==i'),
    ('class inst reuse', 'class C: pass\na=C();i=id(a);del a;b=C();r=id(b)==i'),
    ('C() is C() temp ids', 'class C: pass\nr=id(C())==id(C())'),
    ('method ids', 'class C:\n    def m(s): pass\nc=C();r=(id(c.m)==id(c.m), c.m is c.m)'),
    ('type(x).__name__ identity', 'class Foo: pass\nr=Foo.__name__ is Foo.__name__'),
    ('None ids', 'r=id(None)==id(None)'),
    ('int() is 0', 'r=int() is 0'),
    ('2**8 is 256', 'x=2;r=x**8 is 256'),
    ('big int ops 257-1', 'x=257;r=(x-1) is 256'),
    ('float -> int(256.0)', 'r=int(256.0) is 256'),
    ('getattr name interned', "class C: pass\nc=C();setattr(c,'x'+'y'*1,1);r=list(c.__dict__)[0] is 'xy'"),
    ('dict key not interned', "k='k'+str(7);d={k:1};r=list(d)[0] is sys.intern('k7')"),
]

# An expression compiled twice: the same object?
SEPARATELY = [
    ('257', '257'),
    ("'abc'", "'abc'"),
    ("'hello world'", "'hello world'"),
    ("'hello_world'", "'hello_world'"),
    ("'a b'", "'a b'"),
    ("''", "''"),
    ("'é'", "'é'"),
    ("'x'*20", "'x'*20"),
    ("'x'*21", "'x'*21"),
    ('(1,2)', '(1,2)'),
    ('1.5', '1.5'),
    ("'5'", "'5'"),
    ("'5a'", "'5a'"),
    ("'a-b'", "'a-b'"),
    ("b'ab'", "b'ab'"),
    ('100', '100'),
    ('-5', '-5'),
    ('-6', '-6'),
    ("('a b',)", "('a b',)[0]"),
]

class types:
    """The names of the types module that the programs use."""

    ModuleType = type(sys)
    MappingProxyType = type(type.__dict__)
    CellType = type((lambda x: lambda: x)(1).__closure__[0])


def dump(v):
    if v is None or v is True or v is False:
        return {None: 'null', True: 'true', False: 'false'}[v]
    if isinstance(v, (int, float)):
        return repr(v)
    if isinstance(v, str):
        return '"' + v.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'
    if isinstance(v, dict):
        return '{' + ', '.join(f'{dump(str(k))}: {dump(x)}' for k, x in v.items()) + '}'
    return '[' + ', '.join(map(dump, v)) + ']'


def put(section, name, value):
    print(dump([section, name, value]))


def run(source, **names):
    space = {'sys': sys, **names}
    exec(compile(source, '<c>', 'exec'), space)
    return space['r']


def refcount():
    for name, source in REFCOUNT:
        put('refcount', name, run(source))
    for name, expression in IMMORTAL:
        put('refcount', name, sys.getrefcount(eval(expression)))


def sizeof():
    class D: pass

    class D1:
        def __init__(self): self.a = 1

    class D5:
        def __init__(self): self.a = self.b = self.c = self.d = self.e = 1

    class S0: __slots__ = ()

    class S1: __slots__ = ('a',)

    class S3: __slots__ = ('a', 'b', 'c')

    class SW: __slots__ = ('a', '__weakref__')

    class L(list): pass

    class I(int): pass

    class St(str): pass

    class T(tuple): pass

    def gen():
        x = 1
        yield x

    def f(a, b=1): return a

    def clo():
        z = 1
        return lambda: z

    space = {**globals(), **locals()}
    for name, expression in SIZEOF:
        if not name.startswith('code '):
            put('sizeof', name, sys.getsizeof(eval(expression, space)))
    d5 = D5()
    put('sizeof', 'D5() then after touching __dict__', [sys.getsizeof(d5), sys.getsizeof(d5.__dict__), sys.getsizeof(d5)])
    d = D()
    sizes = []
    for i in range(35):
        setattr(d, f'a{i}', i)
        sizes.append(sys.getsizeof(d.__dict__))
    put('sizeof', 'inst __dict__ growth with setattr outside __init__ 1..35', sizes)


def changes(thing, steps, step):
    """(len, size) at first and whenever the size changes."""
    out = [[len(thing), sys.getsizeof(thing)]]
    for i in steps:
        step(thing, i)
        if sys.getsizeof(thing) != out[-1][1]:
            out.append([len(thing), sys.getsizeof(thing)])
    return out


def growth():
    l = []
    appended = changes(l, range(1, 200), list.append)
    put('growth', 'list.append: (len, bytes) at each change', appended)
    put('growth', 'list capacities', [(size - 56) // 8 for _, size in appended])
    put('growth', 'list.pop shrink', changes(l, range(199), lambda l, i: l.pop()))
    l = [1, 2, 3]
    before = sys.getsizeof(l)
    l.append(4)
    put('growth', '[1,2,3] then append', [before, sys.getsizeof(l)])
    l = [1, 2, 3]
    l.extend([4, 5])
    before = sys.getsizeof(l)
    l += [6]
    put('growth', '[1,2,3].extend 2, += 1', [before, sys.getsizeof(l)])
    l = []
    l.insert(0, 1)
    put('growth', '[].insert', sys.getsizeof(l))
    l.clear()
    put('growth', 'after clear', sys.getsizeof(l))
    l = list(range(10))
    del l[5:]
    put('growth', 'del l[5:] of 10', sys.getsizeof(l))
    for kind, key in [('int keys', int), ('str keys', lambda i: f'k{i}')]:
        d = {}
        put('growth', f'dict {kind}', changes(d, range(1, 400), lambda d, i: d.__setitem__(key(i), i)))
        for k in list(d):
            del d[k]
        put('growth', f'dict {kind} after deleting all', sys.getsizeof(d))
        d.clear()
        put('growth', f'dict {kind} after clear', sys.getsizeof(d))
    put('growth', 'set.add', changes(set(), range(1, 2000), set.add))
    put('growth', 'bytearray.append', changes(bytearray(), range(1, 200), lambda b, i: b.append(1)))


def collect():
    for name, source in COLLECT:
        code = compile(source, '<t>', 'exec')
        space = {'gc': gc, 'sys': sys, 'weakref': weakref, 'types': types}
        gc.collect()
        gc.disable()
        gc.collect()
        gc.collect()
        exec(code, space)
        first = gc.collect()
        then = gc.collect()
        gc.enable()
        put('collect', name, [first, then] if then else first)


def tracked():
    t = gc.is_tracked

    class C: pass

    class S: __slots__ = ()

    class S1: __slots__ = ('a',)

    class L(list): pass

    class TT(tuple): pass

    def f(): pass

    space = {**globals(), **locals()}
    # Constant tuples start tracked: untrack those of this program.
    gc.collect()
    for name, expression in TRACKED:
        put('tracked', name, t(eval(expression, space)) if name != '(1,) const' else t((1,)))
    try:
        1 / 0
    except ZeroDivisionError as e:
        put('tracked', 'traceback', t(e.__traceback__))
        put('tracked', 'exc raised', t(e))

    class E: pass

    e = E()
    seen = [t(e)]
    e.x = 1
    seen.append(t(e))
    e.y = []
    put('tracked', 'instance: new / +int attr / +list attr', seen + [t(e)])
    gc.collect()
    put('tracked', 'instance after collect', t(e))
    e = E()
    e.x = 1
    d = e.__dict__
    seen = [t(d)]
    d['l'] = []
    put('tracked', 'instance __dict__ int only / with list', seen + [t(d)])
    one = tuple([1, 2])
    seen = [t(one)]
    gc.collect(0)
    put('tracked', 'tuple([1,2]) before/after collect(0)', seen + [t(one)])
    inner = tuple([1])
    outer = tuple([inner])
    seen = [[t(inner), t(outer)]]
    for _ in range(3):
        gc.collect(0)
        seen.append([t(inner), t(outer)])
    put('tracked', 'nested tuple (inner,outer) per collect(0), inner made first', seen)
    o = tuple([tuple([5])])
    seen = [[t(o[0]), t(o)]]
    for _ in range(3):
        gc.collect()
        seen.append([t(o[0]), t(o)])
    put('tracked', 'tuple([tuple([5])]) per full collect', seen)
    d = {'a': []}
    seen = [t(d)]
    d['a'] = 1
    seen.append(t(d))
    for g in range(3):
        gc.collect(g)
        seen.append(t(d))
    put('tracked', "dict {'a':[]} -> d['a']=1: now, after collect 0,1,2", seen)
    d = {}
    seen = [t(d)]
    for k, v in [('a', 1), ('b', 'x'), ('c', (1,)), ('t', tuple([1]))]:
        d[k] = v
        seen.append(t(d))
    put('tracked', 'dict adding int,str,const tuple,fresh tuple', seen)


def auto():
    log = []
    keep = []

    def callback(phase, info):
        if phase == 'start':
            log.append([info['generation'], len(keep)])

    gc.collect()
    gc.collect()
    gc.callbacks.append(callback)
    start = gc.get_count()
    for i in range(3000):
        keep.append([])
        if log:
            break
    count = gc.get_count()
    put('auto', 'get_count right after collect', start)
    put('auto', 'first auto collection when keep has n lists', log[:1])
    put('auto', 'count then', count)
    log.clear()
    keep.clear()
    gc.collect()
    log.clear()
    for i in range(200000):
        keep.append([])
    generations = [g for g, _ in log]
    put('auto', '200k kept lists: number of collections by gen', [generations.count(g) for g in range(3)])
    put('auto', '200k kept lists: first 26 (gen,len)', log[:26])
    put('auto', 'gen2 at', [n for g, n in log if g == 2])
    gc.callbacks.remove(callback)
    keep.clear()
    gc.collect()
    log.clear()
    gc.callbacks.append(callback)
    for i in range(5000):
        []
    put('auto', '5000 temp lists -> collections', len(log))
    for i in range(5000):
        object()
        1.5 * i
        str(i)
    put('auto', '5000 non-gc objects -> collections', len(log))
    gc.callbacks.remove(callback)
    before = gc.get_stats()
    gc.collect(0)
    gc.collect(1)
    gc.collect(2)
    x = []
    x.append(x)
    del x
    gc.collect()
    after = gc.get_stats()
    put('auto', 'stats delta after collect(0),(1),(2),cycle+collect()', [{k: b[k] - a[k] for k in b} for a, b in zip(before, after)])
    infos = []

    def keep_info(phase, info):
        infos.append([phase, dict(info)])

    gc.callbacks.append(keep_info)
    x = []
    x.append(x)
    del x
    gc.collect()
    gc.callbacks.remove(keep_info)
    put('auto', 'callback infos', infos)
    gc.collect()
    gc.freeze()
    frozen = gc.get_freeze_count() > 0
    lengths = [len(gc.get_objects(g)) for g in range(3)]
    gc.unfreeze()
    put('auto', 'freeze: count, gens while frozen, gens after unfreeze', [frozen, lengths, [len(gc.get_objects(g)) > 1000 for g in range(3)]])


def order():
    out = []

    class A:
        def __init__(self, n): self.n = n

        def __del__(self): out.append(self.n)

    def t_list(): l = [A(1), A(2), A(3)]; del l
    def t_tuple(): l = (A(1), A(2), A(3)); del l
    def t_dict(): l = {1: A(1), 2: A(2), 3: A(3)}; del l
    def t_locals(): a = A(1); b = A(2); c = A(3)
    def t_inst():
        x = A('x'); x.p = A('p'); x.q = A('q'); del x
    def t_nest():
        x = A('outer'); x.i = A('inner'); x.i.i = A('innermost'); del x
    def t_clear(): l = [A(1), A(2), A(3)]; l.clear()
    def t_slice(): l = [A(1), A(2), A(3)]; l[:] = []
    def t_dclear(): l = {1: A(1), 2: A(2), 3: A(3)}; l.clear()
    def t_ring():
        a = A('a'); b = A('b'); c = A('c'); a.o = b; b.o = c; c.o = a
    def t_ring_rev():
        c = A('c'); b = A('b'); a = A('a'); a.o = b; b.o = c; c.o = a
    def t_ring_promoted():
        a = A('a'); b = A('b'); gc.collect(0); c = A('c'); a.o = b; b.o = c; c.o = a

    for f in [t_list, t_tuple, t_dict, t_locals, t_inst, t_nest, t_clear, t_slice, t_dclear, t_ring, t_ring_rev, t_ring_promoted]:
        out.clear()
        f()
        gc.collect()
        put('order', f.__name__[2:], out)

    class C: pass

    log = []

    def three(o):
        return [weakref.ref(o, lambda r, n=n: log.append(n)) for n in ('r1', 'r2', 'r3')]

    o = C()
    refs = three(o)
    del o
    put('order', 'weakref callbacks registered r1,r2,r3 (refcount death)', log)
    log.clear()
    o = C()
    o.me = o
    refs = three(o)
    del o
    gc.collect()
    put('order', 'weakref callbacks (cyclic death)', log)
    log.clear()

    class D:
        def __del__(self): log.append(f'__del__ w()={w() is not None}')

    o = D()
    w = weakref.ref(o, lambda r: log.append('cb'))
    del o
    put('order', '__del__ vs weakref cb (refcount death)', log)
    log.clear()
    o = D()
    o.me = o
    w = weakref.ref(o, lambda r: log.append('cb'))
    del o
    gc.collect()
    put('order', '__del__ vs weakref cb (cyclic death)', log)
    log.clear()
    o = D()
    o.me = o
    o.w = weakref.ref(o, lambda r: log.append('cb-in-trash'))
    w = weakref.ref(o)
    del o
    gc.collect()
    put('order', 'callback of a weakref that is itself trash', log)
    log.clear()
    o = C()
    for n in 1, 2, 3:
        weakref.finalize(o, log.append, n)
    del o
    put('order', 'weakref.finalize 1,2,3', log)
    log.clear()
    o = C()
    same = [weakref.ref(o) is weakref.ref(o), weakref.ref(o, id) is weakref.ref(o, id), weakref.proxy(o) is weakref.proxy(o)]
    put('order', 'ref reuse: ref(o) is ref(o) / with cb / proxy reuse', same)
    a, b = weakref.ref(o), weakref.ref(o, id)
    put('order', 'getweakrefcount after 1 plain + 1 cb', weakref.getweakrefcount(o))
    saved = []

    class Z:
        def __del__(self):
            log.append('del')
            saved.append(self)

    z = Z()
    w = weakref.ref(z)
    del z
    state = [len(saved), w() is None]
    saved.clear()
    put('order', 'resurrect: saved, weakref dead; __del__ calls after second drop', [state, log])
    log.clear()
    z = Z()
    z.me = z
    w = weakref.ref(z)
    del z
    n = gc.collect()
    state = [n, len(saved), w() is None]
    saved.clear()
    put('order', 'resurrect from cycle: (collect ret, saved, weakref dead), then collect ret, calls', [state, gc.collect(), log])
    log.clear()

    class G:
        def __del__(self): log.append(gc.collect())

    g = G()
    g.me = g
    del g
    put('order', 'gc.collect() inside __del__ during collection returns', [gc.collect(), log])
    gc.set_debug(gc.DEBUG_SAVEALL)
    x = []
    x.append(x)
    del x
    n = gc.collect()
    saved_all = [n, len(gc.garbage)]
    gc.set_debug(0)
    gc.garbage.clear()
    put('order', 'DEBUG_SAVEALL: collect ret, len(garbage)', saved_all)


def identity():
    def twice(text):
        a, b = {}, {}
        exec('x = ' + text, a)
        exec('x = ' + text, b)
        return a['x'] is b['x']

    low = high = 0
    while twice(f'int("{low - 1}")'):
        low -= 1
    while twice(f'int("{high + 1}")'):
        high += 1
    put('identity', 'small int cache', [low, high])
    for name, source in IDENTITY:
        put('identity', name, run(source))
    for name, text in SEPARATELY:
        put('identity', 'separate compiles: ' + name, twice(text))
    if hasattr(sys, '_is_interned'):
        put('identity', '_is_interned', [sys._is_interned(v) for v in ('abc', 'hello world', ''.join(['q', 'r', 's']))])
    put('identity', 'getrefcount of interned literal', sys.getrefcount('hello_zzz'))
    s = ''.join(['uni', 'que_str'])
    put('identity', 'getrefcount before/after sys.intern', [sys.getrefcount(s), sys.getrefcount(sys.intern(s))])


def layout():
    class C: pass

    class S: __slots__ = ('a', 'b')

    def function(): pass

    kinds = [object, int, float, complex, str, bytes, list, tuple, dict, set, type, type(function), type(function.__code__), type(sys), BaseException, C]
    put('layout', 'basicsize', {t.__name__: [t.__basicsize__, t.__itemsize__] for t in kinds})
    put('layout', 'C.__dictoffset__, __weakrefoffset__', [C.__dictoffset__, C.__weakrefoffset__])
    put('layout', 'slots basicsize/dictoffset', [S.__basicsize__, S.__dictoffset__])
    put('layout', 'gc header addr gap: id(list)%16', id([]) % 16)
    x = C()
    x.a = 1
    x.b = [2]
    put('layout', 'gc.get_referents(instance with attrs) types', [type(r).__name__ for r in gc.get_referents(x)])
    x.__dict__
    put('layout', 'same after touching __dict__', [type(r).__name__ for r in gc.get_referents(x)])

    def order(make, n=12):
        made = [make() for _ in range(n)]
        ids = [id(v) for v in made]
        while made:
            made.pop(0)
        again = [make() for _ in range(n)]
        return [ids.index(id(v)) if id(v) in ids else -1 for v in again]

    for name, make in [('list', lambda: []), ('dict', lambda: {}), ('float', lambda: float('2.5')), ('tuple1', lambda: tuple([1])), ('tuple3', lambda: tuple([1, 2, 3])), ('object', object)]:
        put('layout', f'realloc order after freeing 0..11 in order: {name}', order(make))


def basic():
    put('basic', 'threshold', gc.get_threshold())
    put('basic', 'version', sys.version.split()[0])
    put('basic', 'flags DEBUG_*', {n: getattr(gc, n) for n in dir(gc) if n.startswith('DEBUG')})
    put('basic', 'gc dir', [n for n in dir(gc) if not n.startswith('__')])


for section in [basic, refcount, sizeof, growth, collect, tracked, auto, order, identity, layout]:
    section()
