import { dirname, join, resolve } from 'node:path';
import { readInput, sha256Of } from '../../data/files/input.ts';
import { readFinanceFolder } from '../../data/finance/finance-folder.ts';
import { formatDay } from '../../domain/day.ts';
import { codingOf, type FinanceFolder } from '../../domain/finance.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { subtractPence } from '../../domain/money/money.ts';
import type { Channel } from '../../finance/channel/grammar.ts';
import { readChannel } from '../../finance/channel/read-channel.ts';
import { type ChannelFile, channelFiles } from '../../finance/hand-off/channel-file.ts';
import { controlText } from '../../finance/hand-off/control.ts';
import type { SumToSend } from '../../finance/hand-off/rows.ts';
import { toRecoverFile, toRecoverText } from '../../finance/hand-off/to-recover.ts';
import { isWorkingDay, workingDaysBefore } from '../../finance/working-days.ts';
import { isFree } from '../../record/files/new-folder.ts';
import { WaitingFolder } from '../../record/files/waiting-folder.ts';
import { type HandOff, handOffId, handOffText } from '../../record/ledger/hand-off.ts';
import { publishRecord } from '../../record/ledger/publish-record.ts';
import { newFolderMistake, outputMistake, pathMistake, targetExists } from '../../run/given/paths.ts';
import { channelPaysIn } from '../../run/ledger/currencies.ts';
import { type OpenedBook, openLedgerBook } from '../../run/ledger/ledger-book-read.ts';
import { temporaryFoldersLeft } from '../../run/ledger/temporary-folders.ts';
import { failureFinding } from '../../terminal/failures.ts';
import type { Host } from '../../terminal/host.ts';
import { heedInterruption } from '../../terminal/interruption.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { HandOffRequest } from '../request.ts';
import { controlOf, type HandedOver, tellHandedOver } from './hand-off-text.ts';
import { lastDayPassed, nothingToHandOver, noWorkingDay, reasonMissing } from './refusals.ts';
import { type SumsToSend, sumsToSend } from './sums-to-send.ts';

/** What a hand-off is made with. */
interface Means {
  readonly channel: Channel;
  readonly channelSha256: string;
  readonly finance: FinanceFolder;
}

/**
 * Writes the file of a channel and records in the ledger that its sums were handed over. The folder waits under a hidden name until the
 * record stands, so that no file is seen that is not in the ledger. Another program may add a record meanwhile: then all is judged again.
 */
export async function handOffPostings(request: HandOffRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  findings.noteAll(lineMistakes(request));
  if (findings.forbid) return;
  findings.noteAll(temporaryFoldersLeft([dirname(resolve(request.out))]));
  const means = await readMeans(request, terminal);
  if (means === null || findings.forbid) return;
  for (let isFirst = true; ; isFirst = false) {
    heedInterruption(host.interrupted);
    const opened = openLedgerBook(request.ledger, request.postings, isFirst, terminal);
    if (opened === null || finishedBefore(request, opened, terminal)) return;
    const sums = sumsToSend(opened, request);
    findings.noteAll(isFirst ? sums.findings : sums.findings.filter(({ severity }) => severity === 'error'));
    if (findings.forbid) return;
    findings.noteAll(channelPaysIn(means.channel.currency, opened.words.currency, request.channel));
    if (isFirst) findings.noteAll(meansMistakes(sums, request, means, opened));
    const files = channelFiles(sums.pay, { ...means, file: request.channel, payOn: request.payOn }, findings.note);
    if (findings.forbid || handOver(request, means, sums, files, opened, host, terminal)) return;
  }
}

function lineMistakes({ ledger, channel, finance, out, again, reason }: HandOffRequest): Finding[] {
  const mistakes = [
    pathMistake(ledger, 'folder', '--ledger'),
    pathMistake(channel, 'file', '--channel'),
    pathMistake(finance, 'folder', '--finance'),
    newFolderMistake(out, '--out') ?? outputMistake({ path: out, field: '--out', what: 'hand-off' }, ledger, 'ledger'),
  ].filter((each) => each !== null);
  if (mistakes.length === 0 && !isFree(out)) mistakes.push(targetExists(out));
  if ((again === null) !== (reason === null)) mistakes.push(reasonMissing(again === null ? '--again' : '--reason'));
  return mistakes;
}

async function readMeans(request: HandOffRequest, { findings, progress }: Terminal): Promise<Means | null> {
  const bytes = readInput(request.channel);
  const { value: channel, findings: found } = readChannel(bytes, request.channel);
  findings.noteAll(found);
  const finance = await readFinanceFolder(
    request.finance,
    [
      { file: 'suppliers.csv', needed: true },
      { file: 'coding.csv', needed: true },
      { file: 'holidays.csv', needed: channel?.lastDay !== undefined },
    ],
    { encoding: 'utf-8', note: findings.note, pause: progress.pause },
  );
  return channel === null ? null : { channel, channelSha256: sha256Of(bytes), finance };
}

/** Where a program was killed after its record stood, its folder still waits: it gets its name, and nothing is handed over a second time. */
function finishedBefore(
  { ledger: path, postings, out, again }: HandOffRequest,
  { words, ledger, head }: OpenedBook,
  terminal: Terminal,
): boolean {
  for (const record of ledger.records) {
    if (record.kind !== 'hand-off') continue;
    const { handOff } = record;
    const folder = new WaitingFolder(out, waitingId(handOff));
    const own = new Set([...handOff.sums, ...handOff.recover].map(({ posting }) => posting));
    const isMeant =
      handOff.folderSha256 === folderSha256Of(out) &&
      [...own].every((posting) => postings.includes(posting)) &&
      handOff.again?.reference === (again ?? undefined);
    if (!isMeant || !folder.isThere || !folder.place()) continue;
    tellHandedOver({ words, handOff, newest: head, out, lastDay: null, isFinished: true }, path, terminal);
    return true;
  }
  return false;
}

