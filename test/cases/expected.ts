import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { rowsOf } from '../make/runs.ts';
import { expectFooting } from './footing.ts';
import { folderOfRun, type PayRun, payRun, post, type Report } from './pay-run.ts';
import { call, type Finding } from './program.ts';

/** A finding as far as a case pins it: where it is told, and texts that message, value or hint must hold. */
interface ExpectedFinding extends Partial<Pick<Finding, 'code' | 'severity' | 'file' | 'line' | 'field' | 'value'>> {
  readonly says?: readonly string[];
  /** Lines that it tells together: one as its place, the others in words. */
  readonly lines?: readonly number[];
}

/** What must be told, whatever the command. */
interface Told {
  readonly exit: number;
  readonly findings?: readonly ExpectedFinding[];
  /** All errors, as `file:line code`. */
  readonly errors?: readonly string[];
  readonly errorCount?: number;
  /** The files that errors may be in. */
  readonly onlyFiles?: readonly string[];
  /** Texts that stand in no finding. */
  readonly never?: readonly string[];
}

interface CheckStep extends Told {
  readonly command: 'check';
  readonly scheme?: string;
  readonly data: string;
}

/** A run and its rows. Lists of rows are whole, but for `withheldHas`. */
interface RunStep extends Told {
  readonly command: 'run';
  readonly scheme?: string;
  readonly data: string;
  readonly period: string;
  readonly asAt: string;
  /** Whether the run is made with the ledger of the case. */
  readonly ledger?: boolean;
  /** How the figures were worked by hand. */
  readonly working?: string;
  readonly payments?: readonly string[];
  readonly clawbacks?: readonly string[];
  readonly withheld?: readonly string[];
  readonly withheldHas?: readonly string[];
  readonly refused?: readonly string[];
  /** The worth to date of all practices. */
  readonly worth?: string;
  /** How many rows of a report give a reason that holds these texts. */
  readonly reasons?: readonly { readonly table: Report; readonly says: readonly string[]; readonly rows: number }[];
  /** A text of a warning that summary.json keeps. */
  readonly summaryWarnings?: string;
  /** The net total with which the run is posted to the ledger of the case. */
  readonly post?: string;
}

type Step = CheckStep | RunStep;

/** expected.json of a case. */
export interface Case {
  readonly about: string;
  readonly steps: readonly Step[];
}

const told = ['command', 'scheme', 'data', 'exit', 'findings', 'errors', 'errorCount', 'onlyFiles', 'never'];
const ofRuns = ['period', 'asAt', 'ledger', 'working', 'worth', 'reasons', 'summaryWarnings', 'post'];
const rows = ['payments', 'clawbacks', 'withheld', 'withheldHas', 'refused'];

/** Reads expected.json of a case; a key that no test would look at is a mistake. */
export function readCase(folder: string): Case {
  const read: Case = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  for (const step of read.steps) {
    const known = step.command === 'check' ? told : [...told, ...ofRuns, ...rows];
    expect(Object.keys(step).filter((key) => !known.includes(key))).toEqual([]);
    if (step.command !== 'run' || step.exit !== 0) continue;
    const needed = ['payments', 'clawbacks', 'refused'].filter((report) => !(report in step));
    expect(needed, 'rows that a run must say').toEqual([]);
  }
  return read;
}

/** The steps of a case that are tested apart: each by itself, but those that share the ledger one after another. */
export function stepsApart({ steps }: Case): { readonly title: string; readonly steps: readonly Step[] }[] {
  const chain = steps.filter((step) => isWithLedger(step));
  const alone = steps.filter((step) => !isWithLedger(step));
  const apart = alone.map((step) => ({ title: titleOf(step), steps: [step] }));
  return chain.length === 0 ? apart : [...apart, { title: 'one run after another, with a ledger', steps: chain }];
}

function isWithLedger(step: Step): boolean {
  return step.command === 'run' && step.ledger === true;
}

