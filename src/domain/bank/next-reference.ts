/**
 * The reference of a sum that is sent again: the first one with a number after it, 2 the first time. `taken` are the references of the
 * other payees of its posting, with which none may be mistaken: of `QD12PA` the second is `QD12PA3` where QD12PA2 is another payee's.
 */
export function nextReference(first: string, sentBefore: readonly string[], taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const reference = `${first}${number}`;
    if (!taken.has(reference) && !sentBefore.includes(reference)) return reference;
  }
}
