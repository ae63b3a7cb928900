import { type Day, sayDay } from '../../domain/day.ts';
import { noPence } from '../../domain/money/money.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { shortTitleOf } from '../../domain/scheme/titles.ts';
import { sayList } from '../../domain/words/say.ts';
import { inWords } from '../../domain/words/words.ts';
import type { PaperBlock, PaperColumn, TableCell, TableRow } from '../paper/blocks.ts';
import { plainCell, said } from '../paper/blocks.ts';
import { type Provisional, provisionalReasons, provisionalUntil } from '../provisional.ts';
import type { LetterFacts, SchemeFacts } from './letter-facts.ts';
import { addAmounts, componentsFor, net, type Payee, type PayeeAmounts, type PayeeScheme, sumsOf } from './payee.ts';
import { sayComponents, sayMoney, sayPeriods } from './say.ts';
import { workedOut } from './worked-out.ts';

/** A letter of more rows of components than this has the sums of each scheme alone, and the rest in its annex. */
const mostRows = 14;

const figure = (head: string): PaperColumn => ({ head, align: 'right', share: null });

/** The columns that a letter may have; one in which nothing stands is not there. */
const columns = [
  ['Earned', ({ earned }) => earned],
  ['Paid before', ({ before }) => before],
  ['Overpaid, stays with you', ({ stays }) => stays],
  ['Overpaid, waits', ({ waits }) => waits],
  ['Kept for the next payment', ({ kept }) => kept],
  ['Now', net],
] as const satisfies readonly (readonly [string, (sums: PayeeAmounts) => bigint])[];

/** Whose money it is, where there are several practices: those by schemes. */
export function sharedTable({ payee, schemeWords, schemes, severalPractices, sums }: LetterFacts): PaperBlock[] {
  if (!severalPractices) return [];
  const practices = new Map(
    payee.schemes.flatMap(({ practices: all }) =>
      all.map(({ story }) => [story.account.practice.code, story.account.practice.name] as const),
    ),
  );
  const ofPractice = (code: string, { scheme }: SchemeFacts): PayeeAmounts =>
    addAmounts(
      scheme.practices
        .filter(({ story }) => story.account.practice.code === code)
        .flatMap((practice) => componentsFor(payee.code, practice).map((each) => sumsOf(payee.code, each))),
    );
  const rows = [...practices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]): TableRow => {
      const each = schemes.map((scheme) => ofPractice(code, scheme));
      const amounts = [...(schemes.length > 1 ? each : []), addAmounts(each)].map((one) =>
        plainCell(sayMoney(schemeWords, net(one))),
      );
      return { cells: [{ words: [{ text: `${name} ` }, { text: code, look: 'small-dim' }] }, ...amounts] };
    });
  const totals = [...(schemes.length > 1 ? schemes.map((each) => net(each.sums)) : []), net(sums)];
  return [
    {
      kind: 'table',
      caption: null,
      columns: [
        { head: inWords(schemeWords, 'Practice'), align: 'left', share: 1 },
        ...(schemes.length > 1 ? schemes.map(({ scheme }) => figure(scheme.run.scheme.title)) : []),
        figure('Now'),
      ],
      rows,
      total: { cells: [plainCell('In all'), ...totals.map((amount) => plainCell(sayMoney(schemeWords, amount)))] },
    },
  ];
}

/** What is earned in each scheme, by component; below it what can still change, and what goes to others. */
export function earnedBlocks(facts: LetterFacts, annexed: boolean): PaperBlock[] {
  const short = isShort(facts.payee);
  return facts.schemes.flatMap((scheme): PaperBlock[] => {
    const { run } = scheme.scheme;
    const several = facts.schemes.length > 1;
    const title = several ? `${run.scheme.title}, ${run.period.title}` : 'What you have earned';
    return [
      { kind: 'heading', level: 2, text: title },
      schemeTable(facts, scheme, { short, annexed }),
      ...canChange(facts, scheme),
      ...goesToOthers(facts, scheme),
    ];
  });
}

/** Whether a letter tells the sums of its schemes alone. */
export function isShort({ code, schemes }: Payee): boolean {
  return schemes.reduce((sum, scheme) => sum + componentsOf(code, scheme).length, 0) > mostRows;
}

function componentsOf(payee: string, { practices }: PayeeScheme): Component[] {
  const all = practices.flatMap((practice) => componentsFor(payee, practice).map(({ line }) => line.component));
  return [...new Set(all)].sort((a, b) => a.index - b.index);
}

