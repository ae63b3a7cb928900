import { openRowSources } from '../../data/files/row-sources.ts';
import { at } from '../../domain/at.ts';
import { addDays, formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { visible } from '../../domain/words/visible.ts';
import { inWords } from '../../domain/words/words.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { checkData } from '../../run/check-data.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { openSchemeInFull } from '../../run/given/scheme-file.ts';
import { figureChecks, writtenChecks } from '../../scheme/checks/checks.ts';
import { untestedBlocks } from '../../scheme/example-coverage.ts';
import { judgeExample } from '../../scheme/examples.ts';
import type { Host } from '../../terminal/host.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { CheckRequest } from '../request.ts';
import { exampleData, examplesText } from './examples-told.ts';
import { type WorkedExample, workedExample } from './worked-example.ts';

/** Proves a scheme: its checks, its worked examples to the penny, and, where one is given, a data folder against it. */
export async function checkScheme(request: CheckRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const source = openSchemeInFull(request.scheme, host, terminal);
  if (!source) return;
  const { scheme } = source;
  const reached = new Set<object>();
  const worked = scheme.examples.map((example) => workedExample(scheme, example, (block) => reached.add(block)));
  for (const { example, entitlements, mistakes } of worked) {
    const found = entitlements === null ? mistakes : judgeExample(scheme.words, example, entitlements);
    findings.noteAll(found.map((each) => ({ file: source.name, ...each })));
  }
  findings.noteAll(untestedBlocks(scheme, reached, source.name));
  if (request.data !== null) await checkFolder(scheme, request.data, request.encoding, host, terminal);
  const told = request.examples ? worked : null;
  if (!findings.forbid) tellProof(scheme, request, told, terminal);
  else if (told) tellWorked(scheme, told, terminal);
}

/** The steps of the examples alone, where something is wrong: whoever mends it looks at them. */
function tellWorked(scheme: Scheme, worked: readonly WorkedExample[], terminal: Terminal): void {
  if (terminal.format === 'text') terminal.print(examplesText(scheme.words, worked, terminal.paint));
  else terminal.printJson({ format: 'quarterday/worked/1', scheme: scheme.id, worked: worked.map(exampleData) });
}

async function checkFolder(
  scheme: Scheme,
  data: string,
  encoding: CheckRequest['encoding'],
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const mistake = pathMistake(data, 'folder', '--data');
  if (mistake) {
    terminal.findings.note(mistake);
    return;
  }
  terminal.findings.nameSources(openRowSources(data));
  const scratch = new ScratchFolder(host.temporary);
  try {
    await checkData(scheme, { data, encoding }, scratch, terminal);
  } finally {
    const left = scratch.remove();
    if (left !== null) terminal.stands(`The temporary folder ${left} could not be removed.`);
  }
}

function tellProof(
  scheme: Scheme,
  { scheme: named, data }: CheckRequest,
  worked: readonly WorkedExample[] | null,
  terminal: Terminal,
): void {
  const { id, status, examples, headlines, toBeConfirmed } = scheme;
  const checks = writtenChecks.length + figureChecks.length;
  const first = firstRun(scheme);
  if (terminal.format === 'json') {
    const proved = { checks, examples: examples.length, headlines: headlines.length };
    const told = worked && { worked: worked.map(exampleData) };
    terminal.printJson({
      format: 'quarterday/check/1',
      ...currencyKey(scheme.words),
      scheme: id,
      status,
      ...proved,
      to_be_confirmed: toBeConfirmed.length,
      data,
      first_run: { period: first.period, as_at: first.asAt },
      ...told,
    });
    return;
  }
  const { paint } = terminal;
  if (worked) terminal.print(examplesText(scheme.words, worked, paint));
  const proved = [
    count(checks, 'check', 'checks'),
    `${count(examples.length, 'example', 'examples')} ${inWords(scheme.words, 'to the penny')}`,
    `${count(headlines.length, 'headline figure ties', 'headline figures tie')}`,
  ];
  terminal.printLines(`${paint.good('good')} ${visible(id)}: ${proved.join(', ')}\n`);
  if (data !== null)
    terminal.printLines(`${paint.good('good')} ${visible(data)}: every file can be read for this scheme\n`);
  if (status === 'draft')
    terminal.printLines(
      toBeConfirmed.length === 0
        ? 'A draft: no run pays it until its status is "agreed".\n'
        : `A draft: ${count(toBeConfirmed.length, 'value', 'values')} to be confirmed.\n`,
    );
  terminal.next(nextStep(status, named, data, first));
}

interface FirstRun {
  readonly period: string;
  readonly asAt: string;
}

/** The first period, as it is run when it is over. */
function firstRun({ periods }: Scheme): FirstRun {
  const { id, end } = at(periods, 0);
  return { period: id, asAt: formatDay(addDays(end, 1)) };
}

/** The scheme goes by the name that was typed: an id that comes with the program, or a path. */
function nextStep(status: Scheme['status'], named: string, data: string | null, first: FirstRun): string {
  if (status === 'draft')
    return `Next: quarterday show ${shellQuoted(named)} says what it pays, and what is to be confirmed.`;
  if (data === null) return `Next: quarterday template ${shellQuoted(named)} --out DIR makes a data folder to fill in.`;
  const { period, asAt } = first;
  return `Next: quarterday run ${shellQuoted(named)} --period ${shellQuoted(period)} --as-at ${asAt} --data ${shellQuoted(data)}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
