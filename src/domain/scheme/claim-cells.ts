import { claimsBlocks } from './claims-blocks.ts';
import type { Scheme } from './scheme.ts';

/** The kinds of event whose claims say for whom they are, and those whose claims say what they cost. */
export interface ClaimCells {
  readonly person: ReadonlySet<string>;
  readonly amount: ReadonlySet<string>;
}

/** What a scheme asks of claims beside their event and their days. */
export function claimCellsOf(scheme: Pick<Scheme, 'components'>): ClaimCells {
  const blocks = claimsBlocks(scheme);
  const person = blocks.filter(
    (block) =>
      block.atMostPerPerson !== undefined ||
      block.personOver !== undefined ||
      (block.kind === 'claimed' && block.ceilings.some(({ per }) => per.includes('person'))),
  );
  const amount = blocks.filter(({ kind }) => kind === 'claimed');
  const kinds = (of: typeof blocks) => new Set(of.map(({ event }) => event));
  return { person: kinds(person), amount: kinds(amount) };
}
