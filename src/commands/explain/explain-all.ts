import type { Component } from '../../domain/scheme/scheme.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import { visible, visibleJson } from '../../domain/words/visible.ts';
import { inWords } from '../../domain/words/words.ts';
import { fillNewFolder, type NewFolder } from '../../record/files/new-folder.ts';
import { explainData } from '../../report/explain/explain-data.ts';
import { explainText } from '../../report/explain/explain-text.ts';
import type { Story } from '../../report/explain/story.ts';
import { plain } from '../../report/page/paint.ts';
import { filledFolderMistake, targetExists } from '../../run/given/paths.ts';
import { type EvaluatedRun, evaluateRun } from '../../run/recorded/evaluated-run.ts';
import type { RunToRead } from '../../run/recorded/recorded-run.ts';
import { linesInTurn } from '../../run/recorded/report-lines.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { payeesIn } from './payees.ts';
import { storyHeld } from './story-held.ts';

/** Writes the story of every practice of a run into a folder that is there whole or not at all, a file each. */
export async function explainAll(
  run: RunToRead,
  only: Component | null,
  out: string,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const { findings } = terminal;
  const taken = filledFolderMistake(out);
  if (taken) return findings.note(taken);
  const evaluated = await evaluateRun(run, 'all', host, terminal);
  if (!evaluated) return;
  const files = await fillNewFolder(out, (folder) => writeStories(run, evaluated, only, folder, terminal));
  if (files === 'taken') findings.note(targetExists(out));
  else if (files !== null) tell(run, out, files, terminal);
}

/** Answers the names of the files; null where a story is not that of the reports, which is noted. */
async function writeStories(
  run: RunToRead,
  evaluated: EvaluatedRun,
  only: Component | null,
  folder: NewFolder,
  { findings, progress, format }: Terminal,
): Promise<readonly string[] | null> {
  const payees = payeesIn(run, evaluated.facts);
  const linesOf = linesInTurn(run.path);
  const { practices } = evaluated.facts;
  const names: string[] = [];
  progress.restart(practices.length);
  for (const [index, { code }] of practices.entries()) {
    const story = storyHeld(run, evaluated, index, linesOf, payees.get(code), only, findings);
    if (!story) return null;
    const name = `${code}.${format === 'json' ? 'json' : 'txt'}`;
    await folder.writeBeside(name, [storyFile(story, format)]);
    names.push(name);
    if (progress.step(inWords(run.source.schemeFile.scheme.words, 'practices explained'))) await progress.pause();
  }
  return names;
}

function tell(run: RunToRead, out: string, files: readonly string[], terminal: Terminal): void {
  const { words } = run.source.schemeFile.scheme;
  terminal.stands(`The stories in ${visible(out)} are written.`);
  if (terminal.format === 'json') {
    const told = { run_id: run.runId, folder: out, practices: files.length, files };
    terminal.printJson({ format: 'quarterday/explain-all/1', ...told });
  } else terminal.print(sayIn(words)`${visible(out)}\n  ${files.length} practices, a file each\n`);
}

function storyFile(story: Story, format: 'text' | 'json'): string {
  if (format === 'text') return explainText(story, plain);
  return `${visibleJson(JSON.stringify(explainData(story), null, 2))}\n`;
}
