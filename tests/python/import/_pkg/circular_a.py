from . import circular_b

done = 'a done'
