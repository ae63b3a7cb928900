import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from './host.ts';
import { papersOf } from './papers.ts';
import { runFolder } from './runs.ts';

// Letters in every state that changes how they look, of schemes and practices that are made up.

/** A scheme in which each component pays 10p a patient for the year, keeps what a plan by 30 September earns, and some wait for a report. */
export interface MadeScheme {
  readonly id?: string;
  readonly title?: string;
  readonly components?: number;
  readonly every?: 'month' | 'quarter';
  /** The component that waits for a report. */
  readonly waits?: number;
  /** Each component asks for a plan of its own. */
  readonly planEach?: boolean;
}

/** Rows of a data folder, by file, each without its header. */
export type MadeRows = Readonly<Partial<Record<keyof typeof headers, readonly string[]>>>;

const headers = {
  'practices.csv': 'practice_code,practice_name,locality',
  'list-sizes.csv': 'practice_code,as_at,patients',
  'evidence.csv': 'practice_code,evidence,component,received_on',
  'paid.csv': 'practice_code,component,period,amount,paid_on,payee_code',
  'payees.csv': 'practice_code,component,payee_code,payee_name,agreed_on',
  'decisions.csv': 'practice_code,component,decision,period,amount,decided_on,decided_by,reason',
} as const;

/** The names of components, longer and shorter, as schemes have them. */
const works = [
  'Care homes',
  'Frailty reviews and care plans',
  'Cancer screening that reaches everybody',
  'Prescribing',
];

export function componentTitle(number: number): string {
  return number <= works.length ? (works[number - 1] ?? '') : `${works[number % works.length]}, part ${number}`;
}

function schemeText({ id = 'made-up', title = 'Local Scheme', components = 4, every = 'quarter', ...how }: MadeScheme) {
  const { waits = 0, planEach = false } = how;
  return {
    language: 1,
    id,
    status: 'agreed',
    title,
    commissioner: 'NHS Somewhere',
    source: { title: 'Made up for a test' },
    term: { start: '2015-04-01', end: '2016-03-31', clause: '1' },
    periods: { every, clause: '2' },
    population: { at: '2015-04-01', clause: '3' },
    rounding: { at: 'component', clause: '4' },
    evidence: [
      {
        id: 'the-plan',
        title: 'Plan for the year',
        deadline: { kind: 'date', on: '2015-09-30' },
        ...(planEach ? { per: ['component'] } : {}),
        clause: '5',
      },
      ...(waits === 0 ? [] : [{ id: 'year-report', title: 'Report of the year', clause: '6' }]),
    ],
    schedule: { kind: 'equal', clause: '7' },
    recovery: { clause: '8' },
    leaving: { prorate: 'none', clause: '9' },
    components: Array.from({ length: components }, (_, index) => ({
      id: `work-${index + 1}`,
      title: componentTitle(index + 1),
      clause: `10.${index + 1}`,
      value: { kind: 'per-patient', pounds: '0.10', clause: '11' },
      conditions: [
        { periods: 'every', keeps: ['the-plan'], clause: '12' },
        ...(index + 1 === waits ? [{ periods: 'every', needs: ['year-report'], clause: '13' }] : []),
      ],
    })),
  };
}

/** One letter to look at: its scheme, and what is known of its practices. */
export interface MadeLetter {
  readonly schemes: readonly { readonly of?: MadeScheme; readonly rows: MadeRows }[];
  readonly contacts?: readonly string[];
  readonly words?: object;
}

/** Publishes the letters, or documents of other kinds; answers the folder. */
export async function lettersOf({ schemes, contacts = [], words }: MadeLetter, kinds = 'statements'): Promise<string> {
  const folder = emptyFolder();
  const runs: string[] = [];
  for (const [index, { of = {}, rows }] of schemes.entries()) {
    const data = join(folder, `data-${index}`);
    mkdirSync(data);
    for (const [file, header] of Object.entries(headers)) {
      const own = Object.entries(rows).find(([name]) => name === file)?.[1];
      if (own) writeFileSync(join(data, file), `${[header, ...own].join('\n')}\n`);
    }
    const scheme = join(folder, `scheme-${index}.json`);
    writeFileSync(scheme, JSON.stringify(schemeText(of)));
    const period = of.every === 'month' ? '2016-03' : 'Q4';
    runs.push(await runFolder(scheme, { period, asAt: '2016-05-01', data }));
  }
  const finance = join(folder, 'finance');
  mkdirSync(finance);
  const table = ['payee_code,name,email,address', ...contacts];
  writeFileSync(join(finance, 'contacts.csv'), `${table.join('\n')}\n`);
  writeFileSync(join(folder, 'letter.json'), JSON.stringify(words ?? {}));
  return papersOf(kinds, runs, '--finance', finance, '--letter', join(folder, 'letter.json'));
}

/** Practices of 1,000 patients, 2,000 and so on, each with its plan in time but for those in `without`. */
export function practicesOf(names: readonly string[], without: readonly number[] = []): MadeRows {
  const codes = names.map((_, index) => codeAt(index + 1));
  return {
    'practices.csv': names.map((name, index) => `${codes[index]},"${name}",`),
    'list-sizes.csv': codes.map((code, index) => `${code},2015-04-01,${(index + 1) * 1000}`),
    'evidence.csv': codes.map(
      (code, index) => `${code},the-plan,,${without.includes(index + 1) ? '2015-10-02' : '2015-09-20'}`,
    ),
  };
}

export function codeAt(number: number): string {
  return `Z${String(number).padStart(5, '0')}`;
}

/** What was paid to practices for all of the year but its last quarter, of some components. */
export function paidBefore(
  numbers: readonly number[],
  components: readonly number[],
  payee = '',
  quarters = 3,
): string[] {
  return numbers.flatMap((number) =>
    components.flatMap((component) =>
      Array.from({ length: quarters }, (_, at) => {
        const amount = (number * 25).toFixed(2);
        return `${codeAt(number)},work-${component},Q${at + 1},${amount},2015-1${at % 3}-20,${payee}`;
      }),
    ),
  );
}
