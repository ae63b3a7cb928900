import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { sumPence } from '../../domain/money/money.ts';
import type { ManifestInput } from '../../record/run-folder/manifest.ts';
import { ClaimCauses, turningOnEvents } from '../../report/diff/claim-causes.ts';
import { diffData } from '../../report/diff/diff-data.ts';
import { diffText } from '../../report/diff/diff-text.ts';
import {
  type ComparedRun,
  causesOf,
  type PracticeChange,
  type RunComparison,
  repeatedIn,
} from '../../report/diff/difference.ts';
import { lineChanges } from '../../report/diff/line-changes.ts';
import { practiceCauses } from '../../report/diff/practice-causes.ts';
import { runCauses, sharedCauses, sharedClaimCauses, successionCauses } from '../../report/diff/run-causes.ts';
import { isOfWords, saySchemeChange, schemeChanges } from '../../report/diff/scheme-changes.ts';
import { runsInOneCurrency } from '../../run/ledger/currencies.ts';
import { openRunToRead, type RunToRead } from '../../run/recorded/recorded-run.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { DiffRequest } from '../request.ts';
import { type DiffInputs, readDiffInputs, readSchemeJson } from './diff-inputs.ts';
import { type PracticeReports, readReports } from './diff-reports.ts';

/** A practice whose rows differ in these reports, but not its amounts. */
type SameAmounts = Pick<PracticeReports, 'code' | 'differing'>;

type ChangedLines = Pick<PracticeChange, 'code' | 'lines'>;

/** Says what changed between two runs of a scheme, and why. */
export async function diffRuns(request: DiffRequest, _host: Host, terminal: Terminal): Promise<void> {
  const before = await openRunToRead(request.before, terminal.findings);
  const after = await openRunToRead(request.after, terminal.findings);
  if (!before || !after) return;
  if (before.manifest.scheme !== after.manifest.scheme) return terminal.findings.note(schemesDiffer(before, after));
  const [was, is] = [before.source.schemeFile.scheme, after.source.schemeFile.scheme];
  terminal.findings.noteAll(runsInOneCurrency(was.words, is.words, after.path, 'compared'));
  if (terminal.findings.forbid) return;
  const difference = await compare(before, after, terminal);
  if (!difference || terminal.findings.forbid) return;
  if (difference.practices.length > 0) terminal.differs();
  if (terminal.format === 'json') terminal.printJson(diffData(difference));
  else terminal.print(diffText(difference, terminal.paint));
}

async function compare(before: RunToRead, after: RunToRead, terminal: Terminal): Promise<RunComparison | null> {
  const was = await readDiffInputs(before, terminal);
  const is = await readDiffInputs(after, terminal);
  if (terminal.findings.forbid) return null;
  const codes = [...new Set([...codesOf(was), ...codesOf(is)])].sort();
  const { changes, sameAmounts } = await compareAmounts(before, after, codes, terminal);
  if (terminal.findings.forbid) return null;
  const scheme = schemeChanges(readSchemeJson(before), readSchemeJson(after));
  const practices = await withCauses(changes, was, is, terminal);
  const [first, second] = [comparedRun(before), comparedRun(after)];
  const lines = changes.flatMap((change) => change.lines);
  return {
    scheme: after.source.schemeFile.scheme,
    before: first,
    after: second,
    forAll: [...runCauses(first, second, scheme), ...successionCauses(was.facts, is.facts)],
    practices,
    repeated: repeatedIn(lines, second),
    compared: codes.length,
    otherwise: [
      ...scheme.filter(isOfWords).map(saySchemeChange),
      ...otherInputs(before, after, practices),
      ...otherReports(sameAmounts),
    ],
  };
}

interface Compared {
  readonly changes: readonly ChangedLines[];
  readonly sameAmounts: readonly SameAmounts[];
}

async function compareAmounts(
  before: RunToRead,
  after: RunToRead,
  codes: readonly string[],
  terminal: Terminal,
): Promise<Compared> {
  const changes: ChangedLines[] = [];
  const sameAmounts: SameAmounts[] = [];
  for await (const { code, differing, ...rows } of readReports(before, after, codes, terminal)) {
    const lines = lineChanges(rows.before, rows.after);
    if (lines.length > 0) changes.push({ code, lines });
    else sameAmounts.push({ code, differing });
  }
  return { changes, sameAmounts };
}

