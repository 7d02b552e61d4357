#!/usr/bin/env node
// CommonJS (see package.json beside this file): as an ES module it took 25 ms longer to start.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'main.cjs');
if (existsSync(main)) {
  require(main);
} else {
  process.stderr.write('vivarium: not built yet: run "npm run build" in its folder\n');
  process.exitCode = 2;
}
