"""Methods of str on many short strings."""

TEXT = 'The quick brown fox jumps over the lazy dog; pack my box with five dozen liquor jugs. '


def main():
    total = 0
    for _ in range(700):
        text = TEXT * 10
        words = text.split()
        total += len([w.strip('.;').lower() for w in words])
        total += sum(w.startswith('b') or w.endswith('s') for w in words)
        total += text.replace('quick', 'slow').count('slow') + text.find('jugs') + text.upper().index('DOG')
        total += len('-'.join(w.title().center(12, '*') for w in words))
        for c in text:
            if c.isupper():
                total += ord(c)
    return total
