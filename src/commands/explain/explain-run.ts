import { type Day, sayDay } from '../../domain/day.ts';
import type { Succession } from '../../domain/facts.ts';
import { type Finding, finding, type MadeFinding } from '../../domain/findings/finding.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { sayList } from '../../domain/words/say.ts';
import { ours } from '../../domain/words/sentence.ts';
import { explainData } from '../../report/explain/explain-data.ts';
import { explainText } from '../../report/explain/explain-text.ts';
import { payeeData, payeeText } from '../../report/explain/payee.ts';
import { evaluateRun } from '../../run/recorded/evaluated-run.ts';
import { openRunToRead, type RunToRead } from '../../run/recorded/recorded-run.ts';
import { linesInFolder } from '../../run/recorded/report-lines.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ExplainRequest } from '../request.ts';
import { explainAll } from './explain-all.ts';
import { payeesIn } from './payees.ts';
import { storyHeld, toldOf } from './story-held.ts';

/**
 * Tells the story of one practice, or of all, from a run folder that is whole: what its inputs make, held against what its reports say.
 */
export async function explainRun(request: ExplainRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  findings.noteAll(usageMistakes(request));
  if (findings.forbid) return;
  const run = await openRunToRead(request.run, findings);
  if (!run) return;
  const only = request.component === null ? null : componentNamed(run.source.schemeFile.scheme, request.component);
  if (only && 'code' in only) findings.note(only);
  else if (request.practice !== null) await explainOne(run, request.practice, only, host, terminal);
  else if (request.out !== null) await explainAll(run, only, request.out, host, terminal);
}

function usageMistakes({ practice, all, out }: ExplainRequest): MadeFinding[] {
  if ((practice === null) !== all) {
    const message = all ? '--practice and --all are given together' : 'neither --practice nor --all is given';
    const hint = ours`give --practice CODE for one practice, or --all --out DIR for every one`;
    return [finding('missing-argument', { field: '--practice' }, { message, hint })];
  }
  if (all === (out !== null)) return [];
  const message = all ? '--all is given without --out' : '--out is given without --all';
  const hint = ours`give --all --out DIR to write the story of every practice into a folder`;
  return [finding('missing-argument', { field: '--out' }, { message, hint })];
}

async function explainOne(
  run: RunToRead,
  code: string,
  only: Component | null,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const { findings } = terminal;
  const evaluated = await evaluateRun(run, new Set([code]), host, terminal);
  if (!evaluated) return;
  const { practices } = evaluated.facts;
  const index = practices.findIndex((practice) => practice.code === code);
  const payee = payeesIn(run, evaluated.facts, code).get(code);
  const standsFor = practices.filter((practice) => evaluated.codeNow(practice.code) === code);
  const [successor, ...others] = standsFor;
  if (index >= 0) {
    const story = storyHeld(run, evaluated, index, linesInFolder(run.path), payee, only, findings);
    if (!story) return;
    if (terminal.format === 'json') terminal.printJson(explainData(story));
    else terminal.print(explainText(story, terminal.paint));
  } else if (successor && others.length === 0) {
    // A new code is explained by the account of the old one.
    await explainOne(run, successor.code, only, host, terminal);
  } else if (payee) {
    if (terminal.format === 'json') terminal.printJson(payeeData(payee, toldOf(run)));
    else terminal.print(payeeText(payee, toldOf(run), terminal.paint));
  } else {
    const codes = practices.map((practice) => practice.code);
    findings.note(
      codeOfOthers(
        code,
        standsFor.map((practice) => practice.code),
      ) ??
        codeToCome(code, evaluated.successions, run.source.asAt) ??
        unknownPractice(code, codes),
    );
  }
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

/** Of a merger without an account of its own: the accounts that go on under the new code. */
function codeOfOthers(code: string, accounts: readonly string[]): Finding | null {
  if (accounts.length === 0) return null;
  const message = `this code has no account of its own: it stands for ${sayList(accounts)}, which go on as they were`;
  const hint = `ask for each by itself: --practice ${accounts[0]}`;
  return finding('practice-not-in-run', { field: '--practice' }, { message, value: code, hint });
}

/** Of a succession that is not in force yet: from when it will be, and whose account to ask for until then. */
function codeToCome(code: string, successions: readonly Succession[], asAt: Day): Finding | null {
  const toCome = successions.filter(({ newCode, from }) => newCode === code && from > asAt);
  const [first] = toCome;
  if (!first) return null;
  const olds = sayList(toCome.map(({ oldCode }) => oldCode));
  const message = `the run is as at ${sayDay(asAt)}, and this code stands for ${olds} only from ${sayDay(first.from)} (successions.csv, line ${first.line})`;
  const hint = `until then the account is that of ${olds}: --practice ${first.oldCode}`;
  return finding('practice-not-in-run', { field: '--practice' }, { message, value: code, hint });
}

function unknownPractice(code: string, codes: readonly string[]): MadeFinding {
  const near = nearest(code, codes);
  const after = codes.findIndex((each) => each > code);
  const around = codes.slice(Math.max(0, (after < 0 ? codes.length : after) - 2)).slice(0, 4);
  const hint = near === null ? ours`practices of the run near it: ${around.join(', ')}` : `did you mean ${near}?`;
  const message = ours`no practice of this run has this code, and no payee`;
  return finding('practice-not-in-run', { field: '--practice' }, { message, value: code, hint });
}
