import { always, orBlank, type TableTold } from './table.ts';

// What accrue and hand-off write, in a layout of ours; the file of a channel and its journal have that of the channel.

export const accrualsTable = {
  file: 'accruals.csv',
  holds: 'what a component comes to at the end of a month; nothing is netted',
  columns: [
    always('scheme', 'id', 'the scheme'),
    always('component', 'id', 'the component of the scheme'),
    always('earned', 'amount', 'what was earned by the day'),
    always('waiting', 'amount', 'of that, what still waits for something'),
    orBlank('expected', 'amount', 'what is expected besides; blank, as nobody assumes anything here'),
    always('posted', 'amount', 'what was posted by the day'),
    always('creditor', 'amount', 'earned beyond what is posted'),
    always('prepaid', 'amount', 'posted beyond what is earned'),
    always('debtor', 'amount', 'recoveries due or decided'),
    always('last', 'amount', 'creditor less prepaid and debtor, the last time'),
    always('movement', 'amount', 'how that moved'),
  ],
} as const satisfies TableTold;

export const toRecoverTable = {
  file: 'to-recover.csv',
  holds: 'what a payee below zero is to give back of a component',
  columns: [
    always('payee_code', 'id', 'the payee'),
    always('posting', 'whole', 'the posting'),
    always('component', 'id', 'the component of the scheme'),
    always('amount', 'amount', 'what is to be given back; the rows of a reference add up to it'),
    always('reference', 'id', 'the reference of the sum'),
    always('action', ['set-off', 'invoice'], 'set-off where the payee is paid by the same hand-off, else invoice'),
  ],
} as const satisfies TableTold;
