import { basename } from 'node:path';
import { readInput, sha256Of } from '../../data/files/input.ts';
import type { BankBook } from '../../domain/bank/bank-book.ts';
import type { BankRow } from '../../domain/bank/sums.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { sumPence } from '../../domain/money/money.ts';
import { bankRows, type ToldRow } from '../../finance/map/bank-rows.ts';
import { readMap } from '../../finance/map/read-map.ts';
import { publishRecord } from '../../record/ledger/publish-record.ts';
import { type BankSettlement, settlementText } from '../../record/ledger/settlement.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { openLedgerBook } from '../../run/ledger/ledger-book-read.ts';
import { failureFinding } from '../../terminal/failures.ts';
import type { Host } from '../../terminal/host.ts';
import { heedInterruption } from '../../terminal/interruption.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { SettleRequest } from '../request.ts';
import { rowFindings } from './row-findings.ts';
import { tellSettled } from './settle-text.ts';

/**
 * Takes what a channel sent back into the ledger: rows that it holds already change nothing. Another program may add a record meanwhile:
 * then all is judged again.
 */
export async function settleFile(request: SettleRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const { ledger, from, map: mapPath, on, by } = request;
  findings.noteAll(lineMistakes(request));
  if (findings.forbid) return;
  const mapBytes = readInput(mapPath);
  const { value: map, findings: found } = readMap(mapBytes, mapPath);
  findings.noteAll(found);
  if (map === null) return;
  const bytes = readInput(from);
  const told = bankRows(bytes, from, map, on, findings.note);
  if (findings.forbid) return;
  for (let isFirst = true; ; isFirst = false) {
    heedInterruption(host.interrupted);
    const opened = openLedgerBook(ledger, [], isFirst, terminal);
    if (opened === null) return;
    const { words, head } = opened;
    const { book } = opened.ledger;
    const rows = told.flatMap((row) => rowsFor(row, book));
    const fresh = book.judge(rows);
    if (isFirst) findings.noteAll(rowFindings(fresh, opened, { file: from, on }));
    if (findings.forbid) return;
    const known = rows.length - fresh.length;
    if (fresh.length === 0)
      return tellSettled({ words, settlement: null, known, newest: head, book }, ledger, terminal);
    const settlement: BankSettlement = {
      serial: head.serial + 1,
      previous: head.sha256,
      file: basename(from),
      fileSha256: sha256Of(bytes),
      mapSha256: sha256Of(mapBytes),
      on,
      by,
      rows: fresh,
    };
    const publication = publishRecord(ledger, { kind: 'settlement', settlement });
    if (publication.kind === 'overtaken') continue;
    terminal.stands(`The settlement is recorded as ${settlement.serial}.`);
    book.settle(fresh);
    const newest = { serial: settlement.serial, sha256: sha256Of(Buffer.from(settlementText(settlement))) };
    tellSettled({ words, settlement, known, newest, book }, ledger, terminal);
    if (publication.notLasting) findings.note(failureFinding(publication.notLasting, host.machine));
    return;
  }
}

function lineMistakes({ ledger, from, map }: SettleRequest): Finding[] {
  const mistakes = [
    pathMistake(ledger, 'folder', '--ledger'),
    pathMistake(from, 'file', '--from'),
    pathMistake(map, 'file', '--map'),
  ];
  return mistakes.filter((each) => each !== null);
}

/**
 * One sum that is told for several references is that of each of them, where it comes to what was sent under all of them; else nobody can
 * tell whose it is, and it stays one row that is not matched.
 */
function rowsFor({ references, ...row }: ToldRow, book: BankBook): readonly BankRow[] {
  const [only = '', ...others] = references;
  if (others.length === 0) return [{ ...row, reference: only }];
  const sent = references.map((reference) => ({ reference, amount: book.amountSent(reference) }));
  const amounts = sent.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const isWhole = amounts.length === references.length && (row.amount === null || sumPence(amounts) === row.amount);
  if (!isWhole) return [{ ...row, reference: references.join(' ') }];
  return sent.map(({ reference, amount }) => ({ ...row, reference, amount }));
}
