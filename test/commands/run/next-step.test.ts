import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../src/commands/run/next-step.ts';

describe('nextStep', () => {
  it('of a run folder leads to the letters, the ledger and the bank', () => {
    expect(nextStep({ folder: '/out/q 2/x' }, './ledger')).toBe(
      [
        'Next: read withheld.csv and clawbacks.csv in the run folder, and check the net total. Then:',
        '  quarterday publish "/out/q 2/x" --ledger ./ledger --out DIR',
        '  quarterday post "/out/q 2/x" --ledger ./ledger --approved-by NAME --confirm-total NET',
        'The first makes the report and the letters, the second records it as paid; quarterday hand-off makes the file that pays it.',
      ].join('\n'),
    );
  });

  it('leaves the ledger to be named where the run was made without one', () => {
    expect(nextStep({ folder: '/out/x' }, null)).toContain(
      '\n  quarterday publish /out/x --out DIR\n  quarterday post /out/x --ledger DIR --approved-by NAME',
    );
  });

  it('of a rehearsal is to write the folder', () => {
    expect(nextStep('rehearsal', './ledger')).toBe(
      'Next: nothing was written; to write the run folder, add --out DIR.',
    );
  });
});
