import { formatShare } from '../../domain/money/ratio.ts';
import type { Group, Scheme } from '../../domain/scheme/scheme.ts';
import { cite } from './cite.ts';
import type { SchemeWords } from './scheme-words.ts';
import { sayValue } from './values.ts';

/** The tree that the components hang in, a line each, deeper ones further in. */
export function sayGroups(words: Scheme): string[] {
  return words.groups.flatMap((group) => groupLines(group, '', words));
}

function groupLines(group: Group, margin: string, words: SchemeWords): string[] {
  const { level, title, clause, groups, components } = group;
  return [
    `${margin}${level}: ${title}${sayPart(group, words)} ${cite(clause)}`,
    ...groups.flatMap((inner) => groupLines(inner, `${margin}  `, words)),
    ...components.map((id) => `${margin}  ${id}`),
  ];
}

function sayPart({ value, share }: Group, words: SchemeWords): string {
  if (value !== null) return `, ${sayValue(value, words)}`;
  if (share === null) return '';
  return 'kind' in share ? `, share to be confirmed: ${share.what}` : `, ${formatShare(share)}`;
}
