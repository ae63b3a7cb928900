import type { Spoken } from '../domain/words/spoken.ts';
import { decode } from '../json/read-json.ts';
import { currency } from './grammar/currency.ts';
import { member } from './grammar/scheme.ts';

/** The words of a scheme file, so that its mistakes are told in them too: of each its own, or none where that cannot be read. */
export function wordsOfScheme(bytes: Uint8Array): Spoken {
  const { value: text } = decode(bytes, '');
  const written = text === null ? null : parsed(text);
  if (typeof written !== 'object' || written === null) return {};
  const [said, money] = [
    member.safeParse(Reflect.get(written, 'member')),
    currency.safeParse(Reflect.get(written, 'currency')),
  ];
  return { member: said.data, currency: money.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
