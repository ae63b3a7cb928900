import { formatDay } from '../../domain/day.ts';
import type { Facts } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';

/** Nobody leaves before giving notice, or before joining. */
export function nobodyLeftBefore({ practices }: Facts): Finding[] {
  return practices.flatMap(({ code, line, leftOn, noticeOn, joinedOn }) => {
    if (leftOn === null) return [];
    const before = [
      ...(noticeOn !== null && leftOn < noticeOn ? [`gave notice, on ${formatDay(noticeOn)}`] : []),
      ...(joinedOn !== null && leftOn < joinedOn ? [`joined, on ${formatDay(joinedOn)}`] : []),
    ];
    return before.map((what) => {
      const message = `${code} left before it ${what}; expected a later day`;
      const hint = 'check that the days are not swapped, and that their years are right';
      const place = { file: 'practices.csv', line, field: 'left_on' };
      return finding('left-before', place, { message, value: formatDay(leftOn), hint });
    });
  });
}
