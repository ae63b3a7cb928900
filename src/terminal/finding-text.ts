import type { Finding } from '../domain/findings/finding.ts';
import { withSeparators } from '../domain/money/money.ts';
import { cellAddress } from '../domain/words/cell-address.ts';
import { visible } from '../domain/words/visible.ts';
import type { Paint } from '../report/page/paint.ts';
import type { FindingCause, FindingGroup, Findings } from './findings.ts';
import { fitted } from './fitted.ts';

/** Which command says the warnings of a code about a file in full, where that is not to be done here: by `warningsOf`. */
export type ToldInFull = ReadonlyMap<string, string>;

/** What a warning is of: its code and its file. */
export function warningsOf(code: string, file: string): string {
  return `${code} ${file}`;
}

/** Findings for a person to read: grouped by code, each with its place, its value and its fix. */
export function findingsText(groups: readonly FindingGroup[], paint: Paint, inFull: ToldInFull = new Map()): string {
  return fitted(groups.map((group) => `${groupText(group, paint, inFull)}\n`).join(''), paint.room);
}

/** What the findings come to, on one line: `3 errors in 2 files. Nothing was written.` */
export function findingsSummary(findings: Findings, outcome: string): string {
  const { errors, warnings, files, forbid } = findings;
  const counts = [
    ...(errors > 0 ? [count(errors, 'error', 'errors')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning', 'warnings')] : []),
  ].join(' and ');
  const strict = forbid && errors === 0 ? ', which --strict counts as errors' : '';
  const where = files === 0 ? '' : ` in ${count(files, 'file', 'files')}`;
  return `${counts}${where}${strict}.${forbid ? ` ${outcome}` : ''}\n`;
}

function groupText(group: FindingGroup, paint: Paint, inFull: ToldInFull): string {
  const { code, title, severity, count: total, causes } = group;
  const mark = severity === 'error' ? paint.bad : paint.strong;
  const heading = `${mark(severity)} ${paint.strong(code)} ${title} (${number(total)})\n`;
  const brief = briefText(group, inFull);
  if (brief !== null) return `${heading}  ${brief}\n`;
  const more = total - causes.reduce((sum, { count }) => sum + count, 0);
  const rest = more > 0 ? `  … and ${number(more)} more; --format json lists all\n` : '';
  const fix = fixOfEach(group);
  return heading + causes.map((cause) => causeText(cause, paint, fix === '')).join('') + rest + fix;
}

/** One fix for several is said once, below all of them; empty where each has its own. */
function fixOfEach({ causes, findings: [first, ...others] }: FindingGroup): string {
  if (first === undefined || others.length === 0 || others.some(({ hint }) => hint !== first.hint)) return '';
  const [cause, ...more] = causes;
  if (more.length === 0 && cause && cause.count > cause.findings.length) return '';
  return `  fix of each: ${visible(first.hint)}\n`;
}

/** `visits.json: quarterday check visits.json says each in full, with its fix`; null where these stand in full here. */
function briefText({ code, severity, count: total, findings }: FindingGroup, inFull: ToldInFull): string | null {
  const [file, ...others] = new Set(findings.map((found) => found.file));
  if (severity !== 'warning' || file === undefined || others.length > 0) return null;
  const command = inFull.get(warningsOf(code, file));
  if (command === undefined) return null;
  return visible(`${file}: ${command} says ${total === 1 ? 'it' : 'each'} in full, with its fix`);
}

/** Up to three findings stand in full; of more the first does, with the places of the next two. */
function causeText({ count: total, findings }: FindingCause, paint: Paint, withFix: boolean): string {
  const [first, ...others] = findings;
  if (!first || total <= findings.length) return findings.map((each) => findingText(each, paint, withFix)).join('');
  const places = others.map(
    ({ line, sheet, value }) =>
      `${sheet === undefined ? 'line' : 'row'} ${line}${value === undefined ? '' : ` "${visible(shortened(value))}"`}`,
  );
  const rest = total - 1 - others.length;
  const also = [...places, ...(rest > 0 ? [`${number(rest)} more`] : [])];
  return `${findingText(first, paint, withFix)}    likewise in ${also.slice(0, -1).join(', ')} and ${also.at(-1)}\n`;
}

function findingText(finding: Finding, paint: Paint, withFix: boolean): string {
  const { field, value, message, hint } = finding;
  const place = [
    ...whereabouts(finding),
    ...(field === undefined ? [] : [visible(field)]),
    ...(value === undefined ? [] : [`"${visible(shortened(value))}"`]),
  ].join('  ');
  const says = place === '' ? [visible(message)] : [paint.strong(place), `  ${visible(message)}`];
  const lines = [...says, ...(withFix ? [`  fix: ${visible(hint)}`] : [])];
  return lines.map((line) => `  ${line}\n`).join('');
}

/** `claims.csv:12:3`, as editors take it, and the cell that it was imported from; in a workbook `evidence.xlsx Evidence!B15`. */
function whereabouts({ file, sheet, line, column, source }: Finding): string[] {
  if (sheet !== undefined) {
    const cell = line === undefined ? '' : `!${column === undefined ? line : cellAddress(column, line)}`;
    return [visible(`${file ?? ''} ${sheet}${cell}`)];
  }
  const parts = [file === undefined ? '' : visible(file), line, column].filter(
    (part) => part !== undefined && part !== '',
  );
  const from = source === undefined ? '' : `, from ${visible(source)}`;
  return parts.length === 0 ? [] : [`${parts.join(':')}${from}`];
}

const longestValue = 120;

/** A value that fits a line or two; --format json has it whole. */
function shortened(value: string): string {
  const characters = [...value.slice(0, longestValue * 2)];
  return characters.length <= longestValue ? value : `${characters.slice(0, longestValue).join('')}…`;
}

function count(total: number, one: string, many: string): string {
  return `${number(total)} ${total === 1 ? one : many}`;
}

function number(total: number): string {
  return withSeparators(String(total));
}
