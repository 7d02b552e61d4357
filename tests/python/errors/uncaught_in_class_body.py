class Broken:
    good = 1

    def method(self):
        pass

    bad = good + undefined_thing
