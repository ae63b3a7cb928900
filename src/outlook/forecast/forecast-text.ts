import { at } from '../../domain/at.ts';
import { sayDay } from '../../domain/day.ts';
import { formatPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import type { Component } from '../../domain/scheme/scheme.ts';
import { shortTitleOf } from '../../domain/scheme/titles.ts';
import { sayList } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type Block, bulletList, heading, paragraph, renderPage, table, title } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import { figureColumn, row, totalRow, wordColumn } from '../../report/page/text-table.ts';
import type { Held } from './against.ts';
import { type Forecast, neverBounded, withinAPenny } from './forecast-report.ts';
import type { Outturn } from './outturn.ts';

/** A forecast for a person to read: least and most first, then against the budget, then what is at risk of what was paid. */
export function forecastText(forecast: Forecast, paint: Paint): string {
  const { scheme, asAt, outturn, against } = forecast;
  const { words } = scheme;
  const all = at(outturn, outturn.length - 1);
  return renderPage(
    [
      title(`${scheme.title}: forecast as at ${sayDay(asAt)}`),
      paragraph(sayBounds(words, all)),
      ...sayBudget(words, all),
      ...sayRisk(forecast, all),
      heading('By component'),
      table(outturnTable(words, outturn)),
      ...sayFalling(outturn),
      ...sayExpected(forecast),
      ...(against === null ? [] : sayAgainst(words, against)),
      ...sayNotBounded(forecast),
      paragraph('A forecast is never posted.'),
    ],
    paint,
  );
}

function sayBounds(words: Words, all: Outturn): string {
  const [certain, most] = [formatPounds(words, all.certain), formatPounds(words, all.most)];
  if (all.certain === all.most) return `The term will come to ${most}: nothing that can still come in changes it.`;
  if (falls(all))
    return `No bounds can be given: the term will come to ${certain} if nothing more comes in, and to ${most} if all of it does.`;
  return `The term will come to ${certain} at the least and ${most} at the most.`;
}

/** Whether what comes in lowers it on the whole, so that neither figure is a bound. */
function falls({ certain, most }: Outturn): boolean {
  return certain > most;
}

/** Which components have no bounds, though both figures stand in the table. */
function sayFalling(outturn: readonly Outturn[]): Block[] {
  const titles = outturn.flatMap((each) => (each.component && falls(each) ? [each.component.title] : []));
  if (titles.length === 0) return [];
  return [paragraph(`No bounds can be given of ${sayList(titles)}: what comes in may lower what was earned before.`)];
}

function sayBudget(words: Words, all: Outturn): Block[] {
  const { budget, most, variance } = all;
  if (budget === null || variance === null) return [];
  const left = subtractPence(budget, most);
  const whole = `the budget of ${formatPounds(words, budget)}`;
  const when = falls(all) ? 'If all of it comes in' : 'At the most';
  if (left === noPence) return [paragraph(`${when}, all of ${whole} is used.`)];
  const says =
    left > noPence
      ? `${formatPounds(words, left)} of ${whole} is left.`
      : `${whole} is exceeded by ${formatPounds(words, negative(left))}.`;
  return [paragraph(`${when}, ${says}`)];
}

function sayRisk({ scheme: { words }, outturn }: Forecast, { paid, atRisk }: Outturn): Block[] {
  if (paid === noPence) return [];
  if (atRisk === noPence)
    return [
      paragraph(`${formatPounds(words, paid)} has been paid, and none of it comes back if nothing more comes in.`),
    ];
  const from = outturn.flatMap((each) => (each.component && each.atRisk !== noPence ? [each.component.title] : []));
  return [
    paragraph(
      `${formatPounds(words, paid)} has been paid, and ${formatPounds(words, atRisk)} of that comes back if nothing more comes in: ${sayList(from)}.`,
    ),
  ];
}

