import { type ClaimCells, claimCellsOf } from '../../domain/scheme/claim-cells.ts';
import { isPlainFigure } from '../../domain/scheme/measure.ts';
import { paysPractices, sayCodeForm } from '../../domain/scheme/member.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { claimsTable, listHeld, listSizesTable, measuresTable, type TableDescription, tables } from './tables.ts';

/** The table of claims as a scheme asks for it: a person and an amount only where it wants them, and then always. */
export function claimsTableOf({ person, amount }: ClaimCells): TableDescription {
  const columns = claimsTable.columns.flatMap((each): TableDescription['columns'] => {
    const wanted = each.name === 'person' ? person : each.name === 'amount' ? amount : null;
    if (wanted === null) return [each];
    return wanted.size === 0 ? [] : [{ ...each, optional: false }];
  });
  return { ...claimsTable, columns };
}

/** The table of measures as a scheme asks for it: with items only where one of them has lines. */
export function measuresTableOf({ measures }: Pick<Scheme, 'measures'>): TableDescription {
  const hasLines = measures.some(({ lines }) => lines);
  const [hasPlain, hasShares] = [measures.some(isPlainFigure), !measures.every(isPlainFigure)];
  const columns = measuresTable.columns.flatMap((each): TableDescription['columns'] => {
    if (each.name === 'item' && !hasLines) return [];
    if (each.name !== 'denominator' || !hasPlain) return [each];
    const holds = hasShares ? 'out of how many; blank for a plain figure' : 'blank, as all measures are plain figures';
    return [{ ...each, optional: true, holds }];
  });
  return { ...measuresTable, columns };
}

/** Every table of a data folder as a scheme asks for it. */
export function tablesOf(scheme: Scheme): readonly TableDescription[] {
  return tables.map((table) => {
    if (table === measuresTable) return tableInWords(scheme.words, measuresTableOf(scheme));
    // The national file is one of practices.
    if (table === listSizesTable && !paysPractices(scheme.words))
      return tableInWords(scheme.words, { ...table, holds: listHeld });
    return tableInWords(scheme.words, table === claimsTable ? claimsTableOf(claimCellsOf(scheme)) : table);
  });
}

/** A table described in the noun of whom the scheme pays. */
function tableInWords(words: Words, table: TableDescription): TableDescription {
  const columns = table.columns.map((each) => {
    const holds = each.name === 'practice_code' ? `the practice: ${sayCodeForm(words)}` : each.holds;
    return { ...each, holds: inWords(words, holds) };
  });
  return { ...table, holds: inWords(words, table.holds), columns };
}
