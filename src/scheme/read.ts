import { type Finding, hasErrors, type Outcome } from '../domain/findings/finding.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { figureChecks, writtenChecks } from './checks/checks.ts';
import { countPeriods } from './count-periods.ts';
import { scheme as grammar } from './grammar/scheme.ts';
import { schemeMistakesOf } from './grammar/scheme-mistakes.ts';
import { type Document, findingOf } from './json/document.ts';
import { decode, readJson } from './json/read-json.ts';
import { normalise } from './normalise.ts';
import type { SchemeMistake } from './scheme-mistake.ts';

/** The bytes of a scheme file as a scheme; see `readScheme`. They are strict UTF-8, with or without a byte-order mark. */
export function readSchemeBytes(bytes: Uint8Array, file: string): Outcome<Scheme | null> {
  const { value: text, findings } = decode(bytes, file);
  return text === null ? { value: null, findings } : readScheme(text, file);
}

/**
 * The text of a scheme file as a scheme, checked: JSON with its positions, then the grammar, then what is
 * written, then its figures. Null where any of it has errors. `file` is the name that findings give it.
 */
export function readScheme(text: string, file: string): Outcome<Scheme | null> {
  const json = readJson(text, file);
  if (json.value === null) return { value: null, findings: json.findings };
  const { value, findings } = readDocument(json.value);
  const all = [...json.findings, ...findings];
  return { value: hasErrors(all) ? null : value, findings: all };
}

function readDocument(document: Document): Outcome<Scheme | null> {
  const parsed = grammar.safeParse(document.value);
  if (!parsed.success)
    return { value: null, findings: located(schemeMistakesOf(parsed.error.issues, document), document) };
  const written = { ...parsed.data, periods: countPeriods(parsed.data.periods, parsed.data.term) };
  const onWritten = located(
    writtenChecks.flatMap((check) => check(written)),
    document,
  );
  if (hasErrors(onWritten)) return { value: null, findings: onWritten };
  const scheme = normalise(written, document);
  const onFigures = located(
    figureChecks.flatMap((check) => check(scheme)),
    document,
  );
  return { value: scheme, findings: [...onWritten, ...onFigures] };
}

/** Flaws as findings, in the order of the file. */
function located(mistakes: readonly SchemeMistake[], document: Document): Finding[] {
  return mistakes
    .map((mistake) => findingOf(document, mistake))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
