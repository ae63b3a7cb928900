import { formatDay } from '../../domain/day.ts';
import type { Practice } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { countsPatients } from '../../domain/scheme/lists-needed.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { joiningDay } from '../../domain/scheme/stay.ts';
import type { Successions } from '../../domain/successions.ts';
import { sayIn } from '../../domain/words/sentence.ts';
import { practicesTable } from './tables.ts';

/** What is wrong with the days on which practices, and codes, began. */
export function joiningMistakes(scheme: Scheme, practices: readonly Practice[], successions: Successions): Finding[] {
  const say = sayIn(scheme.words);
  const isAsked = !countsPatients(scheme);
  return practices.flatMap((practice) => {
    const { code, joinedOn, line } = practice;
    const place = { file: practicesTable.file, line, field: 'joined_on' };
    const beginning = successions.beginningOf(code);
    if (isAsked && beginning !== null && joinedOn === null) {
      const message = `${code} stands for another code from ${formatDay(beginning)} on, and its joined_on is blank; expected the day on which it began, as the scheme counts no patients that would tell`;
      const hint = say`write ${formatDay(beginning)} if the code began then, or the earlier day from which ${code} was a practice of its own`;
      return [finding('new-code-without-beginning', place, { message, hint, value: '' })];
    }
    const joins = joiningDay(scheme, successions.withoutCodeDays(practice));
    if (joins === null || scheme.joining !== null) return [];
    const message = say`${code} joins after the term began, on ${formatDay(scheme.term.start)}, and the scheme does not say what becomes of such a practice; expected "joining" in the scheme`;
    const hint = say`agree the rule and add "joining" to the scheme file; or clear the cell if the practice took part from the start`;
    return [finding('joining-not-in-scheme', place, { message, hint, value: formatDay(joins) })];
  });
}
