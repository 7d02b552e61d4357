# Found after parsing, by the symbol table or the compiler.
def f(a):
    for i in a:
        def g():
            continue
    return a
