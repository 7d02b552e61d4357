"""Matrix multiplication with nested lists."""


def multiply(a, b):
    columns = range(len(b[0]))
    inner = range(len(b))
    result = []
    for row in a:
        out = []
        for j in columns:
            s = 0.0
            for k in inner:
                s += row[k] * b[k][j]
            out.append(s)
        result.append(out)
    return result


def main():
    n = 120
    a = [[(i * j) % 7 / 3.0 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 / 2.0 for j in range(n)] for i in range(n)]
    return round(sum(map(sum, multiply(a, b))), 6)
