import type { ClawbackStatus } from '../../../domain/account.ts';
import { addPence, noPence, type Pence, subtractPence } from '../../../domain/money/money.ts';
import type { Gathered, RunGathered } from '../gather/gathered.ts';

/** What all runs of a publication come to together. */
export interface AllRuns {
  readonly could: Pence;
  readonly earned: Pence;
  readonly notEarned: Pence;
  readonly open: Pence;
  readonly paidBefore: Pence;
  readonly payments: Pence;
  readonly paymentLines: number;
  readonly clawbacks: Readonly<Record<ClawbackStatus, Pence>>;
  readonly recoveryLines: number;
  readonly net: Pence;
  readonly carried: Pence;
}

export function allRuns({ runs }: Gathered): AllRuns {
  const over = (of: (run: RunGathered) => Pence) => runs.map(of).reduce(addPence, noPence);
  const lines = (of: (run: RunGathered) => number) => runs.map(of).reduce((a, b) => a + b, 0);
  const back = (status: ClawbackStatus) => over(({ run }) => run.controls.clawbacks[status]);
  const could = over((run) => run.could);
  const earned = over(({ run }) => run.controls.entitlement);
  return {
    could,
    earned,
    notEarned: subtractPence(could, earned),
    open: over(({ losses }) => losses.get('open') ?? noPence),
    paidBefore: over(({ run }) => run.controls.alreadyPaid),
    payments: over(({ run }) => run.controls.payments),
    paymentLines: lines(({ run }) => run.totals.all.payments.lines),
    clawbacks: { due: back('due'), deferred: back('deferred'), proposed: back('proposed'), waived: back('waived') },
    recoveryLines: lines(({ run }) => run.totals.all.clawbacks.due.lines),
    net: over(({ run }) => run.controls.net),
    carried: over(({ run }) => run.totals.all.carried.amount),
  };
}
