import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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
  if (plainWords.test(line)) return line.trim().split(/ +/);
  const words = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return words.split('\0').slice(0, -1);
}

/** What a line of a page of the manual came to. */
export interface Ran {
  readonly line: string;
  readonly told: Told;
}

/**
 * Runs lines of shell as a page of the manual shows them, in the current folder: `quarterday` within this process, with `> FILE` and
 * `|| test $? -eq N`; whatever else by the shell. A line that does not end as it should throws.
 */
export async function runLines(lines: readonly string[], given: Partial<Host>): Promise<Ran[]> {
  const ran: Ran[] = [];
  for (const line of lines.join('\n').replaceAll('\\\n', '').split('\n')) {
    const [, words, file, exit = '0'] =
      /^(quarterday .*?)(?: > (\S+))?(?: \|\| test \$\? -eq (\d))?(?: +#.*)?$/.exec(line) ?? [];
    if (words === undefined) {
      execFileSync('sh', ['-c', line], { stdio: 'ignore' });
      continue;
    }
    const told = await quarterday(wordsOf(words).slice(1), given);
    if (String(told.exit) !== exit) throw new Error(`exit ${told.exit}: ${line}\n${told.stderr}`);
    if (file !== undefined) writeFileSync(file, told.stdout);
    ran.push({ line, told });
  }
  return ran;
}
