import { realpath, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { type Finding, finding } from '../domain/finding.ts';

/** What is wrong with a path that must lead to a file or to a folder; null where it does. Symlinks are followed. */
export async function pathMistake(path: string, needed: 'file' | 'folder', field: string): Promise<Finding | null> {
  const kind = await kindOf(path);
  if (kind === needed) return null;
  const message = kind === null ? `there is no ${needed} at this path` : `this is not a ${needed}`;
  const hint = `give the path of a ${needed}, as seen from the folder that you work in`;
  return finding('no-such-path', { field }, { message, value: path, hint });
}

/** What is wrong with the path of a folder that need not be there yet. */
export async function newFolderMistake(path: string, field: string): Promise<Finding | null> {
  return (await kindOf(path)) === null ? null : pathMistake(path, 'folder', field);
}

/** What is wrong with writing to a folder: it must lie outside the data folder, by whatever links it is reached. */
export async function outputMistake(out: string, data: string): Promise<Finding | null> {
  const [writing, reading] = [await whereItWillBe(resolve(out)), await realpath(data)];
  if (writing !== reading && !writing.startsWith(reading + sep)) return null;
  return finding(
    'output-inside-data',
    { field: '--out' },
    {
      message: 'the run folder would lie inside the data folder',
      value: out,
      hint: 'choose a folder beside the data folder',
    },
  );
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | null> {
  const found = await statOrNull(path);
  if (found === null) return null;
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** The real path of something that need not be there yet: of the nearest folder above it that is, and the rest. */
async function whereItWillBe(path: string): Promise<string> {
  if ((await statOrNull(path)) !== null) return realpath(path);
  const above = dirname(path);
  if (above === path) return path;
  const parent = await whereItWillBe(above);
  return parent + path.slice(above.endsWith(sep) ? above.length - 1 : above.length);
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
