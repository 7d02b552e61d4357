"""Floats in a tight inner loop."""


def main():
    inside = 0
    for row in range(64):
        y = row / 32 - 1.0
        for column in range(64):
            x = column / 32 - 1.5
            zr = zi = 0.0
            for _ in range(500):
                zr2, zi2 = zr * zr, zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2.0 * zr * zi + y
                zr = zr2 - zi2 + x
            else:
                inside += 1
    return inside
