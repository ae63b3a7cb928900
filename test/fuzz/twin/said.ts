import { penceOf } from './fraction.ts';
import type { Row } from './written.ts';

/** The reasons for which what was worth to date is not paid. */
const reasons = ['withheld', 'forfeited', 'proportion', 'below-nothing', 'set-off', 'carried'];

/** Those for which it was not worth more. */
const before = ['achievement', 'before-joining', 'prorated', 'left', 'all-or-nothing'];

/** What the reports of a run say, in the lines of the second evaluator; of some components also why they are not worth more. */
export function said(
  reports: ReadonlyMap<string, readonly Row[]>,
  tellsWhatIsLost: (component: string) => boolean = () => false,
): string[] {
  const rows = (name: string) => reports.get(name) ?? [];
  const line = ({ practice_code, component, period }: Row) => `${practice_code} ${component} ${period}`;
  return [
    ...rows('workings.csv')
      .filter(({ step }) => step === 'entitlement')
      .map((row) => `${line(row)} entitlement ${penceOf(row.rounded ?? '')}`),
    ...rows('payments.csv').map((row) => `${line(row)} payment ${row.payee_code} ${penceOf(row.amount ?? '')}`),
    ...rows('clawbacks.csv').map((row) => `${line(row)} ${row.status} ${row.payee_code} ${penceOf(row.amount ?? '')}`),
    ...rows('withheld.csv')
      .filter(({ status = '', component = '', amount = '' }) => {
        const isLost = before.includes(status) && tellsWhatIsLost(component) && penceOf(amount) !== 0n;
        return reasons.includes(status) || isLost;
      })
      // Told without a sum: it counts as nothing.
      .filter(({ status, amount = '' }) => status !== 'below-nothing' || penceOf(amount) !== 0n)
      .map((row) => `${line(row)} unpaid ${row.status} ${penceOf(row.amount ?? '')}`),
    ...rows('refused.csv').map(({ practice_code, line: at, code }) => `${practice_code} refused ${at} ${code}`),
  ].sort();
}
