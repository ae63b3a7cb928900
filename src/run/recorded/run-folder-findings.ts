import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { differenceFinding } from '../ledger/ledger-findings.ts';

/** What is wrong with a file of a run folder. */
export function notARun(file: string, why: string): Finding {
  const hint = 'see what verify says of the folder, and use one as run has made it';
  return finding('not-a-run', { file }, { message: `the file ${why}`, hint });
}

/** A folder of due or forecast that is given as a run; null of any other. They bound what a term comes to, and pay nothing. */
export function noRunButOutlook(path: string): Finding | null {
  if (existsSync(join(path, 'SHA256SUMS'))) return null;
  const made = ['forecast', 'due'].find((command) => existsSync(join(path, `${command}.csv`)));
  if (made === undefined) return null;
  const message = `the folder is what ${made} wrote: it says what may come, and can be neither posted nor published`;
  return finding('not-a-run', { file: path }, { message, hint: 'make a run with quarterday run, and give its folder' });
}

/** A file of a run folder that is not what its inputs make of it. */
export function notAsMade(path: string, file: string, says: string): Finding {
  const hint = 'see what verify --recompute says of the folder; another version of the program may have made it';
  return differenceFinding('run-difference', path, { file, says }, hint);
}
