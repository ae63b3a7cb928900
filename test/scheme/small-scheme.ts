import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { readScheme } from '../../src/scheme/read.ts';

/** A scheme with a little of everything, as a person would write it. Tests change one thing in it and see what is said. */
const small = {
  language: 1,
  id: 'small',
  title: 'A small scheme',
  commissioner: 'Nowhere CCG',
  status: 'agreed',
  source: { title: 'A small paper' },
  term: { start: '2020-04-01', end: '2021-03-31', clause: '1' },
  periods: [
    { id: 'H1', title: 'First half', start: '2020-04-01', end: '2020-09-30', clause: '1' },
    { id: 'H2', title: 'Second half', start: '2020-10-01', end: '2021-03-31', clause: '1' },
  ],
  population: { at: '2020-04-01', clause: '2' },
  rounding: { at: 'component', clause: '2' },
  evidence: [
    { id: 'plan', title: 'The plan', deadline: { kind: 'date', on: '2020-06-30' }, clause: '3' },
    { id: 'sheet', title: 'The sheet', deadline: { kind: 'claim-window' }, per: ['period'], clause: '3' },
  ],
  measures: [{ id: 'checked', title: 'Checked', numerator: 'patients checked', denominator: 'patients', clause: '4' }],
  schedule: { kind: 'shares', shares: { H1: '1/2', H2: '50%' }, clause: '2' },
  conditions: [{ periods: 'every', needs: ['sheet'], keeps: ['plan'], clause: '3' }],
  recovery: { takenFrom: 'H2', clause: '5' },
  claimWindow: { kind: 'end-of-next-period', clause: '5' },
  leaving: { notice: { days: 28 }, prorate: 'days', clause: '6' },
  components: [
    {
      id: 'rate',
      title: 'By the patient',
      clause: '4',
      value: { kind: 'per-patient', pounds: '0.50', clause: '4' },
      adjustments: [{ id: 'less', title: 'A tenth less', kind: 'reduce', by: '10%', clause: '4' }],
    },
    {
      id: 'meetings',
      title: 'By the meeting',
      clause: '4',
      value: { kind: 'per-event', pounds: '250', event: 'meeting', atMost: 4, clause: '4' },
    },
    { id: 'pot', title: 'From the pot', clause: '4', value: { kind: 'pool', pounds: '1000', clause: '4' } },
    {
      group: 'The tree',
      level: 'Outcome',
      clause: '7',
      value: { kind: 'fixed', pounds: '100', clause: '7' },
      components: [
        { id: 'calls', title: 'Calls', clause: '7', share: '25%' },
        {
          id: 'checks',
          title: 'Checks',
          clause: '7',
          share: '3/4',
          achievement: {
            kind: 'measured',
            measure: 'checked',
            direction: 'higher-is-better',
            scale: { kind: 'linear', from: '40%', to: '80%' },
            zeroDenominator: '0%',
            clause: '7',
          },
        },
      ],
    },
  ],
  assumptions: [{ clause: '8', reading: 'A reading.' }],
  headlines: [{ kind: 'most', title: 'Meetings', pounds: '1000', components: ['meetings'], clause: '4' }],
  examples: [
    {
      title: 'One practice',
      clause: '4',
      practices: [{ name: 'one', patients: '1000', events: [{ event: 'meeting', period: 'H1', count: 2 }] }],
      expect: [{ component: 'meetings', pounds: '500.00' }],
    },
  ],
};

/** Where in the scheme, and what it becomes; nothing takes it out. */
export type Change = readonly [path: string, becomes?: unknown];

/** The text of the small scheme with changes made to it. */
export function smallScheme(...changes: readonly Change[]): string {
  const scheme: unknown = structuredClone(small);
  for (const [path, becomes] of changes) change(scheme, path.split('.'), structuredClone(becomes));
  return JSON.stringify(scheme, null, 2);
}

/** The small scheme with changes made to it, which leave it sound. */
export function schemeOf(...changes: readonly Change[]): Scheme {
  const { value, findings } = readScheme(smallScheme(...changes), 'small.json');
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

/** What is said of the small scheme with changes made to it, each finding in a few lines. */
export function said(...changes: readonly Change[]): string {
  return saidOf(smallScheme(...changes));
}

/** What is said of a text, each finding in a few lines. */
export function saidOf(text: string): string {
  const lines = readScheme(text, 'small.json').findings.map(
    ({ code, severity, file, line, column, field, value, message, hint }) =>
      `${severity} ${code} at ${file}:${line}:${column} ${field ?? '-'} [${value ?? '-'}]\n  ${message}\n  ${hint}`,
  );
  return lines.join('\n');
}

function change(within: unknown, [step, ...rest]: readonly string[], becomes: unknown): void {
  if (typeof within !== 'object' || within === null || step === undefined) throw new Error('no such place');
  if (rest.length > 0) change(Reflect.get(within, step), rest, becomes);
  else if (becomes === undefined) Reflect.deleteProperty(within, step);
  else Reflect.set(within, step, becomes);
}
