import { type Finding, finding } from '../../domain/findings/finding.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import { ledgerUnsound, strayInLedger } from '../../run/ledger-findings.ts';
import { pathMistake } from '../../run/paths.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { LedgerRequest } from '../request.ts';
import { ledgerData, ledgerText, practiceData, practiceText } from './ledger-text.ts';
import { ListedPostings } from './listed-posting.ts';

/** Lists the postings of a ledger, or what one practice was paid and gave back in each. */
export async function listPostings(request: LedgerRequest, _host: Host, terminal: Terminal): Promise<void> {
  const { ledger: path, practice } = request;
  const { findings, format, paint } = terminal;
  const mistake = pathMistake(path, 'folder', 'DIR');
  if (mistake) return findings.note(mistake);
  const reading = new ListedPostings(practice);
  const { differences, strays } = walkLedger(path, { posting: reading.take });
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  if (practice !== null && reading.postings.length === 0 && differences.length === 0) {
    findings.note(practiceNotInLedger(practice, reading.practices));
  }
  if (findings.forbid) return;
  const { postings } = reading;
  if (practice === null) {
    if (format === 'json') terminal.printJson(ledgerData(postings));
    else terminal.print(ledgerText(path, postings, paint));
  } else if (format === 'json') terminal.printJson(practiceData(practice, postings));
  else terminal.print(practiceText(practice, postings, paint));
}

function practiceNotInLedger(code: string, practices: ReadonlySet<string>): Finding {
  const near = nearest(code, [...practices]);
  const message = 'the ledger holds no line of a practice with this code';
  const hint = near === null ? 'check the code; nothing was paid or taken back under it' : `did you mean ${near}?`;
  return finding('practice-not-in-ledger', { field: '--practice' }, { message, value: code, hint });
}
