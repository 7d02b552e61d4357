import type { ExecuteContent, JsonObject } from '../../src/host/contract.ts';
import { InterpreterDied } from '../bridge/interpreter.ts';
import type { Kernel } from '../kernel.ts';
import { errorContent, type Reply, type Request } from '../session/request.ts';
import { BadRequest, readBoolean, readString } from './content.ts';

/** Runs a cell. Its outputs come from the interpreter by themselves; this is about the reply and what follows. */
export async function execute_request(kernel: Kernel, request: Request): Promise<Reply> {
  const metadata = { started: new Date().toISOString() };
  // Exactly this, as ipykernel: a count would be written into the prompt of a cell that never ran.
  if (request.aborted) return { content: { status: 'aborted' }, metadata };
  const { message } = request;
  const content = readExecuteContent(message.content);
  const { cellId } = message.metadata;
  const id = message.header.msg_id;
  let reply: JsonObject;
  try {
    reply = await kernel.ask(request, {
      type: 'execute_request',
      id,
      content,
      cellId: typeof cellId === 'string' ? cellId : null,
    });
  } catch (error) {
    if (!(error instanceof InterpreterDied)) throw error;
    reply = reportDeath(kernel, request, error);
  }
  reply = { payload: [], user_expressions: {}, ...reply };
  const output = kernel.outputs.takeResult(id);
  if (content.store_history && typeof reply.execution_count === 'number') {
    kernel.history.store(reply.execution_count, content.code, output);
  }
  if (reply.status === 'error' && content.stop_on_error && !content.silent) await kernel.queue.abortExecutes();
  return { content: reply, metadata };
}

function readExecuteContent(content: JsonObject): ExecuteContent {
  const silent = readBoolean(content, 'silent', false);
  const user_expressions = content.user_expressions ?? {};
  const isTable = typeof user_expressions === 'object' && !Array.isArray(user_expressions);
  if (!isTable || Object.values(user_expressions).some(value => typeof value !== 'string')) {
    throw new BadRequest('"user_expressions" must map names to strings');
  }
  return {
    code: readString(content, 'code'),
    silent,
    store_history: !silent && readBoolean(content, 'store_history', true),
    user_expressions: user_expressions as Record<string, string>,
    allow_stdin: readBoolean(content, 'allow_stdin', false),
    stop_on_error: readBoolean(content, 'stop_on_error', true),
  };
}

/** The interpreter is gone in the middle of a cell: says so in the cell, and returns the reply's content. */
function reportDeath(kernel: Kernel, request: Request, death: InterpreterDied): JsonObject {
  const { lastExecutionCount } = kernel.outputs;
  const reply = death.outOfMemory
    ? errorContent('MemoryError', 'the interpreter ran out of memory and was started anew: all variables are gone')
    : errorContent(
        'SystemError',
        `the interpreter ended and was started anew: all variables are gone (${death.message})`,
      );
  const { ename, evalue, traceback } = reply;
  kernel.channels.iopub.publish('error', request.message.headerFrame, { ename, evalue, traceback });
  return { ...reply, execution_count: lastExecutionCount };
}
