import type { Code } from '../domain/findings/codes.ts';
import type { Finding, Severity } from '../domain/findings/finding.ts';
import { exitOf, exits } from './exit.ts';

/** How many findings of one code are held; there may be millions, and the counts stay exact. */
const heldOfEachCode = 20;

/** All findings of one code, the first of them held. */
export interface FindingGroup {
  readonly code: Code;
  readonly severity: Severity;
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** Takes the findings of a command one by one, and says what they come to. */
export class Findings {
  readonly #groups = new Map<Code, { severity: Severity; count: number; findings: Finding[] }>();
  readonly #files = new Set<string>();
  readonly #strict: boolean;
  readonly #onNote: (finding: Finding) => void;
  readonly #counts = { error: 0, warning: 0 };

  /** With `strict` a warning counts as an error. `onNote` sees every finding as it comes. */
  constructor(strict: boolean, onNote: (finding: Finding) => void) {
    this.#strict = strict;
    this.#onNote = onNote;
  }

  readonly note = (finding: Finding): void => {
    const { code, severity, file } = finding;
    const group = this.#groups.get(code) ?? { severity, count: 0, findings: [] };
    this.#groups.set(code, group);
    group.count += 1;
    if (group.findings.length < heldOfEachCode) group.findings.push(finding);
    if (file !== undefined) this.#files.add(file);
    this.#counts[severity] += 1;
    this.#onNote(finding);
  };

  noteAll(findings: readonly Finding[]): void {
    for (const finding of findings) this.note(finding);
  }

  get errors(): number {
    return this.#counts.error;
  }

  get warnings(): number {
    return this.#counts.warning;
  }

  /** How many files there are findings about. */
  get files(): number {
    return this.#files.size;
  }

  /** Whether the command must stop before it writes anything. */
  get forbid(): boolean {
    return this.errors > 0 || (this.#strict && this.warnings > 0);
  }

  /** The exit code that the findings come to: of several errors the gravest. */
  get exit(): number {
    const codes = this.groups.filter(({ severity }) => severity === 'error').map(({ code }) => exitOf(code));
    return Math.max(this.forbid ? exits.refused : exits.done, ...codes);
  }

  /** Errors first; each in the order in which they were first met. */
  get groups(): readonly FindingGroup[] {
    const groups = [...this.#groups].map(([code, group]) => ({ code, ...group }));
    return [...groups.filter(isError), ...groups.filter((group) => !isError(group))];
  }
}

function isError({ severity }: FindingGroup): boolean {
  return severity === 'error';
}
