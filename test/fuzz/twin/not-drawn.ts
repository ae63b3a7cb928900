/** Blocks that the second evaluator does not know yet, and what comes to no figure of a run. */
export const notDrawn: readonly string[] = `
allOrNothing.components
comesBack.components
comesBack.share
comesBack.within
component.share
condition.tests
each-line.at
each-line.measure
each-line.of
leaving.comesBack
per-event.limitsOf
scheme.allOrNothing
scheme.assumptions
scheme.currency
scheme.examples
scheme.headlines
scheme.member
scheme.toBeConfirmed
tests.atLeast
tests.is
within.days
within.months
within.years
`
  .trim()
  .split('\n');
