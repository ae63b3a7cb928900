import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Code, chapters, codes } from '../../../src/domain/findings/codes.ts';
import type { Host } from '../../../src/terminal/host.ts';
import { quarterday } from '../../make/host.ts';
import { runScript } from '../../make/script.ts';

// For each code a folder in fixtures/errors/ with the smallest input that raises it, the commands that do, and what they
// then say. After a change that is meant: EXPECTED=write npx vitest run test/commands/help/error-manual.test.ts, and read the difference.

const manual = fileURLToPath(new URL('../../../fixtures/errors/', import.meta.url));
const table = Object.keys(codes).sort() as Code[];

/** What no file and no command brings about by itself: what happens meanwhile. */
const meanwhile: Partial<Record<Code, Partial<Host>>> = {
  fault: {
    now: () => {
      throw new Error('the clock stands still');
    },
  },
  'input-changed': {
    now: () => {
      writeFileSync('data/claims.csv', '\n', { flag: 'a' });
      return '2020-11-01T09:00:00.000Z';
    },
  },
};

const home = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'quarterday-manual-'));
beforeAll(() => cpSync(manual, work, { recursive: true }));
afterAll(() => {
  process.chdir(home);
  rmSync(work, { recursive: true, force: true });
});

describe('the error manual', () => {
  it('has a folder for each code, and no other', () => {
    const folders = readdirSync(manual).filter((name) => statSync(join(manual, name)).isDirectory());
    expect(folders.sort()).toEqual(table);
  });

  it('has each code in one chapter', () => {
    expect(chapters.flatMap((chapter) => Object.keys(chapter.codes)).sort()).toEqual(table);
  });

  describe.each(table)('%s', (code) => {
    it('is raised by its folder, and said as its folder says', async () => {
      process.chdir(join(work, code));
      const { exit, stderr } = await runScript('command.sh', meanwhile[code] ?? {});
      const said = `exit ${exit}\n${stderr.replaceAll(process.cwd(), '…').replace(/^ {4}at .*\n/gm, '')}`;
      const expected = join(manual, code, 'expected.txt');
      if (process.env.EXPECTED === 'write') writeFileSync(expected, said);
      expect(existsSync(expected) && readFileSync(expected, 'utf8')).toBe(said);
      expect(said).toContain(`\n${codes[code].severity} ${code} ${codes[code].title} (`);
    });

    it('has a page that ends with the fix', async () => {
      const { severity, title, meaning, fix } = codes[code];
      for (const sentence of [meaning, fix]) expect(sentence).toMatch(/^[A-Za-z0-9`].*\.$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(await quarterday(['help', code])).toEqual({
        exit: 0,
        stdout: `${code} (${severity})\n\n${title}\n\n${meaning}\n\nWhat to do: ${fix}\n`,
        stderr: '',
      });
    });
  });
});