function meansMistakes(
  sums: SumsToSend,
  { payOn, finance: dir }: HandOffRequest,
  means: Means,
  { ledger }: OpenedBook,
): Finding[] {
  const { channel, finance } = means;
  const postings = [...new Set([...sums.pay, ...sums.recover].map(({ posting }) => posting))];
  const last = lastDayOf(channel, payOn, finance);
  const late = postings.filter(
    (serial) => last !== null && (ledger.postingOf(serial)?.postedAt ?? '').slice(0, 10) > formatDay(last),
  );
  return [
    ...withoutSupplier(sums.pay, finance, join(dir, 'suppliers.csv')),
    ...withoutCoding(sums.pay, finance, join(dir, 'coding.csv')),
    ...(channel.lastDay !== undefined && !isWorkingDay(payOn, finance.holidays)
      ? [noWorkingDay(formatDay(payOn))]
      : []),
    ...(last !== null && late.length > 0 ? [lastDayPassed(formatDay(last), late)] : []),
    ...(sums.pay.length === 0 ? [nothingToHandOver()] : []),
  ];
}

function lastDayOf({ lastDay }: Channel, payOn: HandOffRequest['payOn'], { holidays }: FinanceFolder) {
  return lastDay === undefined ? null : workingDaysBefore(payOn, lastDay.workingDaysBefore, holidays);
}

function withoutSupplier(sums: readonly SumToSend[], { suppliers }: FinanceFolder, file: string): Finding[] {
  const payees = [...new Set(sums.map(({ payee }) => payee))].filter((payee) => !suppliers.has(payee)).sort();
  return payees.map((payee) => {
    const message = 'has no supplier; expected a row for every payee who is to be paid';
    return finding(
      'supplier-missing',
      { file, field: 'payee_code' },
      { message, value: payee, hint: `add a row for ${payee}` },
    );
  });
}

function withoutCoding(sums: readonly SumToSend[], { coding }: FinanceFolder, file: string): Finding[] {
  const needed = new Map(
    sums.flatMap(({ scheme, components }) =>
      [...components.keys()].map((component) => [`${scheme},${component}`, { scheme, component }] as const),
    ),
  );
  return [...needed.values()]
    .filter(({ scheme, component }) => codingOf(scheme, component, coding) === null)
    .map(({ scheme, component }) => {
      const message = `of ${scheme} has no coding; expected a row for every component that is paid`;
      const hint = `add a row for ${component}, with ${scheme} or nothing in scheme`;
      return finding('coding-missing', { file, field: 'component' }, { message, value: component, hint });
    });
}

/** False where another program was quicker, and all is to be judged again. */
function handOver(
  request: HandOffRequest,
  means: Means,
  sums: SumsToSend,
  files: readonly ChannelFile[],
  { words, head }: OpenedBook,
  host: Host,
  terminal: Terminal,
): boolean {
  const { channel, channelSha256, finance } = means;
  const { ledger, out, payOn, by, again, reason } = request;
  const handOff: HandOff = {
    serial: head.serial + 1,
    previous: head.sha256,
    channel: channel.id,
    channelSha256,
    payOn,
    by,
    folderSha256: folderSha256Of(out),
    again: again === null ? null : { reference: again, reason: reason ?? '' },
    files: files.map(({ name, text, rows }) => ({ name, sha256: sha256Of(Buffer.from(text)), rows: rows.length })),
    sums: sums.pay.map(sentSum),
    recover: sums.recover.map(sentSum),
  };
  const folder = new WaitingFolder(out, waitingId(handOff));
  folder.write(textsOf(files, sums, finance));
  let isAdded = false;
  try {
    const publication = publishRecord(ledger, { kind: 'hand-off', handOff });
    if (publication.kind === 'overtaken') return false;
    isAdded = true;
    terminal.stands(`The hand-off is recorded as ${handOff.serial}, and its folder waits as ${folder.path}.`);
    if (publication.notLasting) terminal.findings.note(failureFinding(publication.notLasting, host.machine));
  } finally {
    if (!isAdded) folder.abandon();
  }
  if (!folder.place()) {
    terminal.findings.note(targetExists(out));
    return true;
  }
  terminal.stands(`The hand-off is recorded as ${handOff.serial}.`);
  const newest = { serial: handOff.serial, sha256: sha256Of(Buffer.from(handOffText(handOff))) };
  const told: HandedOver = {
    words,
    handOff,
    newest,
    out,
    lastDay: lastDayOf(channel, payOn, finance),
    isFinished: false,
  };
  tellHandedOver(told, request.ledger, terminal);
  return true;
}

function textsOf(
  files: readonly ChannelFile[],
  { pay, recover }: SumsToSend,
  finance: FinanceFolder,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [at, { name, text, rows }] of files.entries()) {
    texts.set(name, text);
    texts.set(controlOf(at, files.length), controlText(rows, sha256Of(Buffer.from(text)), finance));
  }
  return texts.set(toRecoverFile, toRecoverText(recover, pay));
}

function sentSum({ reference, posting, payee, amount, paid }: SumToSend) {
  return { reference, posting, payee, amount: subtractPence(amount, paid) };
}

function folderSha256Of(out: string): string {
  return sha256Of(Buffer.from(resolve(out)));
}

/** The hidden name of the folder of a hand-off: the same wherever its record comes to stand, and another for each place that it is meant for. */
function waitingId(handOff: HandOff): string {
  return `hand-off-${handOffId(handOff).slice(0, 12)}`;
}
