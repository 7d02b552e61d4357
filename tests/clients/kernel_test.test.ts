/** jupyter_kernel_test, all of it, run by its own Python; every one of its tests is a test here. */

import { join } from 'node:path';
import { JupyterHome, venvBin } from './jupyter.ts';

const TESTS = [
  'test_clear_output',
  'test_completion',
  'test_display_data',
  'test_error',
  'test_execute_result',
  'test_execute_stderr',
  'test_execute_stdout',
  'test_history',
  'test_inspect',
  'test_is_complete',
  'test_kernel_info',
  'test_pager',
  'test_recv_iopub_welcome_msg',
];

const home = new JupyterHome();
let report = '';

beforeAll(async () => {
  await home.install();
  const { stderr } = await home.run(venvBin('python'), [join(__dirname, 'kernel_tests.py')]);
  report = stderr;
}, 180000);
afterAll(() => home.dispose());

test.each(TESTS)('%s', name => {
  const [, outcome] = new RegExp(`^${name} \\(.*\\) \\.\\.\\. (.*)$`, 'm').exec(report) ?? [];
  if (outcome !== 'ok') throw new Error(`${name}: ${outcome}\n${report}`);
});

test('nothing else was run, nothing was skipped', () => {
  expect(report).toMatch(new RegExp(`^Ran ${TESTS.length} tests`, 'm'));
  expect(report).toMatch(/^OK$/m);
});
