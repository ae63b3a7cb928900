import type { Facts } from '../../domain/facts.ts';
import type { MadeFinding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { daysLieNearTheTerm } from './days.ts';
import { blankCellsOfEvidenceAreMeant, quantitiesAreAskedFor, quantitiesAreThere } from './evidence.ts';
import { percentagesAreNoCounts } from './measures.ts';
import { noRowOfPaidStandsTwice } from './paid.ts';
import { nobodyLeftBefore } from './practices.ts';

/** What is well formed in a data folder and hard to believe all the same. Lists and claims are looked at where they are read. */
export function findingsOfPlausibility(scheme: Scheme, facts: Facts): MadeFinding[] {
  return [
    ...nobodyLeftBefore(facts),
    ...daysLieNearTheTerm(scheme, facts),
    ...blankCellsOfEvidenceAreMeant(scheme, facts),
    ...quantitiesAreThere(scheme, facts),
    ...quantitiesAreAskedFor(scheme, facts),
    ...percentagesAreNoCounts(facts),
    ...noRowOfPaidStandsTwice(facts),
  ];
}
