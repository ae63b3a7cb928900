import type { Facts } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { compare, formatExact, ratio, reduced } from '../../domain/money/ratio.ts';

const hundred = ratio(100);

/** 87.5 of 100 is a percentage that was typed in place of the two numbers; of a network it would weigh as much as any other practice. */
export function percentagesAreNoCounts({ measures }: Facts): Finding[] {
  const rows = [...measures.values()].flat().sort((a, b) => a.line - b.line);
  return rows
    .filter(({ numerator, denominator }) => compare(denominator, hundred) === 0 && reduced(numerator).d !== 1n)
    .map(({ numerator, line }) => {
      const value = formatExact(numerator);
      const message = `${value} of 100 looks like a percentage; expected how many, of how many`;
      const hint = 'write the two numbers that the percentage was made from';
      return finding(
        'perhaps-percentage',
        { file: 'measures.csv', line, field: 'numerator' },
        { message, value, hint },
      );
    });
}
