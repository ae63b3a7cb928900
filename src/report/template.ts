import { sayDay } from '../domain/day.ts';
import { countsPatients } from '../domain/scheme/lists-needed.ts';
import { paidEvents } from '../domain/scheme/paid-events.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { eventTitled } from '../domain/scheme/titles.ts';
import { visible } from '../domain/words/visible.ts';
import { csvRow } from './csv/csv.ts';
import { sayDeadline, sayScope } from './show/conditions.ts';

/** A table of the data folder, as the reader of data folders describes it. */
export interface TemplateTable {
  readonly file: string;
  readonly holds: string;
  readonly columns: readonly { readonly name: string; readonly optional: boolean; readonly holds: string }[];
  /** Whether the scheme cannot be run without it. */
  readonly needed: boolean;
}

/** The header of an empty table. */
export function templateTable({ columns }: TemplateTable): string {
  return csvRow(columns.map(({ name }) => name));
}

/** The README of an empty data folder: its tables and columns, and the ids that their cells may hold. */
export function templateReadme(scheme: Scheme, tables: readonly TemplateTable[]): string {
  return [
    `# Data folder for ${visible(scheme.title)}`,
    introduction(scheme),
    '## Tables',
    ...tables.map(tableText),
    '## Ids',
    ...idTables(scheme),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

function introduction(scheme: Scheme): string {
  const { id, term, population } = scheme;
  return [
    `For the scheme \`${id}\`, ${sayDay(term.start)} to ${sayDay(term.end)}. Fill in the tables and leave their headers`,
    'as they are; save each as CSV UTF-8. Dates are written 2017-04-30, amounts 1234.50, codes as they stand. A column',
    'called `notes`, or one whose name begins with `x_`, is yours: the program does not read it.',
    ...(countsPatients(scheme)
      ? ['', `Patients are those of the ${population.kind} list at ${sayDay(population.at)}.`]
      : []),
  ].join('\n');
}

function tableText({ file, holds, columns, needed }: TemplateTable): string {
  return [
    `### ${file}`,
    '',
    `${needed ? 'Needed' : 'May be left out'}. Each row is ${holds}.`,
    '',
    ...markdownTable(
      ['column', '', 'holds'],
      columns.map(({ name, optional, holds: held }) => [`\`${name}\``, optional ? 'optional' : 'always', held]),
    ),
  ].join('\n');
}

function idTables(scheme: Scheme): string[] {
  return [
    ids('component', scheme.components),
    ids('period', scheme.periods),
    ...(scheme.evidence.length === 0 ? [] : [evidenceIds(scheme)]),
    ...eventIds(scheme),
    ...(scheme.measures.length === 0 ? [] : [measureIds(scheme)]),
  ];
}

function ids(column: string, named: readonly { readonly id: string; readonly title: string }[]): string {
  return section(
    `For the column \`${column}\``,
    [column, 'stands for'],
    named.map(({ id, title }) => [`\`${id}\``, title]),
  );
}

function evidenceIds(scheme: Scheme): string {
  const rows = scheme.evidence.map((evidence) => {
    return [`\`${evidence.id}\``, evidence.title, sayScope(evidence), sayDeadline(scheme, evidence)];
  });
  return section('For the column `evidence`', ['evidence', 'stands for', 'how many', 'last day'], rows);
}

function eventIds(scheme: Scheme): string[] {
  const hasTitles = scheme.events !== undefined;
  const rows = paidEvents(scheme).map(({ event, component }) => [
    `\`${event}\``,
    ...(hasTitles ? [eventTitled(event, scheme).title] : []),
    `\`${component.id}\``,
  ]);
  const columns = ['event', ...(hasTitles ? ['stands for'] : []), 'paid under'];
  return rows.length === 0 ? [] : [section('For the column `event`', columns, rows)];
}

function measureIds({ measures }: Scheme): string {
  const rows = measures.map(({ id, title, numerator, denominator }) => [
    `\`${id}\``,
    title,
    numerator,
    denominator ?? '',
  ]);
  return section('For the column `measure`', ['measure', 'stands for', 'numerator', 'denominator'], rows);
}

function section(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [`### ${name}`, '', ...markdownTable(columns, rows)].join('\n');
}

function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

function escapeCell(text: string): string {
  return visible(text).replaceAll('|', '\\|');
}
