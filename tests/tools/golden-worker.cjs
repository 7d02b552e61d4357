/** Runs one golden program in this Worker and posts what came of it. See golden.ts. */
const { parentPort, workerData } = require('node:worker_threads');

async function main() {
  const { interpreter, ...program } = workerData;
  const { runProgram } = require(interpreter);
  const { stdout, stderr, status, audit } = await runProgram(program);
  parentPort.postMessage({ stdout, stderr, status, audit });
}

main().catch(error => parentPort.postMessage(`the interpreter failed: ${error?.stack ?? error}`));
