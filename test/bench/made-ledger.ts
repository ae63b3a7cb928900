import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../src/domain/day.ts';
import { noPence, pence } from '../../src/domain/money/money.ts';
import { postingName } from '../../src/record/ledger/names.ts';
import { type Posting, postingText } from '../../src/record/ledger/posting.ts';

/** A ledger of so many postings, each of a penny to every practice, and every second of one taken back. */
export function makeLedger(folder: string, codes: readonly string[], postings: number): void {
  mkdirSync(folder, { recursive: true });
  let previous: string | null = null;
  for (let serial = 1; serial <= postings; serial += 1) {
    const run = sha256(`run ${serial}`);
    const text = postingText(postingOf(codes, serial, run, previous));
    writeFileSync(join(folder, postingName(serial, run)), text);
    previous = sha256(text);
  }
}

function postingOf(codes: readonly string[], serial: number, run: string, previous: string | null): Posting {
  const amount = pence(serial % 2 === 1 ? 1 : -1);
  const total = pence(BigInt(codes.length));
  const [paid, recovered] = serial % 2 === 1 ? [total, noPence] : [noPence, total];
  return {
    serial,
    previous,
    run,
    schemeSha256: 'f00d'.repeat(16),
    scheme: 'cambridgeshire-qef-2017-18',
    period: 'first',
    asAt: day('2017-08-31'),
    controls: {
      practices: codes.length,
      entitlement: paid,
      alreadyPaid: recovered,
      payments: paid,
      clawbacks: { due: recovered, deferred: noPence, proposed: noPence, waived: noPence },
      net: pence(paid - recovered),
      notPaid: noPence,
      paidAhead: noPence,
      rows: {},
    },
    approvedBy: 'Made up',
    postedAt: '2017-09-01T09:00:00.000Z',
    lines: codes.map((code) => ({
      practice: code,
      payee: code,
      component: 'engagement',
      period: 'first',
      amount,
    })),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
