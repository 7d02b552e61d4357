/**
 * The one door between the Jupyter side (main thread, `kernel/bridge`) and the Python side (worker, `src/host`).
 * Everything that crosses is plain data (structured clone), except the shared control block described last.
 *
 * Contents of replies and outputs are the Jupyter message contents themselves, so the kernel side only
 * wraps them into messages. The Python side handles one request at a time, in the order they were posted.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** How the interpreter starts; given as `workerData`. */
export interface StartOptions {
  control: SharedArrayBuffer;
  mode: 'kernel' | 'script';
  /** `sys.argv`; in script mode argv[0] names the program. */
  argv: string[];
  cwd: string;
  env: Record<string, string>;
  /** Directories put at the front of `sys.path`. */
  path: string[];
  session: SessionFile | null;
  /** `PYTHONHASHSEED`; 0 unless the user says otherwise, so that every run is the same. */
  hashSeed: number;
  /** Value of `__session__` in the user's namespace (JPY_SESSION_NAME), or null. */
  sessionName: string | null;
}

/** `--session FILE`: the history a process is given before its first cell. `gc` is set first, then `cells` run. */
export interface SessionFile {
  description?: string;
  gc?: {
    /** Per generation, oldest last. */
    stats?: { collections: number; collected: number; uncollectable: number }[];
    count?: [number, number, number];
  };
  /** Cells really run, silently, before the first request. */
  cells?: string[];
  /** The counter of the first execute_request (default 1). */
  execution_count?: number;
}

// ---- main thread -> worker

/** `id` ties replies and outputs to the request; it is the request's `msg_id`. */
export type ToWorker =
  | { type: 'execute_request'; id: string; content: ExecuteContent; cellId: string | null }
  | { type: 'complete_request'; id: string; content: { code: string; cursor_pos: number } }
  | { type: 'inspect_request'; id: string; content: { code: string; cursor_pos: number; detail_level: 0 | 1 } }
  | { type: 'is_complete_request'; id: string; content: { code: string } }
  | {
      type: 'comm_open' | 'comm_msg' | 'comm_close';
      id: string;
      content: JsonObject;
      metadata: JsonObject;
      buffers: Uint8Array[];
    }
  | { type: 'comm_info_request'; id: string; content: { target_name?: string } }
  /** Script mode: run the program, then answer `exit`. Bytes of a file are decoded as PEP 263 says. */
  | { type: 'run_script'; id: string; source: string | Uint8Array; filename: string }
  /** Run `atexit` callbacks and finalize; then answer `exit`. */
  | { type: 'shutdown'; id: string; restart: boolean };

export interface ExecuteContent {
  code: string;
  silent: boolean;
  store_history: boolean;
  user_expressions: Record<string, string>;
  allow_stdin: boolean;
  stop_on_error: boolean;
}

// ---- worker -> main thread
// All `cursor_*` numbers count code points, on both sides of this door.

export type FromWorker =
  /** Ready for requests. */
  | { type: 'ready' }
  /**
   * The content of the reply to request `id` (with `status`). For execute_request it carries `execution_count`,
   * `payload` and `user_expressions`. Sent after every output of that request was posted. For comm_open, comm_msg
   * and comm_close it is `{}` and says that the handler is done (Jupyter has no such reply).
   */
  | { type: 'reply'; id: string; content: JsonObject }
  /** An iopub message: stream, display_data, update_display_data, execute_input, execute_result, error, clear_output, comm_*. */
  | { type: 'iopub'; id: string; msg_type: string; content: JsonObject; metadata?: JsonObject; buffers?: Uint8Array[] }
  /**
   * Ask the frontend of request `id`; the answer comes back through the mailbox. In script mode this asks for the
   * next line of stdin: the answer keeps its line end, and the prompt is the worker's own to write.
   */
  | { type: 'input_request'; id: string; prompt: string; password: boolean }
  /** Script mode: bytes for the process's stdout or stderr. */
  | { type: 'write'; stream: 'stdout' | 'stderr'; data: Uint8Array }
  /** The interpreter is done; `status` is the exit status. Comes after all writes. */
  | { type: 'exit'; status: number }
  /** `exit()` or `quit()` in a cell: the kernel shuts down after the current reply. */
  | { type: 'ask_exit'; keepkernel: boolean }
  /** For the kernel's own log. An internal fault carries our JavaScript stack. */
  | { type: 'log'; level: 'debug' | 'info' | 'warn' | 'error'; text: string };

// ---- the shared control block (SharedArrayBuffer, as Int32Array words)

export * from '../objects/control_block.ts';
