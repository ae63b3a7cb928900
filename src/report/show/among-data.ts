import type { Value } from '../../domain/scheme/scheme.ts';
import { amongOf } from '../../domain/scheme/shared.ts';
import { quantityData } from './quantity-data.ts';
import type { SchemeWords } from './scheme-words.ts';

/** What is asked of who shares; nothing where everybody does. */
export function amongData(value: Value, scheme: SchemeWords) {
  const among = amongOf(value).map((each) =>
    'received' in each ? each : { is: quantityData(each.is, scheme), at_least: quantityData(each.atLeast, scheme) },
  );
  return among.length > 0 ? { among } : {};
}