function schemeTable(
  { payee }: LetterFacts,
  { scheme, sums }: SchemeFacts,
  { short, annexed }: { readonly short: boolean; readonly annexed: boolean },
): PaperBlock {
  const { run, practices } = scheme;
  const shown = columns.filter(([head, of]) => head === 'Earned' || head === 'Now' || of(sums) !== noPence);
  // Nothing was paid before, and nothing is kept: what is earned is what is paid.
  const together = shown.length === 2 && sums.earned === net(sums);
  const heads = together ? [['Earned, and paid now', net] as const] : shown;
  const components = componentsOf(payee.code, scheme);
  const rows = components.flatMap((component): TableRow[] => {
    const own = practices.flatMap((practice) =>
      componentsFor(payee.code, practice)
        .filter(({ line }) => line.component === component)
        .map((story) => ({ practice, story })),
    );
    const of = addAmounts(own.map(({ story }) => sumsOf(payee.code, story)));
    if (isNothing(of) && short) return [];
    const [only] = own;
    const note = only && own.length === 1 ? workedOut(run, only.practice, only.story) : '';
    if (isNothing(of) && note === '') return [];
    // Where no annex names it in full, the letter does so here.
    const full = annexed || component.shortTitle === undefined ? [] : [component.title];
    const below = [...full, ...(note === '' ? [] : [note])].join(': ');
    const name = shortTitleOf(component);
    return [row(below === '' ? plainCell(name) : plainCell(name, below), of)];
  });
  const total = row(plainCell('In all'), sums);
  return {
    kind: 'table',
    caption: null,
    columns: [{ head: 'For', align: 'left', share: 1 }, ...heads.map(([head]) => figure(head))],
    rows: short ? [row(plainCell(`All ${components.length} components`, 'each stands in the annex'), sums)] : rows,
    total: short || rows.length === 0 ? null : total,
  };

  function row(first: TableCell, of: PayeeAmounts): TableRow {
    return { cells: [first, ...heads.map(([, amount]) => ({ words: said(sayMoney(run.scheme.words, amount(of))) }))] };
  }
}

function isNothing(sums: PayeeAmounts): boolean {
  return Object.values(sums).every((amount) => amount === noPence);
}

/** Told of what can change by what others than the payee see first: what it can do itself is told as something to do. */
const toldHere: ReadonlySet<Provisional['kind']> = new Set([
  'period-goes-on',
  'claims-may-come',
  'figures-may-come',
  'measured-anew',
]);

function canChange({ payee }: LetterFacts, { scheme }: SchemeFacts): PaperBlock[] {
  const { run, practices } = scheme;
  const told = new Map<string, { until: Day | null; components: Component[]; periods: Period[] }>();
  for (const practice of practices) {
    for (const { line, periods } of componentsFor(payee.code, practice)) {
      for (const period of periods) {
        const reasons = provisionalReasons(run, line.component, period).filter(({ kind }) => toldHere.has(kind));
        if (reasons.length === 0) continue;
        const why = sayList(reasons.map((reason) => reason.why));
        const known = told.get(why) ?? { until: provisionalUntil(reasons), components: [], periods: [] };
        told.set(why, known);
        known.components.push(line.component);
        known.periods.push(period.position.period);
      }
    }
  }
  if (told.size === 0) return [];
  const items = [...told].map(([why, { until, components, periods }]) => {
    const all = components.length === 0 || new Set(components).size === run.scheme.components.length;
    const what = `${all ? 'All sums' : sayComponents(components)}, ${sayPeriods(periods)}`;
    const when = until === null ? '' : ` until ${sayDay(until)}`;
    return [
      { text: `Provisional${when}: `, look: 'small' as const },
      { text: `${what}: ${why}.`, look: 'small-dim' as const },
    ];
  });
  return [{ kind: 'list', items }];
}

function goesToOthers({ payee, severalPractices }: LetterFacts, { scheme }: SchemeFacts): PaperBlock[] {
  return scheme.practices.flatMap(({ story }): PaperBlock[] => {
    const others = story.components.filter(({ line }) => line.payeeCode !== payee.code);
    if (others.length === 0) return [];
    const whose =
      severalPractices || payee.code !== story.account.practice.code ? ` for ${story.account.practice.name}` : '';
    const to = [...new Set(others.map(({ line }) => line.payeeCode))].map(
      (code) => scheme.run.payeeNames.get(code) ?? code,
    );
    const what = sayComponents(others.map(({ line }) => line.component));
    const text = `${what}${whose}: paid to ${sayList(to)}, with a statement of its own.`;
    return [{ kind: 'paragraph', words: [{ text, look: 'small-dim' }] }];
  });
}
