import { addDays, formatDay } from '../../domain/day.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';

/** The term does not end before it starts. */
export function theTermEndsAfterItStarts({ term }: WrittenScheme): JsonMistake[] {
  if (term.end >= term.start) return [];
  const message = `the term ends on ${formatDay(term.end)}, before it starts; expected a day from ${formatDay(term.start)} on`;
  return [{ code: 'scheme-term', at: ['term', 'end'], message, hint: 'check both dates against the paper' }];
}

/** Each period ends no earlier than it starts, and starts on the day after the one before. */
export function periodsRunInOrderWithoutGaps({ periods }: WrittenScheme): JsonMistake[] {
  return periods.flatMap(({ id, start, end }, index): JsonMistake[] => {
    const mistakes: JsonMistake[] = [];
    if (end < start) {
      const message = `the period ${id} ends on ${formatDay(end)}, before it starts; expected a day from ${formatDay(start)} on`;
      mistakes.push({
        code: 'scheme-periods',
        at: ['periods', index, 'end'],
        message,
        hint: 'check both dates against the paper',
      });
    }
    const before = periods[index - 1];
    if (before && start !== addDays(before.end, 1)) {
      const expected = formatDay(addDays(before.end, 1));
      const message = `the period ${id} starts on ${formatDay(start)}; expected ${expected}, the day after ${before.id} ends`;
      mistakes.push({ code: 'scheme-periods', at: ['periods', index, 'start'], message, hint: `write "${expected}"` });
    }
    return mistakes;
  });
}

/** The first period starts with the term and the last one ends with it. */
export function periodsCoverTheTerm({ term, periods }: WrittenScheme): JsonMistake[] {
  const mistakes: JsonMistake[] = [];
  const [first, last] = [periods[0], periods.at(-1)];
  if (first && first.start !== term.start) {
    const expected = formatDay(term.start);
    const message = `the first period starts on ${formatDay(first.start)}; expected ${expected}, the start of the term`;
    mistakes.push({ code: 'scheme-periods', at: ['periods', 0, 'start'], message, hint: `write "${expected}"` });
  }
  if (last && last.end !== term.end) {
    const expected = formatDay(term.end);
    const message = `the last period ends on ${formatDay(last.end)}; expected ${expected}, the end of the term`;
    mistakes.push({
      code: 'scheme-periods',
      at: ['periods', periods.length - 1, 'end'],
      message,
      hint: `write "${expected}"`,
    });
  }
  return mistakes;
}
