def größe(wert):
    return {'schlüssel': 1}['straße' + wert]


print('ä', größe('ß'))
