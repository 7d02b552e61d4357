# A small record system, without the library.
class Field:
    def __init__(self, kind, default=...): self.kind, self.default = kind, default

    def __set_name__(self, owner, name): self.name = '_' + name

    def __get__(self, o, owner): return self if o is None else getattr(o, self.name)

    def __set__(self, o, v):
        if not isinstance(v, self.kind):
            raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}, not {type(v).__name__}')
        setattr(o, self.name, v)


class RecordMeta(type):
    def __new__(mcls, name, bases, ns):
        fields = {}
        for b in bases:
            fields.update(getattr(b, '_fields', {}))
        fields.update({k: v for k, v in ns.items() if isinstance(v, Field)})
        ns['_fields'] = fields
        ns.setdefault('__slots__', tuple('_' + k for k in fields if k in ns))
        ns['__match_args__'] = tuple(fields)
        return super().__new__(mcls, name, bases, ns)


class Record(metaclass=RecordMeta):
    def __init__(self, *args, **kw):
        if len(args) > len(self._fields):
            raise TypeError(f'{type(self).__name__} takes {len(self._fields)} values, {len(args)} given')
        values = dict(zip(self._fields, args))
        for k, v in kw.items():
            if k not in self._fields:
                raise TypeError(f'no field {k!r}')
            if k in values:
                raise TypeError(f'{k!r} given twice')
            values[k] = v
        for k, f in self._fields.items():
            if k not in values:
                if f.default is ...:
                    raise TypeError(f'{k!r} is missing')
                values[k] = f.default() if callable(f.default) else f.default
            setattr(self, k, values[k])

    def __repr__(self): return f'{type(self).__name__}({", ".join(f"{k}={getattr(self, k)!r}" for k in self._fields)})'

    def __eq__(self, o): return type(self) is type(o) and self.astuple() == o.astuple()

    def __hash__(self): return hash(self.astuple())

    def __iter__(self): return iter(self.astuple())

    def astuple(self): return tuple(getattr(self, k) for k in self._fields)

    def replace(self, **kw): return type(self)(**{**dict(zip(self._fields, self)), **kw})


class Item(Record):
    name = Field(str)
    qty = Field(int, 0)
    price = Field(float, 1.0)

    @property
    def total(self): return self.qty * self.price


class Perishable(Item):
    days = Field(int, 7)
    tags = Field(list, list)


a = Item('apple', 3, 0.5)
print(a, a.total, a == Item('apple', 3, 0.5), a != Item('pear'), {a: 1}[a.replace()], [*a], a.replace(qty=10).total)
p = Perishable('milk', days=3)
print(p, Perishable('x').tags is Perishable('x').tags, Perishable.__match_args__, Perishable._fields.keys(), Item.__slots__, Perishable.__slots__, hasattr(p, '__dict__'))
for make in [lambda: Item(), lambda: Item(5), lambda: Item('a', 'b'), lambda: Item('a', 1, 2.0, 3), lambda: Item('a', name='b'), lambda: Item('a', colour='red'), lambda: setattr(a, 'qty', 2.5), lambda: setattr(a, 'zzz', 1)]:
    try:
        make()
        print('fine')
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
match p:
    case Item(name, qty, price) if qty: print('in stock', name)
    case Perishable(name, days=d): print('perishable', name, d)
inventory = [Item('bolt', 100, 0.1), Item('nut', 50, 0.05), Item('gear', 2, 12.5)]
print(sum(i.total for i in inventory), max(inventory, key=lambda i: i.total).name, sorted(i.name for i in inventory), {i.name: i.qty for i in inventory if i.qty > 10})
by_price = {}
for i in inventory:
    by_price.setdefault('cheap' if i.price < 1 else 'dear', []).append(i.name)
print(by_price)
