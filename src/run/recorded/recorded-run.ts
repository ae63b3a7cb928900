import { join } from 'node:path';
import type { MadeFinding } from '../../domain/findings/finding.ts';
import { type Manifest, manifestJson, runIdOf } from '../../record/run-folder/manifest.ts';
import { openRecordedRun } from '../../record/run-folder/read-run-folder.ts';
import { checkFolder } from '../../record/verify/check-folder.ts';
import type { Findings } from '../../terminal/findings.ts';
import { pathMistake } from '../given/paths.ts';
import { differenceFinding } from '../ledger/ledger-findings.ts';
import type { RunSource } from '../run-source.ts';
import { readRecordedSource } from './recorded-source.ts';
import { noRunButOutlook, notARun } from './run-folder-findings.ts';

/** A run folder that is whole, with what it was made from. */
export interface RunToRead {
  readonly path: string;
  readonly runId: string;
  readonly manifest: Manifest;
  readonly source: RunSource;
}

/** Opens a run folder to read what it says. Every file is held against SHA256SUMS first; null where one does not hold, which is noted. */
export async function openRunToRead(path: string, findings: Findings): Promise<RunToRead | null> {
  const mistake = pathMistake(path, 'folder', 'RUN') ?? noRunButOutlook(path);
  if (mistake) findings.note(mistake);
  if (mistake) return null;
  const opened = openRecordedRun(path);
  if (opened.kind === 'not-a-run') {
    findings.note(notARun(join(path, opened.file), opened.why));
    return null;
  }
  const { differences, manifest } = checkFolder(path);
  const hint = 'see what verify says of the folder, and use one as run has made it';
  findings.noteAll(differences.map((each) => differenceFinding('run-difference', path, each, hint)));
  if (manifest === null || differences.length > 0) return null;
  const source = await readRecordedSource(path, manifest, errorsOf(findings));
  return source && { path, runId: runIdOf(manifestJson(manifest)), manifest, source };
}

/** Takes errors alone: the warnings of a run were told when it was made. */
function errorsOf(findings: Findings): Pick<Findings, 'errors' | 'note' | 'noteAll' | 'speakIn'> {
  const note = (each: MadeFinding) => (each.severity === 'error' ? findings.note(each) : undefined);
  return {
    note,
    noteAll: (all) => all.forEach(note),
    speakIn: (words) => findings.speakIn(words),
    get errors() {
      return findings.errors;
    },
  };
}
