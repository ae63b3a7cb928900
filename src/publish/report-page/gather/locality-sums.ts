import type { PracticeAccount } from '../../../domain/account.ts';
import { addPence, noPence, type Pence } from '../../../domain/money/money.ts';
import type { LocalityFigures, PracticeInLocality } from './gathered.ts';
import { couldOf, netOf, type OpenSumsOfPractice } from './practice-sums.ts';

interface OpenLocality {
  readonly practices: PracticeInLocality[];
  waits: Pence;
  net: Pence;
}

/** Gathers practices by the locality that practices.csv gives them. */
export class LocalitySums {
  readonly #localities = new Map<string, OpenLocality>();

  add({ practice, listSize }: PracticeAccount, own: OpenSumsOfPractice): void {
    const name = practice.locality ?? 'none given';
    const locality = this.#localities.get(name) ?? { practices: [], waits: noPence, net: noPence };
    this.#localities.set(name, locality);
    const { code, name: practiceName } = practice;
    const { earned } = own;
    locality.practices.push({ code, name: practiceName, patients: listSize.patients, earned, could: couldOf(own) });
    locality.waits = addPence(locality.waits, own.back.proposed);
    locality.net = addPence(locality.net, netOf(own));
  }

  /** By name. */
  get figures(): readonly LocalityFigures[] {
    return [...this.#localities]
      .map(([locality, figures]) => ({ locality, ...figures }))
      .sort((a, b) => (a.locality < b.locality ? -1 : 1));
  }
}
