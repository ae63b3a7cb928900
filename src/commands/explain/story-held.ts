import type { Component } from '../../domain/scheme/scheme.ts';
import type { PayeeTold } from '../../report/explain/payee.ts';
import { type RunTold, type Story, storyOf } from '../../report/explain/story.ts';
import type { EvaluatedRun } from '../../run/recorded/evaluated-run.ts';
import { heldAgainstReports } from '../../run/recorded/held-against-reports.ts';
import type { RunToRead } from '../../run/recorded/recorded-run.ts';
import type { LinesOf } from '../../run/recorded/report-lines.ts';
import { notAsMade } from '../../run/recorded/run-folder-findings.ts';
import type { Findings } from '../../terminal/findings.ts';

/** The story of the practice at one place, once what was worked out again is what the reports say; null where it is not, which is noted. */
export function storyHeld(
  run: RunToRead,
  evaluated: EvaluatedRun,
  index: number,
  linesOf: LinesOf,
  payee: PayeeTold | undefined,
  only: Component | null,
  findings: Findings,
): Story | null {
  const grounds = evaluated.groundsAt(index);
  const { code } = grounds.account.practice;
  const refused = evaluated.refused(code);
  const different = heldAgainstReports(grounds.account, refused, linesOf);
  if (different) {
    findings.note(notAsMade(run.path, different.report, different.says));
    return null;
  }
  const others = (payee?.practices ?? []).map((practice) => practice.code).filter((each) => each !== code);
  return storyOf(toldOf(run), grounds, { counted: evaluated.counted(index), refused }, others, only);
}

/** Which run it is, for whoever tells of it. */
export function toldOf({ runId, source }: RunToRead): RunTold {
  const { schemeFile, period, asAt } = source;
  return { scheme: schemeFile.scheme, period, asAt, runId };
}
