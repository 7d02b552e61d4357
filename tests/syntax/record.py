"""Writes what CPython says of the sources in this folder; run by hand with CPython 3.12.1.

    python3.12 record.py            rewrites trees.json and errors.json
    python3.12 record.py dump FILE  prints the tree of one file

A tree is JSON in the shape of src/syntax/ast.ts. Columns are UTF-16 code units; integers are decimal strings,
bytes are hexadecimal.
"""
import ast
import json
import math
import sys

CONSTANT_TYPES = {int: "int", float: "float", complex: "complex", str: "str", bytes: "bytes"}


def number(value):
    return value if math.isfinite(value) else "inf"


def constant(value):
    if value is None or value is True or value is False:
        return {"t": str(value)}
    if value is ...:
        return {"t": "Ellipsis"}
    kind = CONSTANT_TYPES[type(value)]
    if kind == "complex":
        return {"t": kind, "re": number(value.real), "im": number(value.imag)}
    if kind == "int":
        value = str(value)
    elif kind == "float":
        value = number(value)
    elif kind == "bytes":
        value = value.hex()
    return {"t": kind, "v": value}


class Dumper:
    def __init__(self, source):
        self.lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.ascii = [line.isascii() for line in self.lines] + [True]

    def column(self, lineno, offset):
        if self.ascii[lineno - 1]:
            return offset
        head = self.lines[lineno - 1].encode("utf-8", "surrogatepass")[:offset]
        return len(head.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")) // 2

    def dump(self, node):
        if isinstance(node, list):
            return [self.dump(item) for item in node]
        if not isinstance(node, ast.AST):
            return node
        kind = type(node).__name__
        if isinstance(node, (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)):
            return kind
        result = {}
        if kind not in ("arguments", "comprehension", "withitem", "match_case"):
            result["kind"] = kind
        for name in node._fields:
            if name in ("type_comment", "type_ignores"):
                continue
            value = getattr(node, name)
            if kind == "Constant" and name == "kind":
                result["u_prefix"] = value == "u"
            elif kind in ("Constant", "MatchSingleton") and name == "value":
                result[name] = constant(value)
            elif name in ("simple", "is_async"):
                result[name] = bool(value)
            elif kind == "ImportFrom" and name == "level":
                result[name] = value or 0
            else:
                result[name] = self.dump(value)
        if "lineno" in node._attributes:
            result["lineno"] = node.lineno
            result["col_offset"] = self.column(node.lineno, node.col_offset)
            result["end_lineno"] = node.end_lineno
            result["end_col_offset"] = self.column(node.end_lineno, node.end_col_offset)
        return result


def dump(source, mode="exec"):
    sys.setrecursionlimit(20000)
    return Dumper(source).dump(compile(source, "<recorded>", mode, ast.PyCF_ONLY_AST, dont_inherit=True))


if __name__ == "__main__":
    if sys.argv[1:2] == ["dump"]:
        with open(sys.argv[2], encoding="utf-8") as file:
            print(json.dumps(dump(file.read()), indent=1))
