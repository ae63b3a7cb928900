import { createHash } from 'node:crypto';
import { at } from '../../domain/at.ts';
import { formatAmount, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { paymentReference } from '../../domain/payment-reference.ts';
import { guardFormula } from '../../domain/words/formula-guard.ts';
import { statementsIndexTable } from '../../formats/tables/publish.ts';
import { headerOf } from '../../formats/tables/table.ts';
import { csvRow } from '../../report/csv/csv.ts';
import { type DocumentFile, type MakeDocument, tie } from '../document.ts';
import type { FileOf } from '../paper/file-info.ts';
import type { Fonts } from '../paper/fonts.ts';
import { layOut } from '../paper/lay-out.ts';
import { type Drawn, draw } from '../paper/page-content.ts';
import { fileFontsOf, PdfFile } from '../paper/pdf-file.ts';
import type { Publication, RunPublished } from '../publication.ts';
import { letterOf } from './letter.ts';
import type { LetterWords } from './letter-words.ts';
import { addAmounts, componentsFor, net, type Payee, type PayeeAmounts, sumsOf } from './payee.ts';
import { type Payees, payeesOf } from './payees.ts';

/** A letter for each payee, all of them in one file, and a list of them: a row as statements.csv has it for each run, practice and payee. */
export function statements(fonts: Fonts, words: LetterWords): MakeDocument {
  return (publication) => {
    let found: Payees | null = null;
    const payees = () => {
      found ??= payeesOf(publication);
      return found;
    };
    // Beside the letters there is one file with all of them, and the list.
    return { take: null, count: () => payees().count + 2, files: () => letters(publication, payees()) };
  };

  function* letters(publication: Publication, payees: Payees): Generator<DocumentFile> {
    const { commissioner, runs } = publication;
    const sender = words.sender ?? commissioner;
    const day = at(
      runs.map(({ asAt }) => asAt).sort((a, b) => b - a),
      0,
    );
    const fileFonts = fileFontsOf(fonts);
    let pieces: Uint8Array[] = [];
    const whole = new PdfFile({ title: `Payment statements of ${sender}`, author: sender, day }, fileFonts, (bytes) => {
      pieces.push(bytes);
    });
    const index: string[] = [csvRow(headerOf(statementsIndexTable))];
    const told = new Told();
    for (const payee of payees) {
      const paper = letterOf(payee, publication, words);
      const drawn = draw(layOut(paper, fonts), fonts);
      whole.add(drawn);
      yield { name: 'statements.pdf', content: [Buffer.concat(pieces)], goesOn: true };
      pieces = [];
      const file = `${payee.code}.pdf`;
      const content = fileOf({ title: paper.title, author: sender, day }, drawn);
      yield { name: `statements/${file}`, content: [content] };
      index.push(...indexRows(payee, file, sha256Of(content), told));
    }
    whole.end();
    told.tie(publication);
    yield { name: 'statements.pdf', content: pieces };
    yield { name: statementsIndexTable.file, content: index };

    function fileOf(of: FileOf, drawn: Drawn): Uint8Array {
      const own: Uint8Array[] = [];
      const file = new PdfFile(of, fileFonts, (bytes) => own.push(bytes));
      file.add(drawn);
      file.end();
      return Buffer.concat(own);
    }
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function* indexRows(payee: Payee, file: string, sha256: string, told: Told): Generator<string> {
  const rows = payee.schemes.flatMap(({ run, practices }) => practices.map((practice) => ({ run, practice })));
  const codeOf = (row: (typeof rows)[number]) => row.practice.story.account.practice.code;
  for (const { run, practice } of rows.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : 0))) {
    const sums = addAmounts(componentsFor(payee.code, practice).map((each) => sumsOf(payee.code, each)));
    const { code } = practice.story.account.practice;
    const statement = practice.story.payees.find((each) => each.payee === payee.code);
    tie(`the letter of ${payee.code} for ${code}`, net(sums), statement?.net ?? noPence);
    told.add(run, sums);
    const reference = run.posted.kind === 'posted' ? paymentReference(run.posted.posting.serial, payee.code) : '';
    const amounts = [sums.paid, sums.back, net(sums)].map(formatAmount);
    yield csvRow([code, guardFormula(payee.code), guardFormula(file), sha256, ...amounts, reference]);
  }
}

/** What all letters say of each run. */
class Told {
  readonly #sums = new Map<RunPublished, { paid: Pence; back: Pence }>();

  add(run: RunPublished, { paid, back }: PayeeAmounts): void {
    const known = this.#sums.get(run) ?? { paid: noPence, back: noPence };
    this.#sums.set(run, { paid: sumPence([known.paid, paid]), back: sumPence([known.back, back]) });
  }

  tie({ runs }: Publication): void {
    for (const run of runs) {
      const { paid, back } = this.#sums.get(run) ?? { paid: noPence, back: noPence };
      tie('what the letters pay', paid, run.controls.payments);
      tie('what the letters take back', back, run.controls.clawbacks.due);
    }
  }
}
