import { formatShare } from '../../domain/money/ratio.ts';
import type { MeasureUnits } from '../../domain/scheme/quantity-unit.ts';
import type { Group, Scheme } from '../../domain/scheme/scheme.ts';
import { cite } from './cite.ts';
import { sayValue } from './values.ts';

/** The tree that the components hang in, a line each, deeper ones further in. */
export function sayGroups({ groups, measures }: Scheme): string[] {
  return groups.flatMap((group) => groupLines(group, '', measures));
}

function groupLines(group: Group, margin: string, measures: MeasureUnits): string[] {
  const { level, title, clause, groups, components } = group;
  return [
    `${margin}${level}: ${title}${sayPart(group, measures)} ${cite(clause)}`,
    ...groups.flatMap((inner) => groupLines(inner, `${margin}  `, measures)),
    ...components.map((id) => `${margin}  ${id}`),
  ];
}

function sayPart({ value, share }: Group, measures: MeasureUnits): string {
  if (value !== null) return `, ${sayValue(value, measures)}`;
  if (share === null) return '';
  return 'kind' in share ? `, share to be confirmed: ${share.what}` : `, ${formatShare(share)}`;
}