async function withCauses(
  changes: readonly ChangedLines[],
  was: DiffInputs,
  is: DiffInputs,
  terminal: Terminal,
): Promise<PracticeChange[]> {
  const claims = await claimCauses(changes, was, is, terminal);
  const claimed = was.claimsSum === is.claimsSum ? [] : sharedClaimCauses([was.facts.scheme, is.facts.scheme]);
  const pools = [...sharedCauses(was.facts, is.facts), ...claimed];
  const names = new Map([...namesOf(was), ...namesOf(is)]);
  const asAt = { before: was.facts.asAt, after: is.facts.asAt };
  return changes.map(({ code, lines }) => {
    const own = [...practiceCauses(code, was.facts, is.facts), ...claims.causes(code, asAt), ...pools];
    return { code, name: names.get(code) ?? '', lines, causes: causesOf(lines, own) };
  });
}

function codesOf({ facts }: DiffInputs): string[] {
  return facts.facts.practices.map(({ code }) => code);
}

function namesOf({ facts }: DiffInputs): [string, string][] {
  return facts.facts.practices.map(({ code, name }) => [code, name]);
}

/** The claims of those practices in which something that is paid by the event changed. */
async function claimCauses(
  changes: readonly ChangedLines[],
  was: DiffInputs,
  is: DiffInputs,
  terminal: Terminal,
): Promise<ClaimCauses> {
  const schemes = [was.facts.scheme, is.facts.scheme] as const;
  const events = turningOnEvents(schemes);
  const concerned = changes.filter(({ lines }) => lines.some(({ component }) => events.includes(component)));
  const causes = new ClaimCauses(
    concerned.map(({ code }) => code),
    schemes,
  );
  const isSame = was.claimsSum === is.claimsSum && was.facts.asAt === is.facts.asAt;
  if (concerned.length === 0 || isSame) return causes;
  await was.readClaims((code, claim) => causes.take('before', code, claim), terminal);
  await is.readClaims((code, claim) => causes.take('after', code, claim), terminal);
  return causes;
}

function comparedRun({ runId, manifest, source }: RunToRead): ComparedRun {
  const { period, asAt, newestPosting, controls } = manifest;
  const { entitlement, alreadyPaid, payments, clawbacks, net } = controls;
  return {
    runId,
    period,
    asAt,
    ledgerSerial: newestPosting?.serial ?? null,
    posted: sumPence((source.ledger?.rows ?? []).map(({ amount }) => amount)),
    totals: { entitlement, alreadyPaid, payments, clawbacksDue: clawbacks.due, net },
  };
}

/** Inputs that are not the same bytes, where that is not told already. */
function otherInputs(before: RunToRead, after: RunToRead, practices: readonly PracticeChange[]): string[] {
  const [was, is] = [before, after].map(({ manifest }) => new Map(manifest.inputs.map((each) => [each.file, each])));
  const told = new Set(practices.flatMap(({ causes }) => causes.map(({ file }) => file)));
  const files = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
  return files
    .filter((file) => file !== 'scheme.json' && !told.has(file))
    .flatMap((file) => sayInput(file, was?.get(file), is?.get(file)));
}

function sayInput(file: string, was: ManifestInput | undefined, is: ManifestInput | undefined): string[] {
  if (!was || !is) return [was ? `${file} is no longer there` : `${file} was not there before`];
  return isDeepStrictEqual(was, is) ? [] : [`${file} is another file, which changes no amount`];
}

/** Rows that are not the same although the amounts are. */
function otherReports(practices: readonly SameAmounts[]): string[] {
  const files = [...new Set(practices.flatMap(({ differing }) => differing))].sort();
  return files.map((file) => {
    const codes = practices.filter(({ differing }) => differing.includes(file)).map(({ code }) => code);
    const more = codes.length > 5 ? ` and ${codes.length - 5} more` : '';
    return `${file} has other words for ${codes.slice(0, 5).join(', ')}${more}, with the same amounts`;
  });
}

function schemesDiffer(before: RunToRead, after: RunToRead): Finding {
  const message = `the first run is of ${before.manifest.scheme}, the second of another scheme`;
  return finding(
    'schemes-differ',
    { field: 'RUN' },
    { message, value: after.manifest.scheme, hint: `give two runs of ${before.manifest.scheme}` },
  );
}
