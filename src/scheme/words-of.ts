import type { Currency } from '../domain/money/currency.ts';
import type { MemberNoun } from '../domain/scheme/member.ts';
import { plainWords, type Words } from '../domain/words/words.ts';
import { decode } from '../json/read-json.ts';
import { currency } from './grammar/currency.ts';
import { member } from './grammar/scheme.ts';

/** The words of a scheme as it is written: practices and pounds sterling unless it says otherwise. */
export function wordsOf(written: {
  readonly member?: MemberNoun | undefined;
  readonly currency?: Currency | undefined;
}): Words {
  return { member: written.member ?? plainWords.member, currency: written.currency ?? plainWords.currency };
}

/** The words of a scheme file, so that its mistakes are told in them too: of each its own, or ours where that cannot be read. */
export function wordsOfScheme(bytes: Uint8Array): Words {
  const { value: text } = decode(bytes, '');
  return text === null ? plainWords : wordsIn(parsed(text));
}

/** The same of what stands in it, right or wrong. */
export function wordsIn(written: unknown): Words {
  if (typeof written !== 'object' || written === null) return plainWords;
  const [said, money] = [
    member.safeParse(Reflect.get(written, 'member')),
    currency.safeParse(Reflect.get(written, 'currency')),
  ];
  return wordsOf({ member: said.data, currency: money.data });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
