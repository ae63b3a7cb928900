import type { Chance } from './chance.ts';

/** Pounds as they stand in papers: whole, with pence, with parts of a penny. */
export function drawPounds(chance: Chance, most = 3000): string {
  return chance.way([
    [3, () => `${chance.from(0, most)}`],
    [3, () => `${chance.from(0, most)}.${pad(chance.from(0, 99), 2)}`],
    [2, () => `0.${pad(chance.from(1, 999), 3)}`],
    [1, () => `${chance.from(0, 40)}.${pad(chance.from(0, 9999), 4)}`],
  ]);
}

/** A share from nothing to all, in each of its forms. */
export function drawShare(chance: Chance): string {
  return chance.way([
    [3, () => `${chance.from(0, 100)}%`],
    [2, () => fractionOf(chance)],
    [2, () => `0.${pad(chance.from(0, 999), 3)}`],
    [1, () => chance.of(['0', '1', '100%', '0%', '12.5%'])],
  ]);
}

function fractionOf(chance: Chance): string {
  const below = chance.from(1, 13);
  return `${chance.from(0, below)}/${below}`;
}

/** So many different percentages in steps of five, in ascending order; fewer where there are not so many. */
export function drawDistinct(chance: Chance, count: number, least: number, most: number): string[] {
  const left = Array.from({ length: most - least + 1 }, (_, place) => least + place);
  while (left.length > count) left.splice(chance.from(0, left.length - 1), 1);
  return left.map((step) => `${step * 5}%`);
}

/** Several different shares of a scale, in ascending order. */
export function drawThresholds(chance: Chance, least: number, most: number): string[] {
  const steps = new Set(chance.times(least, most, () => chance.from(0, 21)));
  return [...steps].sort((a, b) => a - b).map((step) => (step === 7 ? '1/3' : `${step * 5}%`));
}

/** Shares that come to one over so many periods. */
export function drawSharesOfOne(chance: Chance, count: number): string[] {
  const parts = Array.from({ length: count }, () => chance.from(0, 4));
  const whole = parts.reduce((a, b) => a + b, 0);
  return whole === 0 ? parts.map((_, place) => (place === 0 ? '1' : '0')) : parts.map((part) => `${part}/${whole}`);
}

export function drawNumber(chance: Chance, most: number): string {
  return chance.oneIn(4) ? `${chance.from(0, most)}.${chance.from(1, 9)}` : `${chance.from(0, most)}`;
}

export function pad(number: number, length: number): string {
  return `${number}`.padStart(length, '0');
}
