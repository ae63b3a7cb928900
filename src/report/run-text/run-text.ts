import { sayDay } from '../../domain/day.ts';
import { codes } from '../../domain/findings/codes.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { countsPatients } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { sayPatients } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import {
  type Block,
  bulletList,
  heading,
  numberedList,
  paragraph,
  renderPage,
  table,
  title,
  unbroken,
} from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { cite } from '../show/cite.ts';
import type { RunSummary, WarningGroup } from '../totals/run-summary.ts';
import { inputTable, refusedBlocks, unpaidBlocks } from './left-out.ts';
import { componentTable, controlTable, positionBlocks } from './money.ts';
import { withThousands } from './numbers.ts';

/** Where the run went: a rehearsal goes nowhere. */
export type RunPlace = { readonly folder: string } | 'rehearsal';

/** A run told to an analyst. */
export function runText(summary: RunSummary, place: RunPlace, paint: Paint): string {
  return renderPage(pageOf(summary, place), paint);
}

function pageOf(summary: RunSummary, place: RunPlace): Block[] {
  const { scheme, period, asAt, totals, inputs, warnings } = summary;
  return [
    title(scheme.title),
    paragraph(`${scheme.commissioner} · ${scheme.id}`),
    paragraph(`${period.title} (${period.id}), as at ${sayDay(asAt)}`),
    paragraph(sayWho(scheme, totals)),
    ...section('Position', positionBlocks(scheme.words, totals)),
    ...section('By component and period', [table(componentTable(scheme.words, totals))]),
    ...section('Not paid, and why', unpaidBlocks(scheme.words, totals)),
    ...section('Refused rows', refusedBlocks(scheme.words, totals)),
    ...section('Rows read', [table(inputTable(inputs))]),
    ...section('Control totals', [table(controlTable(scheme.words, summary.totals))]),
    ...section('Warnings', warningBlocks(scheme.words, warnings)),
    ...section('Assumptions used', assumptionBlocks(scheme)),
    ...section('Run folder', [unbroken(place === 'rehearsal' ? 'none: this was a rehearsal' : place.folder)]),
  ];
}

/** How many there are, and how many patients, where the scheme counts them. */
function sayWho(scheme: Scheme, { practices, patients }: RunSummary['totals']): string {
  const members = `${withThousands(practices)} ${inWords(scheme.words, practices === 1 ? 'practice' : 'practices')}`;
  return countsPatients(scheme) ? `${members}, ${sayPatients(patients)}` : members;
}

function section(name: string, blocks: readonly Block[]): Block[] {
  return [heading(name), ...blocks];
}

function assumptionBlocks({ assumptions }: Scheme): Block[] {
  if (assumptions.length === 0) return [paragraph('none')];
  return [numberedList(assumptions.map(({ clause, reading }) => `${reading} ${cite(clause)}`))];
}

/** Of what a finding in a file speaks: `claims.csv line 33, "cluster-dinner": `. */
function sayWhere({ file, line, value = '' }: Finding): string {
  if (file === undefined) return '';
  const place = line === undefined ? file : `${file} line ${line}`;
  return value === '' ? `${place}: ` : `${place}, "${value}": `;
}

function warningBlocks(words: Words, warnings: readonly WarningGroup[]): Block[] {
  if (warnings.length === 0) return [paragraph('none')];
  return [
    bulletList(
      warnings.map(({ code, count: number, findings }) => {
        const [first] = findings;
        const example = first ? `; first: ${sayWhere(first)}${first.message}` : '';
        return `${code}, ${withThousands(number)}: ${inWords(words, codes[code].title)}${example}`;
      }),
    ),
  ];
}