function outturnTable(words: Words, outturn: readonly Outturn[]) {
  const hasBudget = outturn.some(({ budget }) => budget !== null);
  const columns = [
    wordColumn('component'),
    ...['certain', 'expected', 'most', ...(hasBudget ? ['budget', 'variance', '%'] : []), 'paid', 'at risk'].map(
      figureColumn,
    ),
  ];
  const rows = outturn.map((each) => {
    const cells = [
      nameOf(each.component),
      sum(words, each.certain),
      each.expected === null ? '–' : sum(words, each.expected),
      sum(words, each.most),
      ...(hasBudget ? [orDash(words, each.budget), signed(words, each.variance), percent(each.variancePercent)] : []),
      sum(words, each.paid),
      sum(words, each.atRisk),
    ];
    return each.component === null ? totalRow(...cells) : row(...cells);
  });
  return { columns, rows };
}

function sayExpected({ lines }: Forecast): Block[] {
  const bases = [...new Set(lines.flatMap(({ basis }) => (basis === '' ? [] : [basis])))];
  if (bases.length === 0) return [paragraph('Nothing is assumed, so nothing is expected; give a file with --assume.')];
  return [heading('What is expected rests on'), bulletList(bases)];
}

function sayAgainst(words: Words, against: readonly Held[]): Block[] {
  const rows = against.map(({ component, earlier, now, outside, miss, practicesOutside }) => {
    const cells = [
      nameOf(component),
      sum(words, earlier.certain),
      earlier.expected === null ? '–' : sum(words, earlier.expected),
      sum(words, earlier.most),
      now.certain === now.most ? sum(words, now.most) : `${sum(words, now.certain)} to ${sum(words, now.most)}`,
      signed(words, outside),
      signed(words, miss),
      `${practicesOutside.length}`,
    ];
    return component === null ? totalRow(...cells) : row(...cells);
  });
  const columns = [
    'certain then',
    'expected then',
    'most then',
    'now',
    'outside',
    'now less expected',
    inWords(words, 'practices outside'),
  ];
  return [
    heading('How wrong the earlier forecast was'),
    table({ columns: [wordColumn('component'), ...columns.map(figureColumn)], rows }),
  ];
}

function sayNotBounded({ notBounded, sharedMoney, overTerm, scheme }: Forecast): Block[] {
  // Of what is not bounded at all no sum is bounded either.
  const unbounded = new Set(notBounded.map(({ component }) => component.id));
  const titlesOf = (ids: readonly string[]) =>
    scheme.components.filter(({ id }) => ids.includes(id) && !unbounded.has(id)).map((component) => component.title);
  return [
    heading('What neither figure bounds'),
    bulletList([
      `In every scheme: ${inWords(scheme.words, neverBounded)}; and ${inWords(scheme.words, withinAPenny)}.`,
      ...notBounded.map(({ component, says }) => `${component.title}: ${says}.`),
      ...titlesOf(sharedMoney).map(
        (name) => `${name}: how it is shared goes by the figures of others too; only the sum of all is bounded.`,
      ),
      ...titlesOf(overTerm).map(
        (name) =>
          `${name}: in which period it is earned goes by when events come, or figures that add up; only the sum of the term is bounded.`,
      ),
    ]),
  ];
}

function nameOf(component: Component | null): string {
  return component === null ? 'All' : shortTitleOf(component);
}

function sum(words: Words, amount: Pence): string {
  return amount === noPence ? '–' : formatPounds(words, amount);
}

function orDash(words: Words, amount: Pence | null): string {
  return amount === null ? '–' : formatPounds(words, amount);
}

function signed(words: Words, amount: Pence | null): string {
  if (amount === null || amount === noPence) return '–';
  return amount > noPence ? `+${formatPounds(words, amount)}` : formatPounds(words, amount);
}

function negative(amount: Pence): Pence {
  return subtractPence(noPence, amount);
}

function percent(of: string | null): string {
  if (of === null) return '–';
  return `${of.startsWith('-') ? `−${of.slice(1)}` : `+${of}`}%`;
}
