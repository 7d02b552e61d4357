é = 1; ñandú = é
变量 = 变量2
𝐱 = ﬁ = ª
class Ünïcode: naïve = "ß"
x = 'é' + y; z = '😀' + w; f('日本', key=a)
_ = __ = _a1
print(a_b, Ab, aB1)
async_ = await_ = 1
