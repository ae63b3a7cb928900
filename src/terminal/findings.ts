import type { Code } from '../domain/findings/codes.ts';
import { codes } from '../domain/findings/codes.ts';
import { type Finding, type MadeFinding, type Severity, saidFinding } from '../domain/findings/finding.ts';
import { inWords, plainWords, type Words } from '../domain/words/words.ts';
import { exitOf, exits } from './exit.ts';

/** How many causes of one code are held, and how many findings of each; there may be millions, and the counts stay exact. */
const causesOfEachCode = 20;
const heldOfEachCause = 3;

/** Findings of one code about one column of one file: most often one mistake, made once and seen in every row. */
export interface FindingCause {
  readonly count: number;
  /** The first of them. */
  readonly findings: readonly Finding[];
}

/** All findings of one code, the first of each cause held. */
export interface FindingGroup {
  readonly code: Code;
  /** That of the code, in the words of the scheme. */
  readonly title: string;
  readonly severity: Severity;
  readonly count: number;
  readonly causes: readonly FindingCause[];
  readonly findings: readonly Finding[];
}

interface OpenGroup {
  readonly severity: Severity;
  count: number;
  readonly causes: Map<string, { count: number; findings: Finding[] }>;
}

/** Takes the findings of a command one by one, and says what they come to. */
export class Findings {
  readonly #groups = new Map<Code, OpenGroup>();
  readonly #files = new Set<string>();
  readonly #strict: boolean;
  readonly #onNote: (finding: Finding) => void;
  #name: (finding: Finding) => Finding = (finding) => finding;
  #words = plainWords;
  readonly #counts = { error: 0, warning: 0 };

  /** With `strict` a warning counts as an error. `onNote` sees every finding as it comes. */
  constructor(strict: boolean, onNote: (finding: Finding) => void) {
    this.#strict = strict;
    this.#onNote = onNote;
  }

  /** From here on each finding is handed through `name`, which says where an imported row came from. */
  nameSources(name: (finding: Finding) => Finding): void {
    this.#name = name;
  }

  /** The scheme that the findings are of is open: they are told in its words. */
  speakIn(words: Words): void {
    this.#words = words;
  }

  /** Takes a finding, and says it where its words were still open. */
  readonly note = (found: MadeFinding): void => {
    const finding = this.#name(saidFinding(this.#words, found));
    const { code, severity, file } = finding;
    const group = this.#groups.get(code) ?? { severity, count: 0, causes: new Map() };
    this.#groups.set(code, group);
    group.count += 1;
    hold(group.causes, finding);
    if (file !== undefined) this.#files.add(file);
    this.#counts[severity] += 1;
    this.#onNote(finding);
  };

  noteAll(findings: readonly MadeFinding[]): void {
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
    const groups = [...this.#groups].map(([code, { severity, count, causes }]) => {
      const held = [...causes.values()];
      const title = inWords(this.#words, codes[code].title);
      return { code, title, severity, count, causes: held, findings: held.flatMap(({ findings }) => findings) };
    });
    return [...groups.filter(isError), ...groups.filter((group) => !isError(group))];
  }
}

/** Findings that stand in no line have nothing in common: each is a cause of its own. */
function hold(causes: OpenGroup['causes'], finding: Finding): void {
  const { file, sheet, line, field } = finding;
  const key = line === undefined ? `${causes.size}` : `${file}\n${sheet}\n${field}`;
  const cause = causes.get(key) ?? { count: 0, findings: [] };
  if (!causes.has(key) && causes.size >= causesOfEachCode) return;
  causes.set(key, cause);
  cause.count += 1;
  if (cause.findings.length < heldOfEachCause) cause.findings.push(finding);
}

function isError({ severity }: FindingGroup): boolean {
  return severity === 'error';
}
