/** Renders kernelspec/logo-svg.svg to the two PNG sizes Jupyter shows. Run by hand when the drawing changes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'kernelspec');
const svg = readFileSync(join(folder, 'logo-svg.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const size of [32, 64]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(folder, `logo-${size}x${size}.png`), omitBackground: true });
}
await browser.close();
