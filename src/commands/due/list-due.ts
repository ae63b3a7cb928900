import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { ours } from '../../domain/words/sentence.ts';
import { dueRows, dueWithin } from '../../outlook/due/due.ts';
import { dueCsv } from '../../outlook/due/due-csv.ts';
import { dueData } from '../../outlook/due/due-data.ts';
import { dueIcs } from '../../outlook/due/due-ics.ts';
import { dueText } from '../../outlook/due/due-text.ts';
import { openOutlook } from '../../run/outlook/open-outlook.ts';
import { writeOutlook } from '../../run/outlook/write-outlook.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { DueRequest } from '../request.ts';

/** Lists what is still asked of practices, and writes the list into a new folder where there is one. */
export async function listDue(request: DueRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const { practice, within, out } = request;
  const outlook = await openOutlook(request, host, terminal);
  if (!outlook) return;
  const { worlds } = outlook;
  const codes = worlds.known.facts.practices.map(({ code }) => code);
  if (practice !== null && !codes.includes(practice)) findings.note(noSuchPractice(practice, codes));
  if (findings.forbid) return;
  const all = dueRows(worlds, practice === null ? 'all' : new Set([practice]));
  const rows = within === null ? all : dueWithin(all, within);
  const files = () =>
    new Map<string, Iterable<string>>([
      ['due.csv', dueCsv(rows)],
      ['due.ics', dueIcs(worlds.scheme, worlds.asAt, rows)],
    ]);
  writeOutlook(out, files, 'list of what is due', terminal, () => {
    if (terminal.format === 'json') terminal.printJson(dueData(worlds, rows));
    else terminal.print(dueText(worlds, rows, terminal.paint));
  });
}

function noSuchPractice(code: string, codes: readonly string[]): MadeFinding {
  const message = ours`is not in practices.csv; expected a practice that is`;
  return finding('unknown-practice', { field: '--practice' }, { message, value: code, hint: didYouMean(code, codes) });
}
