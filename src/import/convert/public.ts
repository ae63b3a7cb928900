import type { MadeFinding } from '../../domain/findings/finding.ts';
import type { Sheet } from '../sheet.ts';
import { convertAchievement } from './achievement.ts';
import type { Converted } from './converted.ts';
import { convertDirectory, convertMap } from './directory.ts';
import { convertNationalLists } from './national-lists.ts';
import { convertNetworkMembers } from './network-members.ts';
import { convertedOf, type PublicContext, type PublicSheet } from './public-sheet.ts';
import { nobodyOf, whoseMistake } from './whose.ts';

/** Converts public files: first those that say who takes part, then the others, of these practices alone. */
export function convertPublic(
  sources: readonly PublicSheet[],
  own: readonly Converted[],
  said: Omit<PublicContext, 'practices'>,
): ReadonlyMap<Sheet, Converted> {
  const made = new Map<Sheet, Converted>();
  const named = codesOf(own);
  const saysWho = ({ kind }: PublicSheet) => kind === 'directory' || kind === 'map';
  const who: PublicContext = { ...said, practices: named };
  for (const source of sources.filter(saysWho)) {
    const convert = source.kind === 'map' ? convertMap : convertDirectory;
    const mistake = whoseMistake(source, who);
    made.set(source.sheet, mistake ? refused(source, 'practices.csv', mistake) : convert(source, who));
  }
  const practices = named ?? codesOf([...made.values()].filter(({ findings }) => findings.length === 0));
  const context: PublicContext = { ...said, practices };
  const lists: PublicSheet[] = [];
  for (const source of sources.filter((each) => !saysWho(each))) {
    const mistake = whoseMistake(source, context);
    if (mistake) made.set(source.sheet, refused(source, tableOf(source), mistake));
    else if (source.kind === 'network-members') made.set(source.sheet, convertNetworkMembers(source, context));
    else if (source.kind === 'achievement') made.set(source.sheet, convertAchievement(source, context));
    else lists.push(source);
  }
  for (const [index, list] of convertNationalLists(lists, context).entries()) {
    const source = lists[index];
    if (source) made.set(source.sheet, list);
  }
  for (const source of sources) {
    const converted = made.get(source.sheet);
    const nobody =
      converted?.rows.length === 0 && converted.findings.length === 0
        ? nobodyOf(source, saysWho(source) ? who : context)
        : null;
    if (converted && nobody) made.set(source.sheet, { ...converted, findings: [nobody] });
  }
  return made;
}

/** The practices that tables of practices name; null where there is no such table. */
function codesOf(converted: readonly Converted[]): ReadonlySet<string> | null {
  const tables = converted.filter(({ table }) => table === 'practices.csv');
  if (tables.length === 0) return null;
  return new Set(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.practice_code ?? '')));
}

function tableOf({ kind }: PublicSheet): string {
  if (kind === 'network-members') return 'memberships.csv';
  return kind === 'achievement' ? 'measures.csv' : 'list-sizes.csv';
}

function refused(source: PublicSheet, table: string, mistake: MadeFinding): Converted {
  return convertedOf(source, table, {}, { rows: [], left: [], findings: [mistake] });
}
