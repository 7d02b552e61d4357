/** The interpreter as a whole: starting it, running a script or a notebook's requests in it, and ending it. */
import type { PyContainer } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { audit as auditSwitch } from '../heap/audit.ts';
import { audit } from '../heap/auditor.ts';
import { addRoot } from '../heap/roots.ts';
import { gc_collect } from '../heap/collect.ts';
import { finishStartup } from '../heap/startup.ts';
import { setHashSeed } from '../text/hash.ts';
import { isPyException } from '../exceptions/body.ts';
import { newBuiltinsModule } from '../builtins/index.ts';
import { initInteractive } from '../interactive/index.ts';
import { caught } from '../interactive/errors.ts';
import { type Shell, startShell } from '../interactive/shell.ts';
import { builtinModules, frozenModules } from '../modules/index.ts';
import { makeSys, sysConfig, unraisable } from '../modules/sys/index.ts';
import { warn } from '../runtime/warnings.ts';
import { runExitFuncs } from '../modules/atexit.ts';
import { dict_copy, dict_setStr } from '../objects/dict.ts';
import { hooks } from '../objects/hooks.ts';
import { initObjects } from '../objects/index.ts';
import { None } from '../objects/singletons.ts';
import { newStr } from '../objects/str.ts';
import { system, type System } from '../objects/system.ts';
import { faultLog } from '../runtime/fault.ts';
import { handleUncaught } from '../runtime/exit.ts';
import { finalizeModules } from '../runtime/finalize_modules.ts';
import { addBuiltinModules, addFrozenModules, initImport, registerModule } from '../runtime/import.ts';
import { initRuntime, initRuntimeTypes, setBreaker } from '../runtime/index.ts';
import { mainModule } from '../runtime/main_module.ts';
import { type FromWorker, MAILBOX_BYTES, type StartOptions, type ToWorker } from './contract.ts';
import { applySession, handleRequest } from './requests.ts';

export interface Host {
  system: System;
  post(message: FromWorker): void;
}

export class Interpreter {
  private readonly shell: Shell | null;
  /** Request whose outputs are being made. */
  current = '';

  constructor(
    private readonly options: StartOptions,
    private readonly host: Host,
  ) {
    Object.assign(system, host.system);
    faultLog.write = text => host.post({ type: 'log', level: 'error', text });
    setHashSeed(options.hashSeed);
    setBreaker(new Int32Array(options.control, 0, MAILBOX_BYTES / 4));
    initObjects(initRuntimeTypes);
    initImport();
    addBuiltinModules(builtinModules);
    addFrozenModules(frozenModules);
    Object.assign(sysConfig, {
      argv: options.argv,
      path: options.path,
      hashSeed: options.hashSeed,
      interactive: options.mode === 'kernel',
    });
    const sys = makeSys();
    registerModule('sys', sys);
    const builtins = newBuiltinsModule();
    registerModule('builtins', builtins);
    // As a CPython interpreter does, it keeps a copy of what builtins holds at first.
    const builtinsCopy = dict_copy(builtins.dict as PyContainer);
    addRoot('the interpreter', () => [sys, builtins, builtinsCopy]);
    hooks.warn = warn;
    hooks.unraisable = (exc, where, message) => unraisable(sys, exc, where, message);
    initRuntime(options);
    mainModule(options.mode === 'script');
    this.shell = options.mode === 'kernel' ? this.startKernel() : null;
    finishStartup();
    if (this.shell !== null && options.session !== null) {
      const { write } = system;
      system.write = () => {};
      try {
        applySession(this.shell, options.session);
      } finally {
        system.write = write;
      }
    }
  }

  private startKernel(): Shell {
    const shell = startShell();
    initInteractive(shell);
    shell.initNamespace(this.options.sessionName);
    shell.connect((msg_type, content, metadata, buffers) =>
      this.host.post({ type: 'iopub', id: this.current, msg_type, content, metadata, buffers }),
    );
    return shell;
  }

  /** Handles one message from the main thread. */
  handle(message: ToWorker): void {
    this.current = message.id;
    if (message.type === 'run_script') {
      const status = this.runScript(message.source, message.filename);
      return this.exit(status);
    }
    if (message.type === 'shutdown') return this.exit(0);
    handleRequest(this.shell!, message, reply => {
      system.flush();
      this.host.post(reply);
    });
  }

  private exit(status: number): void {
    this.finalize();
    this.host.post({ type: 'exit', status });
  }

  /** Runs a program as `__main__`; its exit status. */
  runScript(source: string | Uint8Array, filename: string): number {
    const dict = mainModule().dict as PyContainer;
    if (filename !== '<string>' && filename !== '<stdin>') {
      const file = newStr(filename);
      dict_setStr(dict, '__file__', file);
      decref(file);
      dict_setStr(dict, '__cached__', None);
    }
    try {
      decref(hooks.runSource(source, filename, 'exec', dict, dict));
      return 0;
    } catch (e) {
      return handleUncaught(caught(e));
    } finally {
      system.flush();
    }
  }

  /** Py_FinalizeEx: exit functions, then the modules go. */
  finalize(): void {
    try {
      runExitFuncs();
      finalizeModules();
    } catch (e) {
      if (!isPyException(e)) throw e;
      decref(e);
    }
    system.flush();
  }

  /** Recounts every reference; descriptions of what does not agree. */
  audit(): string[] {
    gc_collect(2);
    return audit();
  }
}

/** Makes the audit know every object; call before the interpreter starts. */
export function enableAudit(): void {
  auditSwitch.on = true;
}
