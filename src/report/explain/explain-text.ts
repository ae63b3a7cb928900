import { type ClawbackStatus, clawbackStatuses } from '../../domain/account.ts';
import { sayDay } from '../../domain/day.ts';
import { formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { sayPatients } from '../../domain/words/say.ts';
import { type Block, heading, list, paragraph, renderPage, table, title } from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { figures, row, totalRow, words } from '../page/text-table.ts';
import { cite } from '../show/cite.ts';
import { inWords } from './conditions.ts';
import { sayPeriod, sayValueSteps } from './sentences.ts';
import { allPayees, type ComponentStory, type Story } from './story.ts';

/** One practice's story in sentences, each with its clause, that can stand in a reply. */
export function explainText(story: Story, paint: Paint): string {
  return renderPage(
    [
      ...titleBlocks(story),
      ...story.components.flatMap((component) => componentBlocks(story, component)),
      ...refusedBlocks(story),
      ...totalBlocks(story),
    ],
    paint,
  );
}

function titleBlocks({ scheme, period, asAt, runId, practice, listSize }: Story): Block[] {
  const locality = practice.locality === null ? '' : `, ${practice.locality}`;
  return [
    title(`${practice.name} (${practice.code})${locality}`),
    paragraph(`${scheme.title} · ${scheme.commissioner}`, 'dim'),
    paragraph(`${period.title} (${period.id}), as at ${sayDay(asAt)}, run ${runId.slice(0, 12)}`),
    paragraph(sayListSize(scheme.population.kind, listSize)),
  ];
}

function sayListSize(kind: string, listSize: Story['listSize']): string {
  if (listSize === null) return 'No list of its patients counts.';
  const { patients, asAt, line } = listSize;
  return `${sayPatients(patients)}: the ${kind} list at ${sayDay(asAt)} (list-sizes.csv, line ${line})`;
}

function componentBlocks({ scheme, practice }: Story, story: ComponentStory): Block[] {
  const { component, periods } = story;
  const value = sayValueSteps(story);
  return [
    heading(`${component.title} (${component.id}) ${cite(component.clause)}`),
    ...value.map((sentence) => paragraph(sentence)),
    ...periods.flatMap((period) => [
      paragraph(`${period.period.title} (${period.period.id}):`, 'strong'),
      list(sayPeriod(scheme, story, period, practice.code)),
    ]),
  ];
}

function refusedBlocks({ refused }: Story): Block[] {
  if (refused.length === 0) return [];
  const items = refused.map(
    ({ file, line, code, reason, clause, row }) =>
      `${file}, line ${line}: ${inWords(reason)} (${code}) ${cite(clause)}. The row: ${row}`,
  );
  return [heading('Claims that do not count'), list(items)];
}

function totalBlocks(story: Story): Block[] {
  const { payees } = story;
  const all = allPayees(story);
  const rows = payees.map(({ payee, payments, clawbacksDue, net }) =>
    row(payee, formatPounds(payments), formatPounds(clawbacksDue), formatPounds(net)),
  );
  const total = totalRow('all', formatPounds(all.payments), formatPounds(all.clawbacksDue), formatPounds(all.net));
  const columns = [words('payee'), figures('payments'), figures('clawbacks due'), figures('net')];
  const others = otherAmounts(story).map((sentence) => paragraph(sentence));
  if (payees.length === 0) {
    return [heading('Together'), paragraph('Nothing is paid and nothing comes back in this run.'), ...others];
  }
  return [heading('Together'), table({ columns, rows: payees.length === 1 ? rows : [...rows, total] }), ...others];
}

/** What is neither paid nor taken in this run, but may be. */
function otherAmounts(story: Story): string[] {
  const withheld = sumPence(unpaidWith(story, 'withheld'));
  const forfeited = sumPence(unpaidWith(story, 'forfeited'));
  return [
    ...(withheld === noPence ? [] : [`Withheld, and may still be paid: ${formatPounds(withheld)}.`]),
    ...(forfeited === noPence ? [] : [`Forfeited: ${formatPounds(forfeited)}.`]),
    ...clawbackStatuses.flatMap((status) => {
      const amount = sumPence(clawbacksWith(story, status));
      return status === 'due' || amount === noPence ? [] : [`${sayNotTaken[status]}: ${formatPounds(amount)}.`];
    }),
  ];
}

const sayNotTaken: Readonly<Record<Exclude<ClawbackStatus, 'due'>, string>> = {
  deferred: 'To be recovered in a later run',
  proposed: 'Proposed to be recovered, once it is decided',
  waived: 'Recovery waived',
};

function unpaidWith({ components }: Story, status: 'withheld' | 'forfeited'): Pence[] {
  const unpaid = components.flatMap(({ periods }) => periods.flatMap((period) => period.unpaid));
  return unpaid.filter((each) => each.status === status).map(({ amount }) => amount);
}

function clawbacksWith({ components }: Story, status: ClawbackStatus): Pence[] {
  const outcomes = components.flatMap(({ periods }) => periods.map(({ outcome }) => outcome));
  return outcomes.flatMap((each) => (each.kind === 'clawback' && each.status === status ? [each.amount] : []));
}
