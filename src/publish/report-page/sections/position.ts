import { parseDay, sayDay } from '../../../domain/day.ts';
import { noPence, type Pence } from '../../../domain/money/money.ts';
import { sayList } from '../../../domain/words/say.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { backSum, counted, lessSum, minus, percent, practicesCounted, shownSum } from '../figures.ts';
import type { Gathered, RunGathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { asked } from './asked.ts';
import { badge, head, type Section, scrolling, sumCell } from './parts.ts';
import { provisionalNote } from './provisional.ts';
import { type AllRuns, allRuns } from './totals.ts';

/** What is to be approved, and what is asked of whom it is put before. */
export function positionSection(gathered: Gathered): Section {
  const all = allRuns(gathered);
  const sums = tag(
    'div',
    {},
    tag(
      'p',
      { class: 'cap' },
      isPosted(gathered) ? 'Approved and posted' : all.net < noPence ? 'To take back' : 'To approve',
    ),
    tag('p', { class: all.net < noPence ? 'net neg' : 'net' }, all.net),
    equation(gathered, all),
    ...provisionalNote(gathered.provisional),
  );
  const body = [
    tag('div', { class: 'hero' }, sums, asked(gathered, all)),
    ...lead(gathered, all),
    ...(gathered.runs.length > 1 ? [schemesTable(gathered, all)] : []),
  ];
  return { id: 'position', title: 'Position', answer: all.net, body };
}

function isPosted({ runs }: Gathered): boolean {
  return runs.every(({ run }) => run.posted.kind === 'posted');
}

function equation(gathered: Gathered, { payments, clawbacks }: AllRuns): Markup | null {
  const payees = payeesPaid(gathered);
  const giving = gathered.practices.filter(({ takenBack }) => takenBack > noPence);
  const [only] = giving;
  const from = giving.length === 1 && only ? only.name : practicesCounted(giving.length);
  const rows: (Markup | null)[] = [
    payments === noPence
      ? tag('div', {}, tag('dt', {}, 'Nothing is paid'), tag('dd', {}, shownSum(payments)))
      : tag('div', {}, tag('dt', {}, `Payments to ${counted(payees, 'payee')}`), tag('dd', {}, shownSum(payments))),
    clawbacks.due === noPence
      ? null
      : tag('div', {}, tag('dt', {}, ours`Taken back from ${from}`), tag('dd', {}, backSum(minus(clawbacks.due)))),
  ];
  return tag('dl', { class: 'eq' }, rows);
}

function payeesPaid({ runs }: Gathered): number {
  const paid = runs.flatMap(({ run }) =>
    run.totals.payees.filter(({ sums }) => sums.payments.lines > 0).map(({ payeeCode }) => payeeCode),
  );
  return new Set(paid).size;
}

/** One paragraph that a chair can read aloud. */
function lead(gathered: Gathered, { could, earned, notEarned, open }: AllRuns): Child[] {
  if (could === noPence) return [tag('p', { class: 'lead' }, 'Nothing could be earned up to this period.')];
  const share = percent(earned, could);
  const first: Child[] = [
    ours`Practices earned `,
    tag('b', {}, earned),
    ours` of the ${could} that ${couldBe(gathered)} (${share ?? ''}).`,
  ];
  if (notEarned === noPence)
    return [tag('p', { class: 'lead' }, first, ' Everything that could be earned was earned.')];
  return [tag('p', { class: 'lead' }, first, largestCause(gathered, notEarned), stillOpen(open))];
}

function couldBe({ runs }: Gathered): string {
  const isWhole = runs.every(({ run }) => run.period.index === run.scheme.periods.length - 1);
  const [only] = runs;
  if (isWhole) return 'the whole term could have paid';
  return runs.length === 1 && only
    ? `the scheme could have paid up to ${only.run.period.title}`
    : 'could have been paid so far';
}

/** Only where one cause is a third or more of all that is not earned. */
function largestCause({ runs }: Gathered, notEarned: Pence): Child[] {
  const [largest] = runs.flatMap(({ causes }) => causes).toSorted((a, b) => (a.amount > b.amount ? -1 : 1));
  if (!largest || largest.amount * 3n < notEarned) return [];
  const [one] = largest.practices;
  const who = largest.practices.length === 1 && one ? one.name : practicesCounted(largest.practices.length);
  const share = percent(largest.amount, notEarned);
  return [
    ' One cause stands out: ',
    tag('b', {}, largest.cause.says),
    ours`. It cost ${who} ${largest.amount}, ${share ?? ''} of all that was not earned.`,
  ];
}

function stillOpen(open: Pence): Child[] {
  return open > noPence ? [ours` ${open} can still come in.`] : [];
}

function schemesTable({ runs }: Gathered, all: AllRuns): Markup {
  const rows = runs.map((gathered) => schemeRow(gathered));
  const table = tag(
    'table',
    { class: 'stack' },
    tag('caption', {}, 'The schemes of this publication, each with its own run; together they come to the net above.'),
    head([['Scheme'], ['Earned', 'n'], ['Paid before', 'n'], ['Payments', 'n'], ['Taken back', 'n'], ['Net', 'n']]),
    tag('tbody', {}, rows),
    tag(
      'tfoot',
      {},
      tag(
        'tr',
        {},
        tag('th', { scope: 'row' }, 'All'),
        sumCell('Earned', shownSum(all.earned)),
        sumCell('Paid before', lessSum(all.paidBefore)),
        sumCell('Payments', shownSum(all.payments)),
        sumCell('Taken back', backSum(minus(all.clawbacks.due))),
        sumCell('Net', shownSum(all.net)),
      ),
    ),
  );
  return scrolling('The schemes', table);
}

function schemeRow({ run }: RunGathered): Markup {
  const { scheme, period, asAt, controls, runId } = run;
  return tag(
    'tr',
    {},
    tag(
      'th',
      { scope: 'row' },
      scheme.title,
      tag(
        'span',
        { class: 'note' },
        `${period.title}, as at ${sayDay(asAt)} · run ${runId.slice(0, 12)} · ${saysPosted(run)}`,
      ),
    ),
    sumCell('Earned', shownSum(controls.entitlement)),
    sumCell('Paid before', lessSum(controls.alreadyPaid)),
    sumCell('Payments', shownSum(controls.payments)),
    sumCell('Taken back', backSum(minus(controls.clawbacks.due))),
    sumCell('Net', controls.net < noPence ? backSum(controls.net) : shownSum(controls.net)),
  );
}

function saysPosted({ posted }: RunGathered['run']): string {
  switch (posted.kind) {
    case 'unknown':
      return 'not known whether posted';
    case 'not-posted':
      return 'not posted';
    case 'posted':
      return `posted by ${posted.posting.approvedBy}`;
  }
}

/** The tag below the title: whether anything of this has been paid. */
export function postedState({ runs }: Gathered): Child[] {
  const posted = runs.flatMap(({ run }) => (run.posted.kind === 'posted' ? [run.posted.posting] : []));
  const [first] = posted;
  if (runs.some(({ run }) => run.posted.kind === 'unknown'))
    return [badge('left', 'not known'), ' Whether this is posted is not known: no ledger was given.'];
  if (!first) return [badge('open', 'not posted'), ' Nothing of this run has been paid.'];
  if (posted.length < runs.length)
    return [
      badge('open', 'posted in part'),
      ` ${posted.length} of ${counted(runs.length, 'run')} posted; see the table of schemes.`,
    ];
  const by = sayList([...new Set(posted.map(({ approvedBy }) => approvedBy))]);
  const days = [...new Set(posted.map(({ postedAt }) => postedAt.slice(0, 10)))];
  const serials = posted.map(({ serial }) => serial);
  return [
    badge('ok', 'posted'),
    ` Approved by ${by}, posted on ${sayList(days.map(inWords))} as ${serials.length === 1 ? 'posting' : 'postings'} ${sayList(serials.map(String))}.`,
  ];
}

/** `2016-08-02` as a letter writes it. */
function inWords(text: string): string {
  const day = parseDay(text);
  return day === null ? text : sayDay(day);
}
