import { formatShare } from '../../domain/money/ratio.ts';
import type { Group, Scheme } from '../../domain/scheme/scheme.ts';
import { cite } from './cite.ts';
import type { SchemeWords } from './scheme-words.ts';
import { sayValue } from './values.ts';

/** The tree that the components hang in, a line each, deeper ones further in. */
export function sayGroups(scheme: Scheme): string[] {
  return scheme.groups.flatMap((group) => groupLines(group, '', scheme));
}

function groupLines(group: Group, margin: string, scheme: SchemeWords): string[] {
  const { level, title, clause, groups, components } = group;
  return [
    `${margin}${level}: ${title}${sayPart(group, scheme)} ${cite(clause)}`,
    ...groups.flatMap((inner) => groupLines(inner, `${margin}  `, scheme)),
    ...components.map((id) => `${margin}  ${id}`),
  ];
}

function sayPart({ value, share }: Group, scheme: SchemeWords): string {
  if (value !== null) return `, ${sayValue(value, scheme)}`;
  if (share === null) return '';
  return 'kind' in share ? `, share to be confirmed: ${share.what}` : `, ${formatShare(share)}`;
}
