import { always, orBlank, type TableTold } from './table.ts';

// What publish writes as CSV.

export const recoveriesTable = {
  file: 'recoveries.csv',
  holds: 'a sum that is to come back, of whom, since when, and what of it is taken',
  columns: [
    always('practice_code', 'id', 'the practice'),
    always('payee_code', 'id', 'who had the money'),
    always('component', 'id', 'the component of the scheme'),
    always('period', 'id', 'the payment period of the scheme'),
    always('cause', 'words', 'why it is not earned, and what is said of taking it back'),
    always('amount', 'amount', 'what comes back in all'),
    always(
      'status',
      ['due', 'deferred', 'proposed', 'taken'],
      'due is taken by the run; deferred and proposed wait; taken was, in earlier runs',
    ),
    orBlank('since_run', 'sha256', 'the run that first asked for it; blank where no ledger was asked'),
    orBlank('decided_by', 'words', 'who decided that it comes back'),
    orBlank('plan', 'words', 'the plans by which it comes back'),
    always('taken', 'amount', 'what of it was taken so far'),
    always('left', 'amount', 'what of it is left'),
  ],
} as const satisfies TableTold;

export const statementsIndexTable = {
  file: 'statements/index.csv',
  holds: 'what the letter to a payee says for a practice',
  columns: [
    always('practice_code', 'id', 'the practice'),
    always('payee_code', 'id', 'the payee'),
    always('file', 'id', 'the letter'),
    always('sha256', 'sha256', 'its SHA-256'),
    always('payments', 'amount', 'what is paid'),
    always('clawbacks', 'amount', 'what is taken back'),
    always('net', 'amount', 'payments less clawbacks'),
    orBlank('reference', 'id', 'the payment reference, once the run is posted'),
  ],
} as const satisfies TableTold;
