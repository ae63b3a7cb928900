import { join } from 'node:path';
import { readInput } from '../../data/files/input.ts';
import { readFinanceFolder } from '../../data/finance/finance-folder.ts';
import { type PriorAccrual, readPriorAccruals } from '../../data/finance/prior-accruals.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import { codingOf, type FinanceFolder } from '../../domain/finance.ts';
import { type Finding, finding, type MadeFinding } from '../../domain/findings/finding.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { type Accrual, accrualsOf } from '../../finance/accruals/accruals.ts';
import { accrualsText, besideLast } from '../../finance/accruals/accruals-file.ts';
import { journalRows } from '../../finance/accruals/journal.ts';
import type { Channel } from '../../finance/channel/grammar.ts';
import { readChannel } from '../../finance/channel/read-channel.ts';
import { channelText } from '../../finance/hand-off/channel-file.ts';
import type { SumRow } from '../../finance/hand-off/rows.ts';
import { isFree, writeNewFolder } from '../../record/files/new-folder.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { newFolderMistake, pathMistake, targetExists } from '../../run/given/paths.ts';
import { openScheme } from '../../run/given/scheme-file.ts';
import { channelPaysIn } from '../../run/ledger/currencies.ts';
import { ledgerInput, readLedgerFor } from '../../run/ledger/ledger-input.ts';
import { draftFindings, folderMistakes } from '../../run/run-readiness.ts';
import type { AskedSource } from '../../run/run-source.ts';
import { prepareRun, readRun } from '../../run/work-out-run.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { AccrueRequest } from '../request.ts';
import { tellAccruals } from './accruals-text.ts';

/** What a journal is made with, beside the figures. */
interface Means {
  readonly channel: Channel;
  readonly finance: FinanceFolder;
  readonly prior: readonly PriorAccrual[];
}

/**
 * Writes what a scheme comes to at the end of a month, and the journal of it. The figures are those of a run for the period in which the
 * day lies, as at that day, over what was posted by then. Where anything is wrong, all of it is told and nothing is written.
 */
export async function makeAccruals(request: AccrueRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  findings.noteAll(lineMistakes(request));
  const schemeFile = openScheme(request.scheme, host, terminal);
  if (!schemeFile || findings.forbid) return;
  const { scheme } = schemeFile;
  findings.noteAll(draftFindings(scheme, schemeFile.name));
  const period = periodAt(scheme, request.asAt);
  if (period === null) findings.note(beforeTheTerm(scheme, request.asAt));
  const means = await readMeans(scheme, request, terminal);
  const ledger = readLedgerFor(scheme, request.ledger, terminal);
  if (means) findings.noteAll(channelPaysIn(means.channel.currency, scheme.words.currency, request.channel));
  if (means) findings.noteAll(namesNoAccount(means.channel, request.channel));
  if (!means || !ledger || !period || findings.forbid) return;
  const { newest, rows } = ledger.input;
  const posted = ledgerInput(
    newest,
    rows.filter(({ asAt }) => asAt <= request.asAt),
  );
  const { asAt, data, encoding } = request;
  const accruals = await workedOut(
    { schemeFile, period, asAt, data, encoding, ledger: posted },
    period,
    host,
    terminal,
  );
  if (accruals) writeAccruals(accruals, scheme, period, means, request, terminal);
}

function lineMistakes(request: AccrueRequest): Finding[] {
  const { ledger, channel, finance, prior, out } = request;
  const mistakes = [
    ...folderMistakes(request),
    pathMistake(ledger, 'folder', '--ledger'),
    pathMistake(channel, 'file', '--channel'),
    pathMistake(finance, 'folder', '--finance'),
    prior === null ? null : pathMistake(prior, 'file', '--prior'),
    newFolderMistake(out, '--out'),
  ].filter((each) => each !== null);
  return mistakes.length === 0 && !isFree(out) ? [targetExists(out)] : mistakes;
}

/** The last period that has begun. */
function periodAt({ periods }: Scheme, asAt: Day): Period | null {
  return periods.filter(({ start }) => start <= asAt).at(-1) ?? null;
}

