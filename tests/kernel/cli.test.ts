/** The command line, over the mock interpreter: run, execute, install and uninstall. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOCK_WORKER, temporaryFolder, VIVARIUM, waitFor } from './raw-client.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());

const ENV = { ...process.env, VIVARIUM_WORKER: MOCK_WORKER, VIVARIUM_HISTORY: 'off' };

function vivarium(args: string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [VIVARIUM, ...args], {
    encoding: 'utf8',
    cwd: folder.path,
    input: options.input ?? '',
    env: { ...ENV, ...options.env },
    timeout: 30000,
  });
  return { status, stdout, stderr };
}

function write(name: string, content: string): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

function notebook(name: string, ...cells: (string | object)[]): string {
  const full = cells.map((cell, index) => ({
    cell_type: 'code',
    id: `c${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    ...(typeof cell === 'string' ? { source: cell } : cell),
  }));
  return write(name, JSON.stringify({ cells: full, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
}

describe('run', () => {
  test('a file: streams, status, sys.argv and sys.path', () => {
    const file = write('program.mock', 'print out\neprint err\nargv');
    const { status, stdout, stderr } = vivarium(['run', file, 'one', '-c', '--help']);
    expect(stdout).toBe(`out\n["${file}","one","-c","--help"] ["${folder.path}"]\n`);
    expect(stderr).toBe('err\n');
    expect(status).toBe(0);
  });

  test('-c and standard input', () => {
    expect(vivarium(['run', '-c', 'argv', '-x', 'y']).stdout).toBe('["-c","-x","y"] [""]\n');
    expect(vivarium(['run', '-', 'z'], { input: 'argv' }).stdout).toBe('["-","z"] [""]\n');
    expect(vivarium(['run'], { input: 'argv' }).stdout).toBe('["-"] [""]\n');
  });

  test('an error is status 1, exit gives its own', () => {
    expect(vivarium(['run', '-c', 'error no'])).toEqual({ status: 1, stdout: '', stderr: 'MockError: no\n' });
    expect(vivarium(['run', '-c', 'quit 7']).status).toBe(7);
  });

  test('input reads lines, the last one without its end, then the end of the file', () => {
    const { stdout, stderr, status } = vivarium(['run', '-c', 'input\ninput\ninput'], { input: 'a b\nü' });
    expect(stdout).toBe('[a b\n]\n[ü]\n');
    expect(stderr).toBe('EOFError: EOF when reading a line\n');
    expect(status).toBe(1);
  });

  test('a file that is not there, or is a folder', () => {
    const { status, stderr } = vivarium(['run', 'none.py']);
    expect(stderr).toBe(`vivarium: can't open file '${folder.path}/none.py': [Errno 2] No such file or directory\n`);
    expect(status).toBe(2);
    expect(vivarium(['run', '.']).status).toBe(2);
  });

  test('Ctrl-C: KeyboardInterrupt and status 130', async () => {
    const child = spawn(process.execPath, [VIVARIUM, 'run', '-c', 'print go\nspin'], { env: ENV, stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout.on('data', data => (out += data));
    child.stderr.on('data', data => (err += data));
    await waitFor(() => out === 'go\n');
    child.kill('SIGINT');
    await waitFor(() => child.exitCode !== null);
    expect(child.exitCode).toBe(130);
    expect(err).toBe('KeyboardInterrupt: \n');
  });

  test('running out of memory is one line and status 1', () => {
    const { status, stderr } = vivarium(['run', '-c', 'memory'], {
      env: { VIVARIUM_HEAP_MB: '100', VIVARIUM_LOG: 'off' },
    });
    expect(stderr).toContain('vivarium: ');
    expect(status).toBe(1);
  });

  test('a reader that goes away ends the program', async () => {
    const child = spawn(process.execPath, [VIVARIUM, 'run', '-c', 'lines 1000000'], { env: ENV, stdio: 'pipe' });
    child.stdout.once('data', () => child.stdout.destroy());
    await waitFor(() => child.exitCode !== null);
    expect(child.exitCode).toBe(1);
  });
});

describe('execute', () => {
  test('writes the notebook with its outputs, in the format of nbformat', () => {
    const file = notebook(
      'plain.ipynb',
      { source: ['print one\n', 'print two\n', 'eprint three\n', 'result 4'] },
      {
        cell_type: 'markdown',
        source: '# Title',
        metadata: {},
        id: 'm',
        outputs: undefined,
        execution_count: undefined,
      },
      { source: '   ' },
      { source: 'print no', metadata: { tags: ['skip-execution'] } },
    );
    const { status, stderr, stdout } = vivarium(['execute', file]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^\[1\/1\] In \[1\] ok \(\d+ ms\)\nwritten to .*plain\.executed\.ipynb\n$/);
    expect(status).toBe(0);
    const text = readFileSync(join(folder.path, 'plain.executed.ipynb'), 'utf8');
    expect(text.startsWith('{\n "cells": [\n  {\n   "cell_type": "code",\n   "execution_count": 1,\n')).toBe(true);
    const { cells, metadata, nbformat_minor } = JSON.parse(text);
    expect(cells[0].outputs).toEqual([
      { name: 'stdout', output_type: 'stream', text: ['one\n', 'two\n'] },
      { name: 'stderr', output_type: 'stream', text: ['three\n'] },
      { data: { 'text/plain': ['4'] }, execution_count: 1, metadata: {}, output_type: 'execute_result' },
    ]);
    expect(cells[1]).toEqual({ cell_type: 'markdown', id: 'm', metadata: {}, source: ['# Title'] });
    expect(cells[3].outputs).toEqual([]);
    expect(metadata.language_info.name).toBe('python');
    expect(nbformat_minor).toBe(5);
  });

  test('an error ends it with status 1 and writes nothing', () => {
    const file = notebook('fails.ipynb', 'print x', 'error boom', 'print never');
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = vivarium(['execute', file, '--inplace']);
    expect(stderr).toContain('MockError: boom\n');
    expect(stderr).toContain('vivarium: cell 2 failed: MockError: boom; nothing was written\n');
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('--allow-errors and the tag raises-exception go on', () => {
    const file = notebook('goes-on.ipynb', 'error boom', 'print on');
    const { status, stdout } = vivarium(['execute', file, '--allow-errors', '--stdout']);
    expect(status).toBe(0);
    const { cells } = JSON.parse(stdout);
    expect(cells[0].outputs[0]).toMatchObject({ output_type: 'error', ename: 'MockError', evalue: 'boom' });
    expect(cells[1].outputs[0].text).toEqual(['on\n']);
    const tagged = notebook(
      'tagged.ipynb',
      { source: 'error x', metadata: { tags: ['raises-exception'] } },
      'print on',
    );
    expect(vivarium(['execute', tagged, '-o', 'tagged-out.ipynb']).status).toBe(0);
    expect(existsSync(join(folder.path, 'tagged-out.ipynb'))).toBe(true);
  });

  test('--timeout interrupts a cell', () => {
    const { status, stderr } = vivarium(['execute', notebook('slow.ipynb', 'spin'), '--timeout', '0.2']);
    expect(stderr).toContain('longer than 0.2 s');
    expect(status).toBe(1);
  });

  test('--compare shows both sides and counts the differences', () => {
    const stream = (text: string[]) => [{ output_type: 'stream', name: 'stdout', text }];
    const equal = notebook('equal.ipynb', { source: 'print a\nprint b', outputs: stream(['a\n', 'b\n']) });
    const same = vivarium(['execute', equal, '--compare']);
    expect(same.stdout).toMatch(/\n1 cell, every line equal\n$/);
    expect(same.status).toBe(0);
    const other = notebook('other.ipynb', { source: 'print a\nprint b', outputs: stream(['a\n', 'c\n', 'd\n']) });
    const different = vivarium(['execute', other, '--compare']);
    expect(different.stdout).toContain('! b        | c\n');
    expect(different.stdout).toMatch(/\n1 cell, 2 lines differ\n$/);
    expect(different.status).toBe(1);
  });

  test('a file that is no notebook, a kernel that dies', () => {
    expect(vivarium(['execute', write('x.ipynb', 'hello')])).toMatchObject({ status: 2 });
    expect(vivarium(['execute', write('y.ipynb', '{}')]).stderr).toMatch(/^vivarium: .*not a notebook of format 4\n$/);
    expect(vivarium(['execute', 'missing.ipynb']).stderr).toMatch(/^vivarium: cannot read missing.ipynb: /);
    const dies = vivarium(['execute', notebook('dies.ipynb', 'quit 1\nhalt')]);
    expect(dies).toMatchObject({ status: 2, stderr: 'vivarium: the kernel ended\n' });
  });
});

describe('install', () => {
  test('two kernelspecs with logos; uninstall removes them', () => {
    const prefix = join(folder.path, 'prefix');
    const kernels = join(prefix, 'share', 'jupyter', 'kernels');
    expect(vivarium(['install', '--prefix', prefix]).status).toBe(0);
    expect(readdirSync(kernels).sort()).toEqual(['vivarium', 'vivarium-document']);
    const files = ['kernel.json', 'logo-32x32.png', 'logo-64x64.png', 'logo-svg.svg'];
    expect(readdirSync(join(kernels, 'vivarium')).sort()).toEqual(files);
    const spec = JSON.parse(readFileSync(join(kernels, 'vivarium', 'kernel.json'), 'utf8'));
    expect(spec).toMatchObject({
      argv: [process.execPath, VIVARIUM, 'kernel', '-f', '{connection_file}'],
      display_name: 'Python 3.12 (Vivarium)',
      language: 'python',
      interrupt_mode: 'message',
      kernel_protocol_version: '5.5',
    });
    const document = JSON.parse(readFileSync(join(kernels, 'vivarium-document', 'kernel.json'), 'utf8'));
    expect(document.display_name).toBe("Python 3.12 (Vivarium, the document's session)");
    const [option, session] = document.argv.slice(-2);
    expect(option).toBe('--session');
    expect(existsSync(session)).toBe(true);

    expect(vivarium(['uninstall', '--prefix', prefix]).status).toBe(0);
    expect(readdirSync(kernels)).toEqual([]);
    expect(vivarium(['uninstall', '--prefix', prefix])).toMatchObject({ status: 2 });
  });

  test('--user, --sys-prefix, --name, and what contradicts', () => {
    const data = join(folder.path, 'data');
    expect(vivarium(['install', '--user', '--name', 'mine'], { env: { JUPYTER_DATA_DIR: data } }).status).toBe(0);
    expect(readdirSync(join(data, 'kernels')).sort()).toEqual(['mine', 'mine-document']);
    const env = { VIRTUAL_ENV: join(folder.path, 'venv') };
    expect(vivarium(['install', '--sys-prefix'], { env }).status).toBe(0);
    expect(existsSync(join(env.VIRTUAL_ENV, 'share', 'jupyter', 'kernels', 'vivarium', 'kernel.json'))).toBe(true);
    expect(vivarium(['install', '--sys-prefix'], { env: { VIRTUAL_ENV: '', CONDA_PREFIX: '' } }).status).toBe(2);
    expect(vivarium(['install', '--user', '--prefix', 'x']).status).toBe(2);
    expect(vivarium(['install', '--prefix', 'x', '--name', 'no/good']).status).toBe(2);
  });
});

test('help and version', () => {
  expect(vivarium(['--version']).stdout).toMatch(/^vivarium \d+\.\d+\.\d+ \(Python 3\.12\.1\)\n$/);
  for (const command of ['run', 'execute', 'kernel', 'install', 'uninstall']) {
    expect(vivarium([command, '--help']).stdout).toContain('Examples:');
  }
  expect(vivarium(['nonsense'])).toMatchObject({ status: 1, stdout: '' });
});
