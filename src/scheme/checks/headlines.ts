import { equals, sum } from '../../domain/money/ratio.ts';
import { headlineTerms } from '../../domain/scheme/headline.ts';
import type { Headline, Scheme } from '../../domain/scheme/scheme.ts';
import { saySum } from '../../domain/words/say.ts';
import type { JsonMistake } from '../../json/mistake.ts';

/** Every figure that the paper prints is what its components come to. */
export function headlinesTieToComponents(scheme: Scheme): JsonMistake[] {
  return scheme.headlines.flatMap((headline, index): JsonMistake[] => {
    const at = ['headlines', index, 'pounds'];
    const terms = headlineTerms(scheme, headline);
    const unfit = terms.indexOf(null);
    if (unfit >= 0) {
      const message = `${headline.components[unfit]} has no part in a headline of kind ${headline.kind}; expected ${fitting[headline.kind]}`;
      return [
        { code: 'scheme-headline', at, message, hint: 'name other components, or write another kind of headline' },
      ];
    }
    const total = sum(terms.flatMap((term) => (term ? [term.pounds] : [])));
    if (equals(total, headline.pounds)) return [];
    const message = `${headline.title}: the components come to ${saySum(scheme.words, total)}; expected the ${saySum(scheme.words, headline.pounds)} that is printed`;
    return [{ code: 'scheme-headline', at, message, hint: 'check the figure and the components against the paper' }];
  });
}

const fitting: Readonly<Record<Headline['kind'], string>> = {
  rate: 'components paid per patient',
  most: 'fixed sums, and events with a number at most',
  budget: 'pools',
  reduction: 'pools',
};
