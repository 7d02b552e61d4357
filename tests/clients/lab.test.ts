/**
 * JupyterLab in headless Chromium: a kernel chosen in the notebook's kernel picker and one in the launcher, cells
 * run, outputs read from the page. Skipped, with a line that says why, where there is no browser. With
 * `VIVARIUM_PICTURE=FILE` the page of the document is kept as a picture (the README's).
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { JupyterHome, ROOT } from './jupyter.ts';
import { findChromium } from '../../scripts/chromium.mjs';

const executablePath = findChromium();
if (!executablePath) {
  process.stderr.write('JupyterLab tests skipped: no Chromium or Chrome on PATH or in CHROME_PATH\n');
}
const withBrowser = executablePath ? test : test.skip;

const DOCUMENT = 'memory-management.ipynb';
const home = new JupyterHome();
let browser: Browser;
let page: Page;
let lab: string;
let folder: string;

/** The printed text of each code cell of a notebook file. */
function printed(file: string): string[] {
  const { cells } = JSON.parse(readFileSync(file, 'utf8'));
  return cells.map((cell: any) => cell.outputs.map(({ text }: any) => [text].flat().join('')).join(''));
}

async function openLab(path: string): Promise<void> {
  const [base, token] = lab.split(' ');
  await page.goto(`${base}lab${path}?token=${token}&reset`);
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
}

/** Waits until the kernel of the notebook in front answers: cells that are run before stay without a number. */
async function kernelIdle(name: string): Promise<void> {
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
  await page.locator('#jp-main-statusbar').getByText(`${name} | Idle`).waitFor();
}

/** Waits until so many cells have run and show their numbers. */
async function cellsRun(count: number): Promise<void> {
  const prompts = page.locator('.jp-Notebook .jp-CodeCell .jp-InputPrompt');
  for (const end = Date.now() + 30000; ; await page.waitForTimeout(50)) {
    const texts = await prompts.allTextContents();
    if (texts.filter(text => /^\[\d+\]:$/.test(text)).length === count) return;
    if (Date.now() > end) throw new Error(`the prompts are ${texts.join(' ')}`);
  }
}

/** The text below each code cell. */
function outputs(): Promise<string[]> {
  return page
    .locator('.jp-Notebook .jp-CodeCell')
    .evaluateAll(cells =>
      cells.map(cell =>
        [...cell.querySelectorAll('.jp-OutputArea-output pre')].map(pre => pre.textContent ?? '').join(''),
      ),
    );
}

beforeAll(async () => {
  if (!executablePath) return;
  await home.install();
  folder = home.copyExamples();
  const { url, token } = await home.serve(folder, 'lab');
  lab = `${url} ${token}`;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
}, 120000);

afterAll(async () => {
  await browser?.close();
  await home.dispose();
});

withBrowser(
  'the document, its kernel chosen in the kernel picker, Run All Cells',
  async () => {
    // Without a kernel of its own and without outputs, so that all that is read was made here.
    const file = join(folder, DOCUMENT);
    const notebook = JSON.parse(readFileSync(file, 'utf8'));
    delete notebook.metadata.kernelspec;
    for (const cell of notebook.cells) cell.outputs = [];
    writeFileSync(file, JSON.stringify(notebook));
    await openLab(`/tree/${DOCUMENT}`);
    const dialog = page.locator('.jp-Dialog');
    await dialog.locator('select').selectOption({ label: "Python 3.12 (Vivarium, the document's session)" });
    await dialog.locator('.jp-mod-accept').click();
    await kernelIdle("Python 3.12 (Vivarium, the document's session)");
    await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();
    await cellsRun(4);
    expect(await outputs()).toEqual(printed(join(ROOT, 'examples', DOCUMENT)));
    if (process.env.VIVARIUM_PICTURE) await page.screenshot({ path: process.env.VIVARIUM_PICTURE });
  },
  90000,
);

withBrowser(
  'a new notebook from the launcher',
  async () => {
    await openLab('');
    await page.locator('.jp-LauncherCard[data-category="Notebook"][title="Python 3.12 (Vivarium)"]').click();
    await kernelIdle('Python 3.12 (Vivarium)');
    await page.locator('.jp-Notebook .jp-CodeCell .cm-content').first().click();
    await page.keyboard.type('import sys\nsys.getrefcount([])');
    await page.keyboard.press('Shift+Enter');
    await cellsRun(1);
    expect((await outputs())[0]).toBe('1');
  },
  90000,
);
