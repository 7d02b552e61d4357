__all__ = ['exported', 'leaf']
exported = 'exported'
hidden = 'hidden'
also = 'also'
