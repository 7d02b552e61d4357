"""Writes what CPython says of the sources in this folder; run by hand with CPython 3.12.1.

    python3.12 record.py            rewrites trees.json, errors.json, warnings.json and unparse.json
    python3.12 record.py dump FILE  prints the tree of one file

`sources/*.py` are valid programs, the `.txt` files hold snippets. A tree is JSON in the shape of src/syntax/ast.ts. Columns are UTF-16 code units; integers are decimal strings,
bytes are hexadecimal.
"""
import ast
import json
import math
import pathlib
import sys
import warnings

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


def snippets(path):
    """(mode, source) of each snippet in a file; a line `==== MODE` starts one."""
    mode = None
    for line in [*path.read_bytes().decode().split("\n"), "==== end"]:
        if line.startswith("==== "):
            if mode is not None:
                yield mode, "\n".join(lines)
            mode, lines = line.split()[1], []
        else:
            lines.append(line)


def error(source, mode):
    try:
        compile(source, "<recorded>", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]


def annotation(source):
    namespace = {}
    exec(compile(f"from __future__ import annotations\nx: ({source}\n)\n", "<recorded>", "exec"), namespace)
    return namespace["__annotations__"]["x"]


def warned(source):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        compile(source, "<recorded>", "exec", dont_inherit=True)
    return [[str(warning.message), warning.lineno] for warning in found]


def write(path, records):
    lines = [json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in records]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def record(here):
    trees = []
    for path in sorted(here.glob("sources/*.py")):
        source = path.read_bytes().decode()
        trees.append([path.name, dump(source)])
    write(here / "trees.json", trees)
    write(here / "errors.json", [[mode, source, error(source, mode)] for mode, source in snippets(here / "errors.txt")])
    write(here / "warnings.json", [[source, warned(source)] for _, source in snippets(here / "warnings.txt")])
    write(here / "unparse.json", [[source, annotation(source)] for _, source in snippets(here / "unparse.txt")])


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    if sys.argv[1:2] == ["dump"]:
        with open(sys.argv[2], encoding="utf-8") as file:
            print(json.dumps(dump(file.read()), indent=1))
    else:
        record(pathlib.Path(__file__).parent)
