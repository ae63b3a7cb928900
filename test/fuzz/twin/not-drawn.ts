/** Blocks that the second evaluator does not know yet, and what comes to no figure of a run. */
export const notDrawn: readonly string[] = `
comesBack.components
comesBack.share
comesBack.within
condition.tests
each-line.at
each-line.measure
each-line.of
leaving.comesBack
scheme.assumptions
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
