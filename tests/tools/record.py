"""Record what CPython 3.12.1 answers to the golden programs in tests/python.

    PYENV_VERSION=3.12.1 python3.12 tests/tools/record.py [AREA | AREA/name ...]    write .out and .err
    PYENV_VERSION=3.12.1 python3.12 tests/tools/record.py --check [...]             compare, write nothing

Each program runs as `python3.12 name.py` in its own folder with PYTHONHASHSEED=0, twice, in environments of different
size: a program whose output differs between the two is refused. What is recorded:

    name.in     (if it exists) is the standard input
    name.out    standard output
    name.err    standard error and, on the last line, `exit status N`; only when there is something to tell

Files whose name starts with an underscore, and those in subfolders, are material for programs, not programs.
`normalize` must say the same as `normalize` in tests/tools/golden-lib.mjs.
"""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / 'python'


def programs(names):
    for path in sorted(ROOT.glob('*/*.py')):
        name = path.relative_to(ROOT).as_posix()[:-3]
        if not path.name.startswith('_') and (not names or name in names or path.parent.name in names):
            yield name, path


def normalize(text, folder):
    """Take out what no two processes share: the folder, raw addresses, times, sizes of the whole heap."""
    text = text.replace(str(folder) + os.sep, '')
    text = re.sub(r'\b0x[0-9a-f]{6,}', '0x...', text)
    text = re.sub(r'\d+\.\d+s elapsed', 'N.Ns elapsed', text)
    return re.sub(r'(gc: objects in (?:each|permanent) generation:).*', r'\1 N', text)


def run(path, padding):
    stdin = path.with_suffix('.in')
    env = {'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1', 'PYTHONUTF8': '1', 'PADDING': 'x' * padding}
    done = subprocess.run(
        [sys.executable, path.name],
        cwd=path.parent,
        env=env,
        input=stdin.read_bytes() if stdin.exists() else b'',
        capture_output=True,
        timeout=60,
    )
    out = done.stdout.decode('utf-8', 'surrogateescape')
    err = normalize(done.stderr.decode('utf-8', 'surrogateescape'), path.parent)
    # Ended by a signal: what a shell makes of it.
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return out, f'{err}exit status {status}\n' if err or status else ''


def store(path, text):
    if text:
        path.write_bytes(text.encode('utf-8', 'surrogateescape'))
    else:
        path.unlink(missing_ok=True)


def read(path):
    return path.read_bytes().decode('utf-8', 'surrogateescape') if path.exists() else ''


def main(args):
    check = '--check' in args
    names = [a.removesuffix('.py').removeprefix('tests/python/').rstrip('/') for a in args if a != '--check']
    if sys.version_info[:3] != (3, 12, 1):
        sys.exit(f'record.py: run me with CPython 3.12.1, not {sys.version.split()[0]}')
    bad = total = 0
    for name, path in programs(names):
        total += 1
        out, err = run(path, 0)
        if (out, err) != run(path, 4321):
            bad += 1
            print(f'{name}: not deterministic, not recorded')
        elif not check:
            path.with_suffix('.out').write_bytes(out.encode('utf-8', 'surrogateescape'))
            store(path.with_suffix('.err'), err)
        elif out != read(path.with_suffix('.out')) or err != read(path.with_suffix('.err')):
            bad += 1
            print(f'{name}: differs from what is recorded')
    print(f'{total} programs, {bad} bad')
    return bool(bad)


sys.exit(main(sys.argv[1:]))
