import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyFolder, folderOf, quarterday, type Told } from './host.ts';
import { netOf, post, runOfWestHampshire, threePractices } from './posted-runs.ts';

/** A channel that comes with the program. */
export function channelFile(name: string): string {
  return fileURLToPath(new URL(`../../schemes/channels/${name}.json`, import.meta.url));
}

const statusMap = fileURLToPath(new URL('../../schemes/maps/status-report.json', import.meta.url));

/** A ledger, the finance folder to pay from, and the folder around both. */
export interface Bank {
  readonly root: string;
  readonly ledger: string;
  readonly finance: string;
}

export const finance = {
  'suppliers.csv': 'payee_code,supplier,site\nZ00001,S100,MAIN\nZ00002,S200,\nZ00003,S300,\n',
  'coding.csv':
    'scheme,component,cost_centre,subjective\n,education-target,C1,52100\n,locality-plans,C1,52100\nwest-hampshire-qps-2019-20,patient-safety,C2,52100\n',
  'holidays.csv': 'date,title\n2019-12-25,Christmas Day\n',
};

/**
 * A ledger of two postings of West Hampshire. By the first Z00001 to Z00003 are paid 73,671.00, 44,202.60 and 29,468.40. By the second
 * Z00002, who was paid 99,999.00 besides, is 55,796.40 below nothing.
 */
export async function postedQuarters(): Promise<Bank> {
  const root = emptyFolder();
  const bank = { root, ledger: join(root, 'ledger'), finance: folderOf(finance) };
  const runs = join(root, 'runs');
  const first = await runOfWestHampshire(folderOf(threePractices), runs, '--ledger', bank.ledger);
  await post(first, bank.ledger);
  const paid = 'practice_code,component,period,amount,paid_on\nZ00002,patient-safety,Q2,99999.00,2019-10-01\n';
  const third = ['--period', 'Q3', '--as-at', '2020-01-15', '--ledger', bank.ledger];
  const second = await runOfWestHampshire(folderOf({ ...threePractices, 'paid.csv': paid }), runs, ...third);
  await post(second, bank.ledger, netOf(second));
  return bank;
}

/** Hands postings over by the channel with one row a payee, to be paid on 25 May 2018, unless said otherwise. */
export function handOff(
  bank: Bank,
  postings: readonly number[],
  out: string,
  ...more: readonly string[]
): Promise<Told> {
  return quarterday(handOffArgs(bank, postings, out, ...more));
}

export function handOffArgs(
  { ledger, finance, root }: Bank,
  postings: readonly number[],
  out: string,
  ...more: readonly string[]
) {
  const given = (flag: string, ...values: string[]) => (more.includes(flag) ? [] : [flag, ...values]);
  return [
    'hand-off',
    ...['--ledger', ledger, '--finance', finance, '--by', 'B. Jones', '--out', join(root, out)],
    ...['--posting', ...postings.map(String)],
    ...given('--channel', channelFile('one-row-a-payee')),
    ...given('--pay-on', '2018-05-25'),
    ...more,
  ];
}

/** Reads what the channel sent back: rows of reference, date, status and amount. */
export function settle(bank: Bank, rows: readonly string[], ...more: readonly string[]): Promise<Told> {
  return quarterday(settleArgs(bank, rows, ...more));
}

export function settleArgs({ ledger, root }: Bank, rows: readonly string[], ...more: readonly string[]): string[] {
  const folder = join(root, 'answers');
  if (!existsSync(folder)) mkdirSync(folder);
  const from = join(folder, `status-${readdirSync(folder).length + 1}.csv`);
  writeFileSync(from, ['Invoice Number,Date,Status,Amount', ...rows].map((row) => `${row}\r\n`).join(''));
  const given = (flag: string, value: string) => (more.includes(flag) ? [] : [flag, value]);
  return [
    'settle',
    '--ledger',
    ledger,
    '--from',
    from,
    '--by',
    'C. Brown',
    ...given('--map', statusMap),
    ...given('--on', '2018-06-01'),
    ...more,
  ];
}

/** The sums that are open, as `state reference open`. */
export async function openSums({ ledger }: Bank): Promise<string[]> {
  const { stdout } = await quarterday(['ledger', ledger, '--open', '--format', 'json']);
  const { sums } = JSON.parse(stdout) as { sums: { state: string; reference: string; open: string }[] };
  return sums.map(({ state, reference, open }) => `${state} ${reference} ${open}`);
}
