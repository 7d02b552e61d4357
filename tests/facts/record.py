"""Measure the facts with CPython 3.12.1 and write cpython-3.12.1.json.

    PYENV_VERSION=3.12.1 python3.12 tests/facts/record.py
"""

import json
import pathlib
import subprocess
import sys

if sys.version_info[:3] != (3, 12, 1):
    sys.exit(f'record.py: run me with CPython 3.12.1, not {sys.version.split()[0]}')
here = pathlib.Path(__file__).resolve().parent
env = {'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1', 'PYTHONUTF8': '1'}
done = subprocess.run([sys.executable, '-W', 'ignore', 'facts.py'], cwd=here, env=env, capture_output=True, text=True, check=True)
facts = {}
for line in done.stdout.splitlines():
    section, name, value = json.loads(line)
    facts.setdefault(section, {})[name] = value
source = 'CPython 3.12.1 on x86-64 Linux, PYTHONHASHSEED=0, running tests/facts/facts.py'
lines = ',\n'.join(
    f'    {json.dumps(section)}: {{\n' + ',\n'.join(f'      {json.dumps(n)}: {json.dumps(v)}' for n, v in found.items()) + '\n    }'
    for section, found in facts.items()
)
(here / 'cpython-3.12.1.json').write_text(f'{{\n  "source": {json.dumps(source)},\n  "facts": {{\n{lines}\n  }}\n}}\n')
print(sum(map(len, facts.values())), 'facts')
