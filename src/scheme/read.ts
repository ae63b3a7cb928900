import { type Finding, hasErrors, type Outcome } from '../domain/findings/finding.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { decode } from '../json/read-json.ts';
import { located, readWritten, type WrittenIn } from '../json/read-written.ts';
import { figureChecks, writtenChecks } from './checks/checks.ts';
import { countPeriods } from './count-periods.ts';
import { scheme as grammar } from './grammar/scheme.ts';
import { normalise } from './normalise.ts';
import { namesPutInPlace, whereTheyAreWritten } from './put-in-place.ts';
import { namesStandForFew } from './spelt-out.ts';
import { wordsIn, wordsOf } from './words-of.ts';

// Who loads this file late has both from here: as two bundles the grammar would be loaded twice.
export { wordsOfScheme } from './words-of.ts';

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
  const read = readWritten(text, file, grammar, wordsIn);
  if (read.value === null) return { value: null, findings: read.findings };
  const { value, findings } = checked(read.value);
  const all = [...read.findings, ...findings];
  return { value: hasErrors(all) ? null : value, findings: all };
}

function checked({ written: parsed, document }: WrittenIn<typeof grammar._output>): Outcome<Scheme | null> {
  const words = wordsOf(parsed);
  const tooMuch = namesStandForFew(parsed);
  if (tooMuch.length > 0) return { value: null, findings: located(tooMuch, document, words) };
  const written = namesPutInPlace({ ...parsed, periods: countPeriods(parsed.periods, parsed.term) });
  const onWritten: Finding[] = located(
    whereTheyAreWritten(
      writtenChecks.flatMap((check) => check(written)),
      written,
    ),
    document,
    words,
  );
  if (hasErrors(onWritten)) return { value: null, findings: onWritten };
  const scheme = normalise(written, document);
  const onFigures = located(
    figureChecks.flatMap((check) => check(scheme)),
    document,
    words,
  );
  return { value: scheme, findings: [...onWritten, ...onFigures] };
}
