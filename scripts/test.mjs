/**
 * `npm test`: installs what is missing, checks types, lint and formatting, then runs every test. The last line
 * is the count of all of it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, CHECKS } from './check.mjs';
import { ensureBuilt, ensurePackages, ROOT } from './install.mjs';
import { ensureVenv } from './python.mjs';

ensurePackages();
let failed = 0;
try {
  ensureVenv();
} catch (error) {
  // The tests that need the environment will say so and fail.
  console.error(`.venv: ${error.message}`);
}
await ensureBuilt();
failed += check().length;
let passed = CHECKS.length - failed;
let skipped = 0;

const folder = mkdtempSync(join(tmpdir(), 'vivarium-jest-'));
const report = join(folder, 'report.json');
const jest = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  // The report goes to the file; jest's own lines to stderr.
  { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
);
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  skipped += result.numPendingTests + result.numTodoTests;
} else {
  failed++;
}
rmSync(folder, { recursive: true, force: true });
if (jest.status !== 0 && failed === 0) failed++;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
