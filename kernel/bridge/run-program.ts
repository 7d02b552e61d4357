/** Running one program in this thread, for tests and tools: `dist/interpreter.cjs`. */

import { CONTROL_SIZE } from '../../src/host/contract.ts';
import { enableAudit, Interpreter } from '../../src/host/interpreter.ts';
import { nodeSystem } from './node-system.ts';

export interface Program {
  source: string;
  filename: string;
  argv?: string[];
  stdin?: string;
  cwd: string;
  path?: string[];
  /** Recount every reference at the end (default); without it programs run at full speed. */
  audit?: boolean;
}

export interface Outcome {
  stdout: string;
  stderr: string;
  status: number;
  /** What the audit found after the program ended, before its modules went; empty when clean. */
  audit: string[];
}

/** Runs a program in a fresh interpreter. The interpreter's state is this module's: load it anew for every program. */
export function runProgram(program: Program): Outcome {
  const control = new SharedArrayBuffer(CONTROL_SIZE);
  const out = { stdout: '', stderr: '' };
  const lines = program.stdin === undefined ? [] : (program.stdin.match(/[^\n]*\n|[^\n]+$/g) ?? []);
  const system = nodeSystem(
    control,
    program.cwd,
    {},
    { write: () => {}, flush: () => {}, ask: () => {}, poll: () => {} },
  );
  system.write = (stream, text) => {
    out[stream] += text;
  };
  system.readLine = () => lines.shift() ?? null;
  const auditing = program.audit ?? true;
  if (auditing) enableAudit();
  const interpreter = new Interpreter(
    {
      control,
      mode: 'script',
      argv: program.argv ?? [program.filename],
      cwd: program.cwd,
      env: {},
      path: program.path ?? [program.cwd],
      session: null,
      hashSeed: 0,
      sessionName: null,
    },
    {
      system,
      post: message => {
        if (message.type === 'log') out.stderr += `${message.text}\n`;
      },
    },
  );
  const status = interpreter.runScript(program.source, program.filename);
  const audit = auditing ? interpreter.audit() : [];
  interpreter.finalize();
  return { ...out, status, audit };
}
