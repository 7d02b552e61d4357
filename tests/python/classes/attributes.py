class C:
    shared = 'class'

    def __init__(self):
        self.own = 'instance'


c = C()
print(c.shared, c.own, C.shared)
c.shared = 'shadow'
print(c.shared, C.shared)
del c.shared
print(c.shared, c.__dict__)
c.__dict__['added'] = 1
print(c.added, vars(c))
c.__dict__ = {'replaced': True}
print(c.replaced, hasattr(c, 'own'))
C.late = 'late'
print(c.late)
print(getattr(c, 'missing', 'default'), hasattr(C, 'missing'))
setattr(c, 'with space', 1)
print(getattr(c, 'with space'), c.__dict__)
for code in ['c.missing', 'C.missing', 'del c.missing', 'del c.late', 'del C.missing', 'c.__dict__ = 5', 'del c.__dict__; print(c.__dict__)', 'c.__class__ = 5', 'c.__class__ = int', 'del c.__class__', 'getattr(c)', 'getattr(c, 1)', 'setattr(c, "x")', 'hasattr(c, 1)', 'delattr(c, "x")', '(5).x = 1', '(5).real = 1', '"s".x = 1', '[].append = 1', 'None.x', 'None.x = 1', 'int.x = 1', 'del int.real', 'C.__dict__["x"] = 1', 'C.__name__ = 5', 'C.__name__ = "D\\0"', 'del C.__name__', 'C.__bases__ = ()', 'C.__bases__ = (int,)', 'C.__mro__ = ()', 'object.x = 1', 'object().x = 1', 'object().x', 'len.x = 1', 'c.x.y', '(lambda: 0).x', 'C().__init__.x = 1', 'C.__init__.x = 1; print(C.__init__.x)', 'type.x', 'Exception().x', 'super().x', '(1).__class__ = bool', 'C.__doc__ = "d"; print(C.__doc__)', 'int.__doc__ = 1', 'c.__module__ = 5; print(c.__module__)', 'c.__weakref__ = 1', 'C.__weakref__ = 1']:
    try:
        exec(code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class D:
    other = 1


c.__class__ = D
print(type(c).__name__, c.other, c.__dict__)
print([n for n in dir(c) if not n.startswith('__')])
print([n for n in dir(D) if n.startswith('__')])
print(dir(type('E', (), {'b': 1, 'a': 2}))[-2:])


class WithDir:
    def __dir__(self):
        return ['z', 'a', 'm']


print(dir(WithDir()), WithDir().__dir__())
