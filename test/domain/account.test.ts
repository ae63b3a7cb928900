import { expect, it } from 'vitest';
import { type Clawback, settledAmount } from '../../src/domain/account.ts';
import { noPence, pence } from '../../src/domain/money/money.ts';

it('comes to what is paid or kept for a later run, and less than nothing for what is taken back', () => {
  const part = (amount: number): Clawback => {
    return { payeeCode: 'A', amount: pence(amount), status: 'due', reason: '', says: '', clause: '' };
  };
  expect([
    settledAmount({ kind: 'settled' }),
    settledAmount({ kind: 'payment', amount: pence(1250) }),
    settledAmount({ kind: 'carried', amount: pence(45) }),
    settledAmount({ kind: 'clawback', parts: [part(1000), part(205)], byPlan: noPence }),
  ]).toEqual([0n, 1250n, 45n, -1205n]);
});