function titleOf(step: Step): string {
  const of = step.scheme === undefined ? step.data : `${step.data} under ${step.scheme}`;
  return step.command === 'check' ? `check ${of}` : `run ${of} for ${step.period} as at ${step.asAt}`;
}

/** Takes steps one after another, with one ledger, and holds what each must come to. */
export async function expectSteps(folder: string, steps: readonly Step[], ledger: string): Promise<void> {
  for (const step of steps) {
    const name = titleOf(step);
    const [scheme, data] = [join(folder, step.scheme ?? 'scheme.json'), join(folder, step.data)];
    if (step.command === 'check') {
      expectTold(await call(['check', scheme, '--data', data]), step, name);
      continue;
    }
    const { period, asAt } = step;
    const run = await payRun({ scheme, data, period, asAt, ledger: step.ledger ? ledger : undefined });
    expectTold(run, step, name);
    if (step.exit === 0) await expectRun(run, step, name);
    if (step.post !== undefined) await post(run, ledger, step.post);
  }
}

async function expectRun(run: PayRun, step: RunStep, name: string): Promise<void> {
  const folder = folderOfRun(run);
  const { payments, clawbacks, refused } = step;
  const made = { payments: run.payments, clawbacks: run.clawbacks, refused: run.refused };
  expect(made, name).toEqual({ payments, clawbacks, refused });
  if (step.withheld) expect(run.withheld, name).toEqual(step.withheld);
  if (step.withheldHas) expect(run.withheld, name).toEqual(expect.arrayContaining([...step.withheldHas]));
  for (const { table, says, rows } of step.reasons ?? []) {
    const saying = rowsOf(folder, `${table}.csv`).filter(({ reason = '' }) =>
      says.every((text) => reason.includes(text)),
    );
    expect(saying.length, `${name}: ${says.join()} in ${table}.csv`).toBe(rows);
  }
  if (step.summaryWarnings !== undefined) {
    const { warnings } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    expect(JSON.stringify(warnings), name).toContain(step.summaryWarnings);
  }
  expectFooting(folder, step.worth);
  const again = await call(['verify', folder, '--recompute']);
  expect(again.exit, `${name}: verify --recompute`).toBe(0);
}

/** Holds the exit code and the findings. */
function expectTold(made: { readonly exit: number; readonly findings: readonly Finding[] }, step: Told, name: string) {
  const found = made.findings.map((each) => ({ ...each, file: each.file?.replace(/^.*[\\/]/, '') ?? null }));
  expect(made.exit, `${name}: ${JSON.stringify(found)}`).toBe(step.exit);
  const errors = found.filter(({ severity }) => severity === 'error');
  for (const expected of step.findings ?? []) {
    const matching = found.filter((each) => isAs(each, expected));
    expect(matching.length, `${name}: ${JSON.stringify(expected)} among ${JSON.stringify(found)}`).toBeGreaterThan(0);
  }
  if (step.errors)
    expect(
      errors.map(({ file, line, code }) => `${file}:${line} ${code}`),
      name,
    ).toEqual(step.errors);
  if (step.errorCount !== undefined) expect(errors.length, `${name}: ${JSON.stringify(errors)}`).toBe(step.errorCount);
  if (step.onlyFiles) expect([...new Set(errors.map(({ file }) => file))], name).toEqual(step.onlyFiles);
  for (const text of step.never ?? []) expect(JSON.stringify(found), name).not.toContain(text);
}

function isAs(found: Finding, { says = [], lines = [], ...place }: ExpectedFinding): boolean {
  const words = [found.message, found.value, found.hint].join(' ');
  const numbers = new Set([found.line, ...(words.match(/\b\d+\b/g) ?? []).map(Number)]);
  return (
    Object.entries(place).every(([key, value]) => Object.entries(found).some(([k, v]) => k === key && v === value)) &&
    says.every((text) => words.includes(text)) &&
    lines.every((line) => numbers.has(line)) &&
    (lines.length === 0 || (found.line !== null && lines.includes(found.line)))
  );
}
