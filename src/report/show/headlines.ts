import { equals, isZero, type Ratio, sum } from '../../domain/money/ratio.ts';
import { type HeadlineTerm, headlineTerms } from '../../domain/scheme/headline.ts';
import type { Headline, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds, saySum } from '../../domain/words/say.ts';
import { cite } from './cite.ts';

/** The paper's own figures, each with the components that it ties to: `A patient: £2.00 = access £0.50 + quality £1.50`. */
export function sayHeadlines(scheme: Scheme): string[] {
  return scheme.headlines.map((headline) => sayHeadline(scheme, headline, headlineTerms(scheme, headline)));
}

function sayHeadline({ words }: Scheme, headline: Headline, terms: readonly (HeadlineTerm | null)[]): string {
  const { kind, title, pounds, clause } = headline;
  const say = (sum: Ratio) => (kind === 'rate' ? sayPounds(words, sum) : saySum(words, sum));
  const known = terms.filter((term) => term !== null);
  const total = sum(known.map((term) => term.pounds));
  const added = known.filter((term) => !isZero(term.pounds)).map((term) => `${term.component.id} ${say(term.pounds)}`);
  const ties = known.length === terms.length && equals(total, pounds);
  const tie = ties ? `= ${added.join(' + ')}` : `does not tie: the components come to ${say(total)}`;
  return `${title}: ${say(pounds)} ${tie} ${cite(clause)}`;
}
