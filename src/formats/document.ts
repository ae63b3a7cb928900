import * as z from 'zod';
import { currencyCode, keys } from './words.ts';

/** What a document says of itself first: its kind, and the number of its form, which goes up when a reader could break. */
export type DocumentFormat = `quarterday/${string}/${number}`;

/** A JSON document of one kind: an object whose first key is its format, and nothing in it that is not named here. */
export function documentForm<const Is extends DocumentFormat, Shape extends z.core.$ZodLooseShape>(
  format: Is,
  says: string,
  shape: Shape,
) {
  return keys({ format: z.literal(format), ...shape }, says);
}

/** A document that holds money: which names its currency. */
export function moneyForm<const Is extends DocumentFormat, Shape extends z.core.$ZodLooseShape>(
  format: Is,
  says: string,
  shape: Shape,
) {
  return documentForm(format, says, { currency: currencyCode.optional(), ...shape });
}

/** The same document as data that nobody changes. */
export type Told<Form extends z.core.SomeType> = Frozen<z.infer<Form>>;

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
