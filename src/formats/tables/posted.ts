import { always, type TableTold } from './table.ts';

export const postedTable = {
  file: 'posted.csv',
  holds: 'a line that the ledger held for the scheme when the run was made',
  columns: [
    always('serial', 'whole', 'the posting'),
    always('as_at', 'day', 'the as-at day of the run that was posted'),
    always('practice_code', 'id', 'the practice'),
    always('payee_code', 'id', 'who was paid, or gave back'),
    always('component', 'id', 'the component of the scheme'),
    always('period', 'id', 'the payment period of the scheme'),
    always('amount', 'amount', 'what was paid; below zero for what was taken back'),
  ],
} as const satisfies TableTold;
