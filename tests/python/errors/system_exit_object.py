class E:
    def __str__(self):
        return 'object as message'


raise SystemExit(E())
