import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from '../../data/csv/note.ts';
import type { TableSource } from '../../data/csv/table.ts';
import { type CountedLists, readListSizes } from '../../data/tables/list-sizes.ts';
import { type PracticesRead, readPractices } from '../../data/tables/practices.ts';
import { readSuccessions } from '../../data/tables/successions.ts';
import { listSizesTable, practicesTable, successionsTable } from '../../data/tables/tables.ts';
import type { ListSize, Practice, Succession } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { Successions } from '../../domain/successions.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { linesWithKey } from '../../record/files/sorted-lines.ts';
import { explainData } from '../../report/explain/explain-data.ts';
import { explainText } from '../../report/explain/explain-text.ts';
import { damagedReport, type PracticeRows, practiceRows } from '../../report/explain/rows.ts';
import { rowsOfComponent, type Story, storyOf } from '../../report/explain/story.ts';
import { notARun, openRunToRead, type RunToRead } from '../../run/recorded-run.ts';
import { cellsOf, codeIn } from '../../run/report-lines.ts';
import { didYouMean } from '../../scheme/did-you-mean.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ExplainRequest } from '../request.ts';

/** Tells one practice's story from a run folder, and from nothing else. */
export async function explainRun(request: ExplainRequest, _host: Host, terminal: Terminal): Promise<void> {
  const opened = openRunToRead(request.run, terminal);
  if (!opened) return;
  const story = await readStory(opened, request, terminal);
  if (!story || terminal.findings.forbid) return;
  if (terminal.format === 'json') terminal.printJson(explainData(story));
  else terminal.print(explainText(story, terminal.paint));
}

async function readStory(opened: RunToRead, request: ExplainRequest, { findings }: Terminal): Promise<Story | null> {
  const { run, scheme, period } = opened;
  const component = request.component === null ? null : componentNamed(scheme, request.component);
  if (component && 'code' in component) findings.note(component);
  const { note } = findings;
  const practices = await practicesOf(opened, note, request.practice);
  const practice = practices.find(({ code }) => code === request.practice);
  // What is wrong with the file itself was told with the first look at it.
  if (!practice) note(unknownPractice(request.practice, await practicesOf(opened, () => {})));
  if (!practice || (component && 'code' in component)) return null;
  const listSize = await listSizeOf(opened, practice, note);
  const rows = readRows(run.path, practice.code);
  const damaged = damagedReport(rows);
  if (damaged) findings.note(notARun(join(run.path, damaged), 'is not as this program writes it'));
  if (damaged) return null;
  const about = { scheme, period, asAt: run.manifest.asAt, runId: run.runId, practice, listSize };
  return storyOf(about, component ? rowsOfComponent(rows, component) : rows);
}

/** The practices of the run: all of them, or those in whose rows a code stands. */
async function practicesOf(opened: RunToRead, note: Note, code = ''): Promise<readonly Practice[]> {
  const who: PracticesRead = { practices: [], named: null };
  await readPractices(sourceOf(opened, practicesTable.file, note, code), () => null, who);
  return who.practices;
}

async function listSizeOf(opened: RunToRead, practice: Practice, note: Note): Promise<ListSize | null> {
  if (!existsSync(join(opened.inputs, listSizesTable.file))) return null;
  const lists: CountedLists = { listSizes: new Map(), others: new Map(), first: new Map() };
  const who: PracticesRead = { practices: [practice], named: null };
  const source = sourceOf(opened, listSizesTable.file, note, practice.code);
  await readListSizes(source, opened.scheme, who, await successionsOf(opened), lists);
  return lists.listSizes.get(practice.code) ?? null;
}

async function successionsOf(opened: RunToRead): Promise<Successions> {
  const rows: Succession[] = [];
  if (!existsSync(join(opened.inputs, successionsTable.file))) return new Successions(rows);
  await readSuccessions(
    sourceOf(opened, successionsTable.file, () => {}, ''),
    null,
    rows,
  );
  return new Successions(rows);
}

/** An input of the run, of which the rows with a code are looked at. Its warnings were told when the run was made. */
function sourceOf({ inputs, encoding }: RunToRead, file: string, note: Note, code: string): TableSource {
  return {
    content: readFileSync(join(inputs, file)),
    encoding,
    note: (each) => (each.severity === 'error' ? note(each) : undefined),
    pause: async () => {},
    concerns: (line) => line.includes(code),
  };
}

/** The rows of the practice in each report, which are sorted by practice code. */
function readRows(folder: string, practice: string): PracticeRows {
  return practiceRows((report) => cellsOf(linesWithKey(join(folder, report), practice, codeIn(report))));
}

function componentNamed({ components }: Scheme, id: string): Component | Finding {
  const found = components.find((component) => component.id === id);
  if (found) return found;
  const hint = didYouMean(
    id,
    components.map((component) => component.id),
  );
  const message = 'the scheme of the run has no such component';
  return finding('component-not-in-scheme', { field: '--component' }, { message, value: id, hint });
}

function unknownPractice(code: string, practices: readonly Practice[]): Finding {
  const codes = practices.map((practice) => practice.code);
  const near = nearest(code, codes);
  const after = codes.findIndex((each) => each > code);
  const around = codes.slice(Math.max(0, (after < 0 ? codes.length : after) - 2)).slice(0, 4);
  const hint = near === null ? `practices of the run near it: ${around.join(', ')}` : `did you mean ${near}?`;
  const message = 'no practice of this run has this code';
  return finding('practice-not-in-run', { field: '--practice' }, { message, value: code, hint });
}
