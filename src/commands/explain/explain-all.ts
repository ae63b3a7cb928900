import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../../domain/scheme/scheme.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import { visible, visibleJson } from '../../domain/words/visible.ts';
import { inWords } from '../../domain/words/words.ts';
import { explainData } from '../../report/explain/explain-data.ts';
import { explainText } from '../../report/explain/explain-text.ts';
import type { Story } from '../../report/explain/story.ts';
import { plain } from '../../report/page/paint.ts';
import { targetExists } from '../../run/given/paths.ts';
import { evaluateRun } from '../../run/recorded/evaluated-run.ts';
import type { RunToRead } from '../../run/recorded/recorded-run.ts';
import { linesInTurn } from '../../run/recorded/report-lines.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { payeesIn } from './payees.ts';
import { storyHeld } from './story-held.ts';

/** Writes the story of every practice of a run into a folder, a file each. */
export async function explainAll(
  run: RunToRead,
  only: Component | null,
  out: string,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const { findings, progress, format } = terminal;
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) return findings.note(targetExists(out));
  const evaluated = await evaluateRun(run, 'all', host, terminal);
  if (!evaluated) return;
  const payees = payeesIn(run, evaluated.facts);
  const linesOf = linesInTurn(run.path);
  const { practices } = evaluated.facts;
  progress.restart(practices.length);
  for (const [index, { code }] of practices.entries()) {
    const story = storyHeld(run, evaluated, index, linesOf, payees.get(code), only, findings);
    if (!story) return;
    await writeFile(join(out, `${code}.${format === 'json' ? 'json' : 'txt'}`), storyFile(story, format), {
      flag: 'wx',
    });
    terminal.stands(`${index + 1} of ${practices.length} stories are written to ${visible(out)}.`);
    if (progress.step(inWords(run.source.schemeFile.scheme.words, 'practices explained'))) await progress.pause();
  }
  if (format === 'json') {
    const files = practices.map(({ code }) => `${code}.json`);
    const told = { run_id: run.runId, folder: out, practices: practices.length, files };
    terminal.printJson({ format: 'quarterday/explain-all/1', ...told });
  } else
    terminal.print(
      sayIn(run.source.schemeFile.scheme.words)`${visible(out)}\n  ${practices.length} practices, a file each\n`,
    );
}

function storyFile(story: Story, format: 'text' | 'json'): string {
  if (format === 'text') return explainText(story, plain);
  return `${visibleJson(JSON.stringify(explainData(story), null, 2))}\n`;
}
