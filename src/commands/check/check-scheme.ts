import { calculate } from '../../calculate/calculate.ts';
import { openClaimJudge } from '../../calculate/claims/claim-judge.ts';
import { openRowSources } from '../../data/files/row-sources.ts';
import type { Clawback } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { Example, Scheme } from '../../domain/scheme/scheme.ts';
import { visible } from '../../domain/words/visible.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { checkData } from '../../run/check-data.ts';
import { pathMistake } from '../../run/paths.ts';
import { openScheme } from '../../run/scheme-file.ts';
import { figureChecks, writtenChecks } from '../../scheme/checks/checks.ts';
import { eventBlock, untestedBlocks } from '../../scheme/example-coverage.ts';
import { type ExampleEntitlement, exampleFacts, judgeExample } from '../../scheme/examples.ts';
import type { Host } from '../../terminal/host.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { CheckRequest } from '../request.ts';

/** Proves a scheme: its checks, its worked examples to the penny, and, where one is given, a data folder against it. */
export async function checkScheme(request: CheckRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const source = openScheme(request.scheme, host, terminal);
  if (!source) return;
  const { scheme } = source;
  const reached = new Set<object>();
  for (const example of scheme.examples) {
    findings.noteAll(exampleFindings(scheme, example, source.name, (block) => reached.add(block)));
  }
  findings.noteAll(untestedBlocks(scheme, reached, source.name));
  if (request.data !== null) await checkFolder(scheme, request.data, request.encoding, host, terminal);
  if (!findings.forbid) tellProof(scheme, request, terminal);
}

/** Works out an example as a run, for the last period unless it says, and holds it against what it must come to. */
function exampleFindings(scheme: Scheme, example: Example, file: string, reached: (block: object) => void): Finding[] {
  const period = example.run?.period ?? scheme.periods.at(-1);
  if (!period) throw new Error(`${scheme.id} has no period`);
  const { facts, claims, asAt } = exampleFacts(scheme, example);
  const judge = openClaimJudge(scheme, facts, asAt);
  const claimsOf = (practice: number) => claims.filter((claim) => claim.practice === practice);
  for (const practice of facts.practices.keys()) judge.look?.(practice, claimsOf(practice));
  for (const practice of facts.practices.keys()) {
    const own = claimsOf(practice);
    for (const [index, verdict] of judge.judge(practice, own).entries()) {
      if (typeof verdict === 'object' && verdict.code === 'over-cap') reached(eventBlock(scheme, at(own, index).event));
    }
  }
  const { value: calculation, findings } = calculate(scheme, facts, { period, asAt, claims: judge.counted, reached });
  if (!calculation) return findings.map((finding) => ({ ...finding, file }));
  const entitlements: ExampleEntitlement[] = [...calculation.accounts()].flatMap(({ lines }, practice) =>
    lines.flatMap(({ component, steps: termSteps, positions }) =>
      positions.map(({ period, entitlement, settlement, unpaid, steps }) => ({
        practice,
        component: component.id,
        period: period.id,
        entitlement,
        payment: settlement.kind === 'payment' ? settlement.amount : noPence,
        clawback: settlement.kind === 'clawback' ? clawedBack(settlement.parts) : noPence,
        unpaid,
        termSteps,
        steps: steps.filter(({ step }) => step !== 'entitlement' && step !== 'set-off' && step !== 'settlement'),
      })),
    ),
  );
  return judgeExample(example, entitlements);
}

/** What comes back, now or later. */
function clawedBack(parts: readonly Clawback[]): Pence {
  return sumPence(parts.filter(({ status }) => status !== 'waived').map(({ amount }) => amount));
}

async function checkFolder(
  scheme: Scheme,
  data: string,
  encoding: CheckRequest['encoding'],
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const mistake = pathMistake(data, 'folder', '--data');
  if (mistake) {
    terminal.findings.note(mistake);
    return;
  }
  terminal.findings.nameSources(openRowSources(data));
  const scratch = new ScratchFolder(host.temporary);
  try {
    await checkData(scheme, { data, encoding }, scratch, terminal);
  } finally {
    const left = scratch.remove();
    if (left !== null) terminal.stands(`The temporary folder ${left} could not be removed.`);
  }
}

function tellProof(scheme: Scheme, { scheme: named, data }: CheckRequest, terminal: Terminal): void {
  const { id, status, examples, headlines, toBeConfirmed } = scheme;
  const checks = writtenChecks.length + figureChecks.length;
  if (terminal.format === 'json') {
    const proved = { checks, examples: examples.length, headlines: headlines.length };
    terminal.printJson({ scheme: id, status, ...proved, to_be_confirmed: toBeConfirmed.length, data });
    return;
  }
  const { paint } = terminal;
  const proved = [
    count(checks, 'check', 'checks'),
    `${count(examples.length, 'example', 'examples')} to the penny`,
    `${count(headlines.length, 'headline figure ties', 'headline figures tie')}`,
  ];
  terminal.print(`${paint.good('good')} ${visible(id)}: ${proved.join(', ')}\n`);
  if (data !== null) terminal.print(`${paint.good('good')} ${visible(data)}: every file can be read for this scheme\n`);
  if (status === 'draft')
    terminal.print(
      toBeConfirmed.length === 0
        ? 'A draft: no run pays it until its status is "agreed".\n'
        : `A draft: ${count(toBeConfirmed.length, 'value', 'values')} to be confirmed.\n`,
    );
  terminal.next(nextStep(status, named, data));
}

/** The scheme goes by the name that was typed: an id that comes with the program, or a path. */
function nextStep(status: Scheme['status'], named: string, data: string | null): string {
  if (status === 'draft')
    return `Next: quarterday show ${shellQuoted(named)} says what it pays, and what is to be confirmed.`;
  if (data === null) return `Next: quarterday template ${shellQuoted(named)} --out DIR makes a data folder to fill in.`;
  return `Next: quarterday run ${shellQuoted(named)} --period ID --as-at DATE --data ${shellQuoted(data)}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
