import { sayDay } from '../../domain/day.ts';
import { isSterling } from '../../domain/money/currency.ts';
import type { Assumption, Scheme, ToBeConfirmed } from '../../domain/scheme/scheme.ts';
import type { EventKind } from '../../domain/scheme/titles.ts';
import {
  type Block,
  bulletList,
  heading,
  numberedList,
  paragraph,
  renderPage,
  table,
  title,
  tree,
} from '../page/page.ts';
import type { Paint } from '../page/paint.ts';
import { row, wordColumn } from '../page/text-table.ts';
import { budgetBlocks } from './budget.ts';
import { cite } from './cite.ts';
import { sayConditions, sayDeadline, sayScope } from './conditions.ts';
import { sayGroups } from './groups.ts';
import { sayHeadlines } from './headlines.ts';
import { sayPolicies } from './policy.ts';
import { sayQuantity } from './quantities.ts';
import { sayComponent } from './values.ts';

/** A scheme in plain English, each sentence with its clause, with its budget and what the paper says that it comes to. */
export function showText(scheme: Scheme, paint: Paint): string {
  return renderPage(
    [
      ...titleBlocks(scheme),
      ...draftBlocks(scheme),
      ...periodBlocks(scheme),
      ...section('How the components hang together', sayGroups(scheme), tree),
      ...section(
        'What is paid',
        scheme.components.map((component) => sayComponent(component, scheme)),
        bulletList,
      ),
      ...section('Named quantities', sayNamed(scheme), bulletList),
      ...budgetBlocks(scheme),
      ...section("The paper's own figures", sayHeadlines(scheme), bulletList),
      ...evidenceBlocks(scheme),
      ...section('Events', (scheme.events ?? []).map(sayEvent), bulletList),
      ...measureBlocks(scheme),
      ...section('Conditions', sayConditions(scheme), bulletList),
      ...section('Rules', sayPolicies(scheme), bulletList),
      ...section('Readings of what the paper leaves open', scheme.assumptions.map(sayAssumption), numberedList),
    ],
    paint,
  );
}

function titleBlocks({ title: name, commissioner, id, status, words, term, source }: Scheme): Block[] {
  const reference = source.reference === null ? '' : ` (${source.reference})`;
  return [
    title(name),
    paragraph(`${commissioner} · ${id} · ${status}`),
    ...(isSterling(words) ? [] : [paragraph(`Paid in ${words.currency.code}`)]),
    paragraph(`Term: ${sayDay(term.start)} to ${sayDay(term.end)}`),
    paragraph(`Paper: ${source.title}${reference}`),
  ];
}

function draftBlocks({ status, toBeConfirmed }: Scheme): Block[] {
  if (status === 'agreed') return [];
  return [
    heading('Draft'),
    paragraph('This scheme is a draft: it can be checked and shown, but not run. To be confirmed:', 'bad'),
    bulletList(toBeConfirmed.map(sayHole)),
  ];
}

function sayHole({ what, clause }: ToBeConfirmed): string {
  return `${what} ${cite(clause)}`;
}

function periodBlocks({ periods }: Scheme): Block[] {
  const rows = periods.map(({ id, title: name, start, end, clause }) => {
    return row(id, name, sayDay(start), sayDay(end), cite(clause));
  });
  const columns = [wordColumn('id'), wordColumn('title'), wordColumn('from'), wordColumn('to'), wordColumn('clause')];
  return [heading('Periods'), table({ columns, rows })];
}

/** What a name stands for, once. */
function sayNamed(scheme: Scheme): string[] {
  return (scheme.quantities ?? []).map(
    ({ id, title: name, is, clause }) => `${id}: ${name}; ${sayQuantity(is, scheme)} ${cite(clause)}`,
  );
}

function evidenceBlocks(scheme: Scheme): Block[] {
  if (scheme.evidence.length === 0) return [];
  const items = scheme.evidence.map((evidence) => {
    const { id, title: name, clause } = evidence;
    return `${id}: ${name}; ${sayScope(evidence)}; ${sayDeadline(scheme, evidence)} ${cite(clause)}`;
  });
  return [heading('Evidence asked for'), bulletList(items)];
}

function sayEvent({ id, title: name, clause }: EventKind): string {
  return `${id}: ${name} ${cite(clause)}`;
}

function measureBlocks({ measures }: Scheme): Block[] {
  if (measures.length === 0) return [];
  const items = measures.map(({ id, title: name, numerator, denominator, clause }) => {
    return `${id}: ${name}; ${numerator}${denominator === undefined ? '' : ` out of ${denominator}`} ${cite(clause)}`;
  });
  return [heading('Measures'), bulletList(items)];
}

function sayAssumption({ reading, clause }: Assumption): string {
  return `${reading} ${cite(clause)}`;
}

/** A heading over sentences, or nothing where there are none. */
function section(name: string, sentences: readonly string[], as: (sentences: readonly string[]) => Block): Block[] {
  return sentences.length === 0 ? [] : [heading(name), as(sentences)];
}
