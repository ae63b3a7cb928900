/** Blocks that the second evaluator does not know yet, and what comes to no figure of a run. */
export const notDrawn: readonly string[] = `
component.shortTitle
evidence.shortTitle
scheme.assumptions
scheme.currency
scheme.events
scheme.examples
scheme.headlines
scheme.member
scheme.toBeConfirmed
`
  .trim()
  .split('\n');
