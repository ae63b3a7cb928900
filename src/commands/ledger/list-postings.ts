import { type Finding, finding } from '../../domain/findings/finding.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { wordsOfSums } from '../../domain/words/words.ts';
import { LedgerBook } from '../../record/ledger/ledger-book.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { ledgerUnsound, strayInLedger } from '../../run/ledger/ledger-findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { LedgerRequest } from '../request.ts';
import { ledgerData, ledgerText, practiceData, practiceText } from './ledger-text.ts';
import { ListedPostings } from './listed-posting.ts';
import { nextOfOpen, openSumsData, openSumsText } from './open-text.ts';

/** Lists the records of a ledger, what one practice was paid and gave back in each posting, or what is open. */
export async function listPostings(request: LedgerRequest, _host: Host, terminal: Terminal): Promise<void> {
  const { ledger: path, practice } = request;
  const { findings, format, paint } = terminal;
  const mistake = pathMistake(path, 'folder', 'DIR');
  if (mistake) return findings.note(mistake);
  if (practice !== null && request.open) return findings.note(oneOfTwo());
  const reading = new ListedPostings(practice);
  const book = new LedgerBook();
  const { head, currency, differences, strays } = walkLedger(path, {
    ...book.takers,
    posting(posting, sha256) {
      reading.take(posting, sha256);
      book.takers.posting?.(posting, sha256);
    },
  });
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  if (practice !== null && reading.postings.length === 0 && differences.length === 0) {
    findings.note(practiceNotInLedger(practice, reading.practices));
  }
  if (findings.forbid) return;
  const { postings } = reading;
  const listed = { path, words: wordsOfSums(currency), head, postings, records: book.records };
  if (request.open) {
    const open = book.book.open();
    if (format === 'json') {
      terminal.printJson(openSumsData(listed, open));
      return;
    }
    terminal.print(openSumsText(listed, open, paint));
    const next = nextOfOpen(open);
    if (next !== null) terminal.next(next);
  } else if (practice === null) {
    if (format === 'json') terminal.printJson(ledgerData(listed));
    else terminal.print(ledgerText(listed, paint));
  } else if (format === 'json') terminal.printJson(practiceData(practice, listed));
  else terminal.print(practiceText(practice, listed, paint));
}

function practiceNotInLedger(code: string, practices: ReadonlySet<string>): Finding {
  const near = nearest(code, [...practices]);
  const message = 'the ledger holds no line under this code';
  const hint = near === null ? 'check the code; nothing was paid or taken back under it' : `did you mean ${near}?`;
  return finding('practice-not-in-ledger', { field: '--practice' }, { message, value: code, hint });
}

function oneOfTwo(): Finding {
  const message = '--practice and --open ask for two different lists';
  return finding('option-value', { field: '--open' }, { message, hint: 'leave one of the two out' });
}
