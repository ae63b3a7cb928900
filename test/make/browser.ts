import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

// A real browser: Debian's Chromium, which .ci/run installs where it is missing.

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROMIUM ?? ''];
const found = places.find((path) => path !== '' && existsSync(path));

/** Where nobody checks a change there may be no browser; where a change is checked there must be one. */
export const hasBrowser = found !== undefined || process.env.CI !== undefined;

if (!hasBrowser) {
  process.stderr.write(
    'The report was NOT tested in a browser: there is no Chromium. Install it (apt-get install chromium), or name it in CHROMIUM.\n',
  );
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colours?: 'light' | 'dark';
  /** What stands behind the `#` of the address. */
  readonly at?: string;
}

/** A browser with a user folder of its own; whoever opens it closes it. */
export class Browser {
  readonly #context: BrowserContext;
  readonly #folder: string;
  /** What went wrong in any page: errors of the script, and what the policy or the network refused. */
  readonly complaints: string[] = [];
  readonly asked: string[] = [];

  private constructor(context: BrowserContext, folder: string) {
    this.#context = context;
    this.#folder = folder;
  }

  static async open(): Promise<Browser> {
    if (found === undefined) throw new Error('there is no Chromium to test the report in; see .ci/run');
    const folder = mkdtempSync(join(tmpdir(), 'quarterday-browser-'));
    const context = await chromium.launchPersistentContext(folder, { executablePath: found, args: flags });
    return new Browser(context, folder);
  }

  /** A page with a file open in it. */
  async look(file: string, { width = 1280, height = 900, colours = 'light', at = '' }: Look = {}): Promise<Page> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => this.asked.push(request.url()));
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: colours });
    await page.goto(`${pathToFileURL(file).href}${at === '' ? '' : `#${at}`}`);
    return page;
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
