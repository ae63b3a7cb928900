import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { manPages } from '../../src/cli/man-pages.ts';
import { argumentOf, copied, described, paragraphs, section } from '../../src/cli/roff.ts';
import { topicParts } from '../../src/commands/help/topics/topic.ts';
import { topics } from '../../src/commands/help/topics/topics.ts';
import { quarterday } from '../make/host.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = new Map(manPages().map(({ file, text }) => [file, text]));

/** What a page says, as a person reads it. */
function read(file: string): string {
  return (pages.get(file) ?? '')
    .replaceAll('\\-', '-')
    .replaceAll('\\(aq', "'")
    .replaceAll('\\(ga', '`')
    .replaceAll('\\(ha', '^')
    .replaceAll('\\(ti', '~')
    .replaceAll('\\&', '')
    .replaceAll('\\e', '\\');
}

describe('the pages for man', () => {
  it('are those that the build wrote, and that an installation finds', () => {
    const built = readdirSync(join(root, 'man'), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(built.sort()).toEqual([...pages.keys()].map((file) => join(root, file)).sort());
    for (const [file, text] of pages) expect(readFileSync(join(root, file), 'utf8')).toBe(text);
    expect(manifest.man).toEqual([...pages.keys()].map((file) => `./${file}`).sort());
  });

  it('say of a command what its help says', async () => {
    const { stdout } = await quarterday(['hand-off', '--help']);
    const page = read('man/man1/quarterday-hand-off.1');
    const said = stdout.split(/\s+/).filter((word) => !/^(Usage:|Options:|Examples:)$/.test(word));
    expect(said.filter((word) => !page.includes(word))).toEqual([]);
    expect(page).toContain('.SH SEE ALSO\n.PP\nquarterday(1), quarterday-quarter(7), quarterday-bank(7)\n');
  });

  it('say what the pages of help say, part by part', () => {
    for (const topic of topics) {
      const page = read(`man/man7/quarterday-${topic.id}.7`);
      const said = topicParts(topic).flatMap((part) => {
        if (part.kind === 'paragraph') return [part.text];
        return part.kind === 'items' ? part.items : part.lines;
      });
      expect(said.filter((each) => !page.includes(each))).toEqual([]);
    }
  });

  it('begin with one of the program, its commands, its pages and its exit codes', () => {
    const page = read('man/man1/quarterday.1');
    expect(page).toMatch(/^\.TH "QUARTERDAY" 1 "" "quarterday \d+\.\d+\.\d+" "quarterday"\n/);
    expect(page).toContain('.B "quarterday-run(1)"\nwork out the payments and clawbacks of a period\n');
    expect(page).toContain('.B "quarterday-proof(7)"\nProve a figure. For those who prove it.\n');
    expect(page).toContain('.SH EXIT STATUS\n.PP\nExit codes: 0 done');
  });
});

describe('roff', () => {
  it('takes nothing of a text for a request, nor a sign for another', () => {
    expect(paragraphs(['.so x', "it's -1 \\n `a` ^ ~"])).toBe(
      '.PP\n\\&.so x\n.PP\nit\\(aqs \\-1 \\en \\(gaa\\(ga \\(ha \\(ti\n',
    );
    expect(copied(["'x", '  y'])).toBe('.PP\n.nf\n\\(aqx\n  y\n.fi\n');
    expect(copied([])).toBe('');
    expect(argumentOf('a "b"')).toBe('"a ""b"""');
    expect(described('•', 'x')).toBe('.TP 2\n\\(bu\nx\n');
    expect(section('name', '')).toBe('');
  });
});
