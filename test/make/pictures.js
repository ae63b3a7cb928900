// Makes fixtures/pictures anew from the fixtures, in Chromium: npm run bundle && node test/make/pictures.js
// The pictures are small, so that the README can show them; to be made again when the report looks otherwise.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, 'fixtures', 'pictures');
const scratch = mkdtempSync(join(tmpdir(), 'quarterday-pictures-'));

/** What a command answers as data. */
function quarterday(...args) {
  const program = join(root, 'dist', 'main.js');
  const options = { cwd: scratch, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync(process.execPath, [program, ...args, '--format', 'json'], options));
}

const executablePath = ['/usr/bin/chromium', process.env.CHROMIUM ?? ''].find((path) => existsSync(path));
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const browser = await chromium.launch({ executablePath, args });
try {
  const scheme = 'dorset-ccip-2015-16';
  const data = join(root, 'fixtures', scheme, 'data');
  const { folder } = quarterday(
    'run',
    scheme,
    '--period',
    'Q4',
    '--as-at',
    '2016-07-31',
    '--data',
    data,
    '--out',
    'runs',
  );
  quarterday('publish', folder, '--only', 'report', '--out', 'papers');
  mkdirSync(pictures, { recursive: true });
  const report = pathToFileURL(join(scratch, 'papers', 'report.html')).href;
  const page = await browser.newPage({ viewport: { width: 1120, height: 1000 }, deviceScaleFactor: 0.65 });
  await page.goto(report);
  await page.screenshot({ path: join(pictures, 'report.png') });
  await page.goto(`${report}#Z10010/integrated-teams/Q1`);
  await page.locator('#steps').screenshot({ path: join(pictures, 'follow-a-figure.png') });
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
