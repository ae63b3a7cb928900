import type { Finding } from '../domain/findings/finding.ts';
import { visible, visibleJson } from '../domain/words/visible.ts';
import type { PrintedDocument } from '../formats/printed.ts';
import type { Paint } from '../report/page/paint.ts';
import { isColoured, paintFor } from './colour.ts';
import { exits } from './exit.ts';
import { findingJson } from './finding-json.ts';
import { findingsSummary, findingsText, warningsOf } from './finding-text.ts';
import { Findings } from './findings.ts';
import { fitted, fittedStep } from './fitted.ts';
import type { Host } from './host.ts';
import type { Format, Manner } from './manner.ts';
import { Progress } from './progress.ts';

/** What a long piece of work tells as it goes. */
export interface Watch {
  readonly findings: Findings;
  readonly progress: Progress;
}

/** What a command speaks through: what was asked for goes to stdout, everything else to stderr. */
export class Terminal implements Watch {
  readonly format: Format;
  /** Whether a warning counts as an error. */
  readonly strict: boolean;
  /** Marks for what goes to stdout. */
  readonly paint: Paint;
  readonly findings: Findings;
  readonly progress: Progress;
  readonly #host: Host;
  readonly #isQuiet: boolean;
  readonly #stderrPaint: Paint;
  readonly #inFull = new Map<string, string>();
  #outcome = 'Nothing was written.';
  #nextStep = '';
  #trace = '';
  #printed = '';
  #exit: number = exits.done;

  constructor(host: Host, manner: Manner, paints: { readonly stdout: Paint; readonly stderr: Paint }) {
    const writeOut = (finding: Finding) => host.stderr.write(findingJson(finding));
    this.format = manner.format;
    this.strict = manner.strict;
    this.paint = paints.stdout;
    this.findings = new Findings(manner.strict, manner.format === 'json' ? writeOut : () => {});
    this.progress = new Progress(host, manner.format === 'text' && !manner.quiet && host.stderr.isTerminal);
    this.#host = host;
    this.#isQuiet = manner.quiet;
    this.#stderrPaint = paints.stderr;
  }

  /** Gives what was asked for: text that is safe for a terminal already. */
  print(text: string): void {
    this.progress.clear();
    this.#host.stdout.write(text);
    this.#printed = text;
  }

  /** Gives lines that may be wider than the terminal: they are broken where it is that narrow. */
  printLines(text: string): void {
    this.print(fitted(text, this.paint.room));
  }

  /** Gives it as one JSON document, which says first what it is and in which form. */
  printJson(data: PrintedDocument): void {
    this.print(`${visibleJson(JSON.stringify(data, null, 2))}\n`);
  }

  /** What stands written from here on, whatever else happens. */
  stands(outcome: string): void {
    this.#outcome = visible(outcome);
  }

  /** A difference was asked about and found: nothing wrong, but the exit code says so. */
  differs(): void {
    this.endsWith(exits.difference);
  }

  /** The exit code is this one at least: that of something which was started, and told its findings itself. */
  endsWith(exit: number): void {
    this.#exit = Math.max(this.#exit, exit);
  }

  /** Tells something on stderr while the work goes on: text that is safe for a terminal already, or lines of JSON. */
  aside(text: string): void {
    this.progress.clear();
    this.#host.stderr.write(text);
  }

  /** Findings of something that was started, under a heading of its own; they are no findings of this command. */
  tellApart(heading: string, findings: Findings, outcome: string): void {
    if (this.#isQuiet && !findings.forbid) return;
    const paint = this.#stderrPaint;
    this.aside(
      `${paint.strong(visible(heading))}\n${findingsText(findings.groups, paint, this.#inFull)}${findingsSummary(findings, outcome)}`,
    );
  }

  /** The warnings that there are by now about this file take one line for each code: `command` says them in full. Where they count as errors they stand in full. */
  tellBriefly(file: string, command: string): void {
    if (this.strict) return;
    for (const { code, findings } of this.findings.groups) {
      if (findings.some((found) => found.file === file)) this.#inFull.set(warningsOf(code, file), command);
    }
  }

  /** What to do next; said last, to a person. */
  next(step: string): void {
    this.#nextStep = fittedStep(visibleLines(step), this.#stderrPaint.room);
  }

  /** The lines below the message of a fault. */
  trace(stack: string | null): void {
    this.#trace = stack === null ? '' : visibleLines(stack);
  }

  /** The end of a command that was interrupted. Answers the exit code that it was given. */
  giveUp(exit: number): number {
    this.progress.clear();
    if (this.format === 'text') this.#host.stderr.write(`Interrupted. ${this.#outcome}\n`);
    return exit;
  }

  /** Says what was found and what to do next. Answers the exit code. */
  close(): number {
    const { findings } = this;
    this.progress.clear();
    if (this.#isQuiet && !findings.forbid) return Math.max(findings.exit, this.#exit);
    if (this.format === 'text') this.#setApart(findings.groups.length > 0 || this.#nextStep !== '');
    if (this.format === 'text' && findings.groups.length > 0) {
      this.#host.stderr.write(findingsText(findings.groups, this.#stderrPaint, this.#inFull));
      this.#host.stderr.write(fitted(findingsSummary(findings, this.#outcome), this.#stderrPaint.room));
    }
    if (this.format === 'text') this.#host.stderr.write(findings.forbid ? this.#trace : this.#nextStep);
    return Math.max(findings.exit, this.#exit);
  }

  /** Where both streams are one terminal, an empty line stands between what was asked for and what is said beside it. */
  #setApart(speaks: boolean): void {
    const { stdout, stderr } = this.#host;
    const runsOn = this.#printed !== '' && !this.#printed.endsWith('\n\n');
    if (speaks && runsOn && stdout.isTerminal && stderr.isTerminal) stderr.write('\n');
  }
}

function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `${visible(line)}\n`)
    .join('');
}

/** Opens the terminal of a command; whether there is colour is decided for each stream. */
export async function openTerminal(host: Host, manner: Manner): Promise<Terminal> {
  const coloured = (isTerminal: boolean) => isColoured(manner.color, host.env, isTerminal);
  const stdout = await paintFor(coloured(host.stdout.isTerminal), host.stdout.columns);
  const stderr = await paintFor(coloured(host.stderr.isTerminal), host.stderr.columns);
  return new Terminal(host, manner, { stdout, stderr });
}
