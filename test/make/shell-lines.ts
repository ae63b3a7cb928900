import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { quarterday, type Told } from './host.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A command of a page, and what it said. */
export interface Taken {
  readonly line: string;
  readonly told: Told;
}

/** The lines of the blocks of a page that are for a shell; one that goes on in the next is one. */
export function shellLines(page: string): string[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.replaceAll('\\\n', '').trimEnd().split('\n'));
}

/**
 * Takes the lines of a page one after another in a folder, as a shell would that stands in the repository: each must end well. The first
 * copies files of the repository, and everything that begins with the name of the copy is in the folder.
 */
export async function takeLines(lines: readonly string[], folder: string, now: () => string): Promise<Taken[]> {
  const [, from = '', copy = ''] = /^cp -r (\S+) (\S+)/.exec(lines[0] ?? '') ?? [];
  cpSync(join(root, from), join(folder, copy), { recursive: true });
  const taken: Taken[] = [];
  for (const line of lines.slice(1)) {
    const [name, ...args] = words(line).flatMap((word) => placed(word, copy, folder));
    if (name === 'mkdir') {
      for (const made of args) mkdirSync(made);
      continue;
    }
    expect(name, line).toBe('quarterday');
    const told = await quarterday(args, { now });
    // Two runs that differ are an answer, with an exit code of its own.
    expect(told.exit, `${line}\n${told.stderr}`).toBe(args[0] === 'diff' ? 3 : 0);
    taken.push({ line, told });
  }
  return taken;
}

/** The words of a line as a shell reads it: quotes taken off, a comment left out. */
function words(line: string): string[] {
  const found = [...line.matchAll(/#.*$|"([^"]*)"|(\S+)/g)].filter(([all]) => !all.startsWith('#'));
  return found.map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** A word as it stands in this place: the copy in the folder, the program's own files in the repository, `*` as what is there. */
function placed(word: string, copy: string, folder: string): string[] {
  if (word.startsWith('schemes/')) return [join(root, word)];
  if (!word.startsWith(`${copy}/`)) return [word];
  const path = join(folder, word);
  if (!path.endsWith('*')) return [path];
  const start = basename(path).slice(0, -1);
  const names = readdirSync(dirname(path)).filter((name) => name.startsWith(start));
  return names.map((name) => join(dirname(path), name));
}
