/** `vivarium run`: a plain script, as `python3.12 FILE.py` runs it. */

import { readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { ToWorker } from '../../src/host/contract.ts';
import { Interpreter } from '../bridge/interpreter.ts';
import { environment, hashSeed } from './environment.ts';
import { LineReader } from './lines.ts';
import { workerScript } from './paths.ts';

interface Program {
  source: string | Uint8Array;
  filename: string;
  argv: string[];
  /** What Python puts at the front of `sys.path`. */
  path: string[];
}

/** Runs a program; the process exits with its status. `-c CODE` takes precedence over the file. */
export function runCommand(operands: string[], { command }: { command?: string }): void {
  const lines = new LineReader(process.stdin);
  if (command !== undefined) {
    return run({ source: `${command}\n`, filename: '<string>', argv: ['-c', ...operands], path: [''] }, lines);
  }
  const [file = '-', ...args] = operands;
  if (file !== '-') return run(readProgram(file, args), lines);
  void lines.readAll().then(source => run({ source, filename: '<stdin>', argv: ['-', ...args], path: [''] }, lines));
}

function readProgram(file: string, args: string[]): Program {
  try {
    // `__file__` is absolute, not normalized (config_run_filename_abspath).
    const filename = isAbsolute(file) ? file : `${process.cwd()}/${file}`;
    return { source: readFileSync(file), filename, argv: [file, ...args], path: [dirname(realpathSync(file))] };
  } catch (error) {
    const { errno, code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'No such file or directory' : code === 'EISDIR' ? 'Is a directory' : code;
    process.stderr.write(`vivarium: can't open file '${resolve(file)}': [Errno ${-(errno ?? 0)}] ${reason}\n`);
    process.exit(2);
  }
}

function run({ source, filename, argv, path }: Program, lines: LineReader): void {
  const env = environment();
  const start = { mode: 'script', argv, cwd: process.cwd(), env, path, session: null, sessionName: null } as const;
  // A reader that is gone (`vivarium run x.py | head`) ends the program.
  process.stdout.on('error', () => process.exit(1));
  const interpreter = new Interpreter(
    workerScript(),
    { ...start, path, argv, hashSeed: hashSeed(env) },
    {
      message: message => {
        switch (message.type) {
          case 'write':
            process[message.stream].write(message.data);
            break;
          case 'input_request':
            void lines.next().then(line => interpreter.control.answerInput(line));
            break;
          case 'exit':
            process.exit(message.status);
        }
      },
      died: () => {
        process.stderr.write(`vivarium: ${interpreter.endedBy?.message ?? 'the interpreter ended'}\n`);
        process.exit(1);
      },
    },
  );
  process.on('SIGINT', () => interpreter.interrupt());
  const message: ToWorker = { type: 'run_script', id: 'script', source, filename };
  interpreter.request(message).catch(() => undefined);
}
