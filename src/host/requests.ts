/** Answers the kernel's requests with the interactive layer (kernel mode of src/host/contract.ts). */
import type { ExecuteContent, FromWorker, JsonObject, SessionFile, ToWorker } from './contract.ts';
import { setCollectorState } from '../heap/startup.ts';
import { complete } from '../interactive/completion.ts';
import { comms } from '../interactive/comms.ts';
import { inspect } from '../interactive/inspection.ts';
import type { Shell } from '../interactive/shell.ts';
import { sourceStatus } from '../syntax/index.ts';

type Post = (message: FromWorker) => void;

/** Gives a fresh process the history that a session file describes. */
export function applySession(shell: Shell, session: SessionFile): void {
  if (session.gc !== undefined) setCollectorState(session.gc);
  for (const code of session.cells ?? []) {
    const outcome = shell.runCell({ ...QUIET, code }, false);
    if (outcome.error !== null) {
      const { ename, evalue } = outcome.error;
      throw new Error(`session: a cell failed: ${ename}: ${evalue}`);
    }
  }
  shell.executionCount = session.execution_count ?? 1;
}

/** A cell that shows nothing and is not counted. */
const QUIET: ExecuteContent = {
  code: '',
  silent: true,
  store_history: false,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
};

function execute(shell: Shell, content: ExecuteContent, post: Post, id: string): void {
  const outcome = shell.runCell(content, true);
  const reply: JsonObject = { status: outcome.status, execution_count: outcome.execution_count };
  if (outcome.error !== null) Object.assign(reply, outcome.error, { user_expressions: {} });
  else reply.user_expressions = shell.userExpressions(content.user_expressions);
  reply.payload = shell.payload;
  shell.payload = [];
  post({ type: 'reply', id, content: reply });
  if (shell.exitRequested !== null) {
    post({ type: 'ask_exit', keepkernel: shell.exitRequested.keepkernel });
    shell.exitRequested = null;
  }
}

/** Handles every request but run_script and shutdown, which the interpreter does itself. */
export function handleRequest(shell: Shell, message: ToWorker, post: Post): void {
  const { id } = message;
  switch (message.type) {
    case 'execute_request':
      return execute(shell, message.content, post, id);
    case 'complete_request':
      return post({ type: 'reply', id, content: complete(message.content.code, message.content.cursor_pos) });
    case 'inspect_request': {
      const { code, cursor_pos, detail_level } = message.content;
      return post({ type: 'reply', id, content: inspect(code, cursor_pos, detail_level) });
    }
    case 'is_complete_request': {
      const { status, indent } = sourceStatus(message.content.code);
      return post({ type: 'reply', id, content: status === 'incomplete' ? { status, indent } : { status } });
    }
    case 'comm_open':
    case 'comm_msg':
    case 'comm_close':
      comms.handle(message.type, message.content, message.metadata, message.buffers);
      return post({ type: 'reply', id, content: {} });
    case 'comm_info_request':
      return post({ type: 'reply', id, content: comms.info(message.content.target_name) });
  }
}
