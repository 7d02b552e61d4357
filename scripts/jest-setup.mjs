/** Jest's globalSetup: tests run against the bundles, so they are brought up to date first. */
import { build } from './build.mjs';

export default async function setup() {
  for (const text of await build()) console.error(`\n${text}`);
}
