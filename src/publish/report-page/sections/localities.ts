import { addPence, noPence, type Pence } from '../../../domain/money/money.ts';
import { add, isZero, type Ratio, zero } from '../../../domain/money/ratio.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { backSum, grouped, patientsFigure, percent, perPatient, shownSum } from '../figures.ts';
import type { Gathered, LocalityFigures, PracticeInLocality, RunGathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { dots } from './dots.ts';
import { byScheme, type Head, head, type Section, scrolling, sumCell } from './parts.ts';

/** Fairness between places: £ a patient, so that the size of a list is taken out. Null where there is but one place. */
export function localitiesSection(gathered: Gathered): Section | null {
  const several = gathered.runs.filter(({ localities }) => localities.length > 1);
  if (several.length === 0) return null;
  const most = Math.max(...several.map(({ localities }) => localities.length));
  return {
    id: 'localities',
    title: 'Localities',
    answer: grouped(most),
    body: byScheme(gathered, (run) => (run.localities.length > 1 ? [...dots(gathered.words, run), table(run)] : [])),
  };
}

interface LocalityRow {
  readonly title: string;
  readonly practices: readonly PracticeInLocality[];
  readonly waits: Pence;
  readonly net: Pence;
}

function table({ localities, run }: RunGathered): Markup {
  const rows = localities.map(rowOf);
  const all: LocalityRow = {
    title: 'All',
    practices: localities.flatMap(({ practices }) => practices),
    waits: localities.map(({ waits }) => waits).reduce(addPence),
    net: localities.map(({ net }) => net).reduce(addPence),
  };
  const hasPatients = !isZero(patientsOf(all.practices));
  const hasWaits = all.waits !== noPence;
  const heads: Head[] = [
    ['Locality'],
    [ours`Practices`, 'n p2'],
    ...(hasPatients ? ([['Patients', 'n p3']] as const) : []),
    ['Earned', 'n'],
    ...(hasPatients ? ([['A patient', 'n p2']] as const) : []),
    ['Earned of what it could be', 'n p2'],
    ...(hasWaits ? ([['Waits', 'n p3']] as const) : []),
    ['This run', 'n'],
  ];
  const show = (row: LocalityRow) => localityRow(row, hasPatients, hasWaits);
  return scrolling(
    `Localities of ${run.scheme.title}`,
    tag(
      'table',
      { class: 'loc stack' },
      tag('caption', {}, 'Localities in money.'),
      head(heads),
      tag('tbody', {}, rows.map(show)),
      tag('tfoot', {}, show(all)),
    ),
  );
}

function rowOf({ locality, practices, waits, net }: LocalityFigures): LocalityRow {
  return { title: locality, practices, waits, net };
}

function localityRow({ title, practices, waits, net }: LocalityRow, hasPatients: boolean, hasWaits: boolean): Markup {
  const earned = practices.map((each) => each.earned).reduce(addPence, noPence);
  const could = practices.map((each) => each.could).reduce(addPence, noPence);
  const patients = patientsOf(practices);
  const each = perPatient(earned, patients);
  const share: Child[] = [percent(earned, could) ?? '–'];
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, title),
    sumCell(ours`Practices`, grouped(practices.length), 'p2'),
    hasPatients ? sumCell('Patients', patientsFigure(patients), 'p3') : null,
    sumCell('Earned', shownSum(earned)),
    hasPatients ? sumCell('A patient', each === null ? [] : shownSum(each), 'p2') : null,
    sumCell('Earned of what it could be', share, 'p2'),
    hasWaits ? sumCell('Waits', shownSum(waits), 'p3') : null,
    sumCell('This run', net < noPence ? backSum(net) : shownSum(net)),
  );
}

function patientsOf(practices: readonly PracticeInLocality[]): Ratio {
  return practices.map(({ patients }) => patients).reduce(add, zero);
}
