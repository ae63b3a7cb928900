import type { PracticeAccount } from '../../domain/account.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { addPence, formatPounds, noPence, type Pence } from '../../domain/money/money.ts';
import type { Words } from '../../domain/words/words.ts';

/** Tells where money comes back from somebody else than whoever is paid today: once for each component and payee. */
export function payeeChanges(words: Words, { practice, lines }: PracticeAccount): Finding[] {
  return lines.flatMap(({ component, payeeCode: today, positions }) => {
    const asked = new Map<string, Pence>();
    for (const { settlement } of positions) {
      if (settlement.kind !== 'clawback') continue;
      for (const { payeeCode, status, amount } of settlement.parts) {
        if (payeeCode === today || status === 'waived') continue;
        asked.set(payeeCode, addPence(asked.get(payeeCode) ?? noPence, amount));
      }
    }
    return [...asked].map(([had, sum]) =>
      finding(
        'payee-changed',
        { file: 'payees.csv', field: 'payee_code' },
        {
          message: `${formatPounds(words, sum)} of ${component.id} comes back from ${had}, who had the money for ${practice.code}; who is paid today is ${today}`,
          value: today,
          hint: `ask ${had} for it; what ${had} has handed on to ${today} is between the two`,
        },
      ),
    );
  });
}
