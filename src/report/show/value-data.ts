import { formatDay } from '../../domain/day.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import { constantOf } from '../../domain/scheme/quantity-range.ts';
import type { Adjustment, PlainValue, ToBeConfirmed, Value } from '../../domain/scheme/scheme.ts';
import { ofEachOf } from '../../domain/scheme/shared.ts';
import type { AdjustmentData, PlainValueData, ValueData } from '../../formats/show.ts';
import { amongData } from './among-data.ts';
import { perEventData, quantityData } from './quantity-data.ts';
import type { SchemeWords } from './scheme-words.ts';

/** What a component is worth over the term. */
export function valueData(value: Value, scheme: SchemeWords): ValueData {
  if (value.kind !== 'share') return plainValueData(value, scheme);
  const path = value.path.map(({ title, share, clause }) => ({ title, share: formatExact(share), clause }));
  return { kind: value.kind, of: plainValueData(value.of, scheme), path, clause: value.clause };
}

function plainValueData(value: PlainValue, scheme: SchemeWords): PlainValueData {
  switch (value.kind) {
    case 'per-patient':
    case 'fixed':
    case 'pool':
      return { kind: value.kind, pounds: formatExact(value.pounds), clause: value.clause };
    case 'per-event':
      return perEventData(value, scheme);
    case 'quantity':
      return { kind: value.kind, of: quantityData(value.of, scheme), clause: value.clause };
    case 'shared': {
      const { kind, of, by, within, unspent, clause } = value;
      const { adjustments } = ofEachOf(value);
      return {
        kind,
        of: quantityData(of, scheme),
        by: by && quantityData(by, scheme),
        within,
        ...amongData(value, scheme),
        ...(adjustments.length > 0 && { of_each: adjustments.map((each) => adjustmentData(each, scheme)) }),
        ...(unspent && { unspent }),
        clause,
      };
    }
    case 'envelope': {
      const { kind, pounds, of, scales, clause } = value;
      return {
        kind,
        pounds: quantityData(pounds, scheme),
        of: quantityData(of, scheme),
        ...(scales && { scales }),
        ...amongData(value, scheme),
        clause,
      };
    }
    case 'to-be-confirmed':
      return holeData(value);
  }
}

/** A change of the value. */
export function adjustmentData(adjustment: Adjustment, scheme: SchemeWords): AdjustmentData {
  const { id, title, from, agreedOn, clause } = adjustment;
  const since = {
    ...(from === undefined ? {} : { from: formatDay(from) }),
    ...(agreedOn === undefined ? {} : { agreed_on: formatDay(agreedOn) }),
  };
  switch (adjustment.kind) {
    case 'reduce':
      return {
        id,
        title,
        kind: adjustment.kind,
        by: formatExact(adjustment.by),
        rounded_to: adjustment.roundedTo,
        ...since,
        clause,
      };
    case 'remove':
      return { id, title, kind: adjustment.kind, ...since, clause };
    case 'cap':
    case 'floor':
    case 'deduct': {
      const sum = constantOf(adjustment.pounds);
      return {
        id,
        title,
        kind: adjustment.kind,
        pounds: sum ? formatExact(sum) : quantityData(adjustment.pounds, scheme),
        ...since,
        clause,
      };
    }
    case 'multiply':
      return { id, title, kind: adjustment.kind, by: quantityData(adjustment.by, scheme), ...since, clause };
    case 'round':
      return { id, title, kind: adjustment.kind, places: adjustment.places, mode: adjustment.mode, ...since, clause };
  }
}

/** What a draft leaves open. */
export function holeData({ kind, what, clause }: ToBeConfirmed) {
  return { kind, what, clause };
}
