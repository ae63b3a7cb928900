import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TableSource } from '../../data/csv/table.ts';
import { readInput } from '../../data/files/input.ts';
import type { BudgetRow, Contact } from '../../domain/finance.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { budgetFile, readBudget } from '../../finance/budget.ts';
import { contactsFile, readContacts } from '../../finance/contacts.ts';
import type { Watch } from '../../terminal/terminal.ts';
import { pathMistake } from './paths.ts';

/** The rows of budget.csv in a finance folder, for these schemes; none where it has no such file. Mistakes are noted. */
export async function budgetIn(
  folder: string,
  schemes: readonly Scheme[],
  watch: Watch,
): Promise<readonly BudgetRow[]> {
  const source = sourceIn(folder, budgetFile, watch);
  return source ? readBudget(source, schemes) : [];
}

/** Whom letters go to, by payee; likewise. */
export async function contactsIn(folder: string, watch: Watch): Promise<ReadonlyMap<string, Contact>> {
  const source = sourceIn(folder, contactsFile, watch);
  return source ? readContacts(source) : new Map();
}

function sourceIn(folder: string, file: string, { findings, progress }: Watch): TableSource | null {
  const mistake = pathMistake(folder, 'folder', '--finance');
  if (mistake) findings.note(mistake);
  const path = join(folder, file);
  if (mistake || !existsSync(path)) return null;
  return { content: readInput(path), encoding: 'utf-8', note: findings.note, pause: progress.pause };
}