async function readMeans(
  { id }: Scheme,
  request: AccrueRequest,
  { findings, progress }: Terminal,
): Promise<Means | null> {
  const source = { encoding: 'utf-8', note: findings.note, pause: progress.pause } as const;
  const { value: channel, findings: found } = readChannel(readInput(request.channel), request.channel);
  findings.noteAll(found);
  const finance = await readFinanceFolder(request.finance, [{ file: 'coding.csv', needed: true }], source);
  const prior: PriorAccrual[] = [];
  if (request.prior !== null) {
    const { prior: path } = request;
    const note = (mistake: MadeFinding) => findings.note({ ...mistake, file: path });
    await readPriorAccruals({ ...source, note, content: readInput(path) }, id, prior);
  }
  return channel && { channel, finance, prior };
}

/** What every component comes to; null where something stands against the figures, which is noted. */
async function workedOut(
  source: AskedSource,
  period: Period,
  host: Host,
  terminal: Terminal,
): Promise<readonly Accrual[] | null> {
  const { scheme } = source.schemeFile;
  const { asAt } = source;
  const scratch = new ScratchFolder(host.temporary);
  try {
    const read = await readRun(source, scratch, terminal);
    const toNobody = { ofPractice: () => {}, refused: () => {} };
    const prepared = read && (await prepareRun(read, toNobody, () => {}, terminal));
    return prepared && accrualsOf({ scheme, period, asAt }, prepared.calculation.accounts());
  } finally {
    scratch.remove();
  }
}

function writeAccruals(
  accruals: readonly Accrual[],
  scheme: Scheme,
  period: Period,
  { channel, finance, prior }: Means,
  request: AccrueRequest,
  terminal: Terminal,
): void {
  const { findings } = terminal;
  const { asAt, out } = request;
  const rows = besideLast(accruals, prior);
  const journal = journalRows({ scheme: scheme.id, period: period.id, asAt }, rows, prior);
  findings.noteAll(withoutCoding(journal, finance, join(request.finance, 'coding.csv')));
  if (findings.forbid) return;
  const source = { channel, finance, file: request.channel, payOn: asAt };
  const text = channelText(journal, source, findings.note);
  if (findings.forbid) return;
  const files = new Map([
    ['accruals.csv', accrualsText(scheme.id, rows)],
    ['journal.csv', text],
  ]);
  if (writeNewFolder(out, files) === null) {
    findings.note(targetExists(out));
    return;
  }
  terminal.stands(`The accruals are written to ${out}.`);
  tellAccruals({ scheme, period, asAt, rows, journal, out, prior: request.prior }, terminal);
}

/** A journal stands in several accounts: a channel whose rows name none would book each line to none. */
function namesNoAccount({ columns }: Channel, file: string): Finding[] {
  const names = columns.some((column) => {
    if ('code' in column) return column.code === 'cost-centre' || column.code === 'subjective';
    return ('field' in column && column.field === 'component') || ('lookUp' in column && column.lookUp === 'component');
  });
  if (names) return [];
  const message =
    'no column says in which account a line of a journal stands; expected a code of coding.csv, or the component';
  const hint =
    'add { "name": …, "code": "subjective" } to the channel, or give that of your ledger system with --channel';
  return [finding('channel-field', { file, field: 'columns' }, { message, hint })];
}

function withoutCoding(journal: readonly SumRow[], { coding }: FinanceFolder, file: string): Finding[] {
  const needed = new Map(journal.map(({ sum, amounts }) => [amounts[0]?.[0] ?? '', sum.scheme]));
  return [...needed]
    .filter(([component, scheme]) => codingOf(scheme, component, coding) === null)
    .map(([component, scheme]) => {
      const message = `of ${scheme} has no coding; expected a row for every account that the journal names`;
      const hint = `add a row for ${component}, with ${scheme} or nothing in scheme`;
      return finding('coding-missing', { file, field: 'component' }, { message, value: component, hint });
    });
}

function beforeTheTerm({ periods }: Scheme, asAt: Day): Finding {
  const message = 'no period of the scheme has begun by this day, so that nothing is earned';
  const hint = `give a day from ${formatDay(periods[0]?.start ?? asAt)}`;
  return finding('as-at-before-period', { field: '--as-at' }, { message, value: formatDay(asAt), hint });
}
