import { type Finding, finding } from '../domain/findings/finding.ts';
import { differenceFinding } from './ledger-findings.ts';

/** What is wrong with a file of a run folder. */
export function notARun(file: string, why: string): Finding {
  const hint = 'see what verify says of the folder, and use one as run has made it';
  return finding('not-a-run', { file }, { message: `the file ${why}`, hint });
}

/** A file of a run folder that is not what its inputs make of it. */
export function notAsMade(path: string, file: string, says: string): Finding {
  const hint = 'see what verify --recompute says of the folder; another version of the program may have made it';
  return differenceFinding('run-difference', path, { file, says }, hint);
}
