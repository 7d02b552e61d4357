x = 1
y = “smart quotes”
