import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Host } from '../../src/terminal/host.ts';
import { quarterday, type Told } from './host.ts';

const plainWords = /^[\w ./=-]*$/;

/** Runs a shell script line by line in the current folder, `quarterday` within this process. Only its last command may fail, and is told. */
export async function runScript(path: string, given: Partial<Host>): Promise<Told> {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  let told: Told | null = null;
  for (const line of lines) {
    if (told && told.exit !== 0) throw new Error(`${told.stderr}\nbefore: ${line}`);
    if (line.startsWith('quarterday ')) told = await quarterday(wordsOf(line).slice(1), given);
    else execFileSync('sh', ['-c', line]);
  }
  if (!told) throw new Error(`${path} runs nothing`);
  return told;
}

/** The words of a command as the shell makes them, with its quotes and patterns. */
function wordsOf(line: string): string[] {
  if (plainWords.test(line)) return line.split(' ');
  const words = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return words.split('\0').slice(0, -1);
}
