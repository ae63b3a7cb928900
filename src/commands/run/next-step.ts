import type { RunPlace } from '../../report/run-text/run-text.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';

/** What an analyst does after a run, as commands to copy. */
export function nextStep(place: RunPlace, ledger: string | null): string {
  if (place === 'rehearsal') return 'Next: nothing was written; to write the run folder, add --out DIR.';
  const folder = shellQuoted(place.folder);
  const into = ledger === null ? 'DIR' : shellQuoted(ledger);
  return [
    'Next: read withheld.csv and clawbacks.csv in the run folder, and check the net total. Then:',
    `  quarterday publish ${folder}${ledger === null ? '' : ` --ledger ${into}`} --out DIR`,
    `  quarterday post ${folder} --ledger ${into} --approved-by NAME --confirm-total NET`,
    'The first makes the report and the letters, the second records it as paid; quarterday hand-off makes the file that pays it.',
  ].join('\n');
}
