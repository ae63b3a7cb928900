/** A currency whose minor unit is a hundredth of it: how its sums are written, and what they are called. */
export interface Currency {
  /** Three capitals, as ISO 4217 has it. */
  readonly code: string;
  /** What stands before a sum: `£`, or, where no sign is its own, the code and a space that no line breaks at. */
  readonly sign: string;
  /** In the singular and in the plural. */
  readonly pound: readonly [one: string, many: string];
  readonly penny: readonly [one: string, many: string];
}

/** What goes by the currency of a scheme. */
export interface OfCurrency {
  readonly currency: Currency;
}

export const sterling: Currency = { code: 'GBP', sign: '£', pound: ['pound', 'pounds'], penny: ['penny', 'pence'] };

/** Whether sums are in pounds sterling. By the code: a currency may come from a bundle of its own. */
export function isSterling({ currency }: OfCurrency): boolean {
  return currency.code === sterling.code;
}

const dollars = (code: string, sign: string): Currency => ({
  code,
  sign,
  pound: ['dollar', 'dollars'],
  penny: ['cent', 'cents'],
});

/** Those with a sign or names of their own. A sign is as English of this country has it, so that dollars say whose they are. */
const named: readonly Currency[] = [
  sterling,
  { code: 'EUR', sign: '€', pound: ['euro', 'euros'], penny: ['cent', 'cents'] },
  dollars('USD', 'US$'),
  dollars('CAD', 'CA$'),
  dollars('AUD', 'A$'),
  dollars('NZD', 'NZ$'),
  { code: 'CHF', sign: 'CHF\u00a0', pound: ['franc', 'francs'], penny: ['centime', 'centimes'] },
  { code: 'SEK', sign: 'SEK\u00a0', pound: ['krona', 'kronor'], penny: ['öre', 'öre'] },
  { code: 'NOK', sign: 'NOK\u00a0', pound: ['krone', 'kroner'], penny: ['øre', 'øre'] },
  { code: 'DKK', sign: 'DKK\u00a0', pound: ['krone', 'kroner'], penny: ['øre', 'øre'] },
  { code: 'PLN', sign: 'PLN\u00a0', pound: ['zloty', 'zlotys'], penny: ['grosz', 'groszy'] },
];

/** The other currencies of ISO 4217 with a minor unit of a hundredth: their code stands before a sum. */
const unnamed = new Map(
  (
    'AED AFN ALL AMD AOA ARS AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CDF CNY COP CRC CUP CVE CZK DOP DZD EGP ERN ETB ' +
    'FJD FKP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP ' +
    'MUR MVR MWK MXN MYR MZN NAD NGN NIO NPR PAB PEN PGK PHP PKR QAR RON RSD RUB SAR SBD SCR SDG SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB ' +
    'TJS TMT TOP TRY TTD TWD TZS UAH UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG'
  )
    .split(' ')
    .map((code): [string, Currency] => [
      code,
      { code, sign: `${code}\u00a0`, pound: [code, code], penny: ['hundredth', 'hundredths'] },
    ]),
);

/** Those whose minor unit is something else, or nothing. */
const otherwise = new Set(
  'BHD BIF CLF CLP DJF GNF IQD ISK JOD JPY KMF KRW KWD LYD MGA MRU OMR PYG RWF TND UGX UYI UYW VND VUV XAF XOF XPF'.split(
    ' ',
  ),
);

/** The currency of a code; why not, where the program knows none such, or keeps no sums in its minor unit. */
export function currencyOf(code: string): Currency | 'unknown' | 'no-hundredths' {
  const own = named.find((each) => each.code === code);
  if (own) return own;
  if (otherwise.has(code)) return 'no-hundredths';
  return unnamed.get(code) ?? 'unknown';
}

/** The key of a document of ours that holds money: left out, pounds sterling. */
export function currencyKey({ currency = sterling }: Partial<OfCurrency>): { readonly currency?: string } {
  return !isSterling({ currency }) ? { currency: currency.code } : {};
}

/** The currency that a document of ours names; it was a scheme's before. */
export function knownCurrency(code: string): Currency | undefined {
  const known = currencyOf(code);
  return typeof known === 'string' ? undefined : known;
}

/** What stands before sums that the program prints, and so before those that people give back to it. */
export const currencySigns: readonly string[] = named.map(({ sign }) => sign);
