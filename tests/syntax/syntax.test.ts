import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilerWarnings, decodeSource, parse, PySyntaxError, sourceStatus, unparse } from '../../src/syntax/index.ts';
import type { Expression, Mode, SyntaxWarning } from '../../src/syntax/index.ts';
import { difference, plain } from './compare.ts';

const read = (name: string): Buffer => readFileSync(join(__dirname, name));
const recorded = <R>(name: string): R => JSON.parse(read(name).toString('utf8')) as R;

describe('trees are those of CPython', () => {
  test.each(recorded<[string, unknown][]>('trees.json'))('%s', (name, expected) => {
    const tree = parse(decodeSource(read(join('sources', name))), '<recorded>', 'exec');
    expect(difference(plain(tree), expected)).toBeNull();
  });
});

function errorOf(source: string, mode: Mode): unknown[] | null {
  try {
    parse(source, '<recorded>', mode);
    return null;
  } catch (e) {
    if (!(e instanceof PySyntaxError)) throw e;
    return [e.type, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text];
  }
}

test('errors are those of CPython: text, line, offsets, source line', () => {
  const wrong: unknown[] = [];
  for (const [mode, source, expected] of recorded<[Mode, string, unknown][]>('errors.json')) {
    const actual = errorOf(source, mode);
    if (difference(actual, expected) !== null) wrong.push({ mode, source, actual, expected });
  }
  expect(wrong).toEqual([]);
});

test('warnings are those of CPython', () => {
  const wrong: unknown[] = [];
  for (const [source, expected] of recorded<[string, unknown][]>('warnings.json')) {
    const warnings: SyntaxWarning[] = [];
    compilerWarnings(parse(source, '<recorded>', 'exec', warnings), warnings);
    const actual = warnings.map(({ message, lineno }) => [message, lineno]);
    if (difference(actual, expected) !== null) wrong.push({ source, actual, expected });
  }
  expect(wrong).toEqual([]);
});

test('expressions are written as CPython writes postponed annotations', () => {
  const wrong: unknown[] = [];
  for (const [source, expected] of recorded<[string, string][]>('unparse.json')) {
    const actual = unparse((parse(source, '<recorded>', 'eval') as Expression).body);
    if (actual !== expected) wrong.push({ source, actual, expected });
  }
  expect(wrong).toEqual([]);
});

describe('sourceStatus', () => {
  test.each([
    ['1', 'complete', ''],
    ["print('hello, world')", 'complete', ''],
    ['def f(x):\n  return x*2\n\n\n', 'complete', ''],
    ["print('''hello", 'incomplete', ''],
    ['def f(x):\n  x*2', 'incomplete', '  '],
    ['import = 7q', 'invalid', ''],
    ['', 'complete', ''],
    ['# comment', 'complete', ''],
    ['for a in b:', 'incomplete', '    '],
    ['for a in b:\n    if a > 0:  # comment', 'incomplete', '        '],
    ['if a:\n\tb', 'incomplete', '    '],
    ['if a: b', 'complete', ''],
    ['if a:\n    b\n', 'complete', ''],
    ['try:\n    a\n', 'incomplete', ''],
    ['@a\n', 'incomplete', ''],
    ['a = [1,\n2,', 'incomplete', ''],
    ["f'''{a", 'incomplete', ''],
    ['a \\', 'incomplete', ''],
    ['a \\ ', 'invalid', ''],
    ['1\\\n+2', 'complete', ''],
    ['a = 1 +', 'invalid', ''],
    ["'abc", 'invalid', ''],
    ['  a', 'invalid', ''],
    ['a b', 'invalid', ''],
  ])('%j is %s', (source, status, indent) => {
    expect(sourceStatus(source)).toEqual({ status, indent });
  });
});

describe('decodeSource', () => {
  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

  test.each([
    ["x = '\xc3\xa9'", "x = 'é'"],
    ['\xef\xbb\xbfx', 'x'],
    ["# -*- coding: latin-1 -*-\nx = '\xe9'", "# -*- coding: latin-1 -*-\nx = 'é'"],
    ["#!python\n# vim: set fileencoding=iso_8859_1 :\n'\xe9'", "#!python\n# vim: set fileencoding=iso_8859_1 :\n'é'"],
    ["x = 1\n# coding: latin-1\n'\xc3\xa9'", "x = 1\n# coding: latin-1\n'é'"],
    ["# coding: cp1252\n'\x80'", "# coding: cp1252\n'€'"],
    ["# coding: utf8\n'\xc3\xa9'", "# coding: utf8\n'é'"],
  ])('%j', (bytes, text) => {
    expect(decodeSource(latin1(bytes))).toBe(text);
  });

  test.each([
    [
      "x = '\xff'",
      'a.py',
      /^Non-UTF-8 code starting with '\\xff' in file a.py on line 1, but no encoding declared; see /,
    ],
    [
      "# coding: utf-8\n'\xe9\xe9'",
      'a.py',
      /^\(unicode error\) 'utf-8' codec can't decode byte 0xe9 .* invalid continuation byte$/,
    ],
    ['# coding: foo\n', 'a.py', /^encoding problem: foo$/],
    ['# coding: foo\n', null, /^unknown encoding: foo$/],
    [
      "# coding: ascii\n'\xe9'",
      null,
      /^'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range\(128\)$/,
    ],
    ['\xef\xbb\xbf# coding: latin-1\n', 'a.py', /^encoding problem: iso-8859-1 with BOM$/],
  ])('%j in %j is refused', (bytes, filename, msg) => {
    expect(() => decodeSource(latin1(bytes), filename)).toThrow(
      expect.objectContaining({ msg: expect.stringMatching(msg) }),
    );
  });
});
