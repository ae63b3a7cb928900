import * as z from 'zod';
import { type Currency, currencyOf } from '../../domain/money/currency.ts';
import { capital } from '../../json/words.ts';

const expected = 'the ISO code of a currency in three capitals, such as "EUR"';
const hundredths = 'a currency whose minor unit is a hundredth, such as "EUR", as sums are kept in hundredths';

/** The currency of a scheme, by its code. */
export const currency = z
  .string({ error: expected })
  .meta({ id: 'currency', description: capital(`${expected}; its minor unit is a hundredth`) })
  .transform((text, { issues }): Currency => {
    const known = currencyOf(text);
    if (typeof known !== 'string') return known;
    issues.push({ code: 'custom', message: known === 'unknown' ? expected : hundredths, input: text });
    return z.NEVER;
  });
