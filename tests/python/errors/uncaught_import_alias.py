import math as m

values = [4, 9, -1]
for v in values:
    print(m.sqrt(v))
