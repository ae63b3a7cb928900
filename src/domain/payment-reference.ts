/** The longest reference that a bank or a ledger is sure to carry. */
const most = 39;

/**
 * The reference of what one posting comes to for one payee, as letters say it and the bank carries it: `QD12PZ10010`, capitals and
 * digits alone. No two postings of a ledger and no two payees share one: where a code has hyphens, H stands in place of P, with a letter
 * for the place of each hyphen and a nought: `QD12HH0PURBECKLOC` for PURBECK-LOC.
 */
export function paymentReference(serial: number, payeeCode: string): string {
  const letters = [...payeeCode.toUpperCase()];
  const hyphens = letters.flatMap((letter, place) => (letter === '-' ? [String.fromCharCode(65 + place)] : []));
  const marked = hyphens.length === 0 ? 'P' : `H${hyphens.join('')}0`;
  const reference = `QD${serial}${marked}${letters.filter((letter) => letter !== '-').join('')}`;
  if (!/^[A-Z0-9]+$/.test(reference) || reference.length > most) throw new Error(`no reference: ${reference}`);
  return reference;
}
