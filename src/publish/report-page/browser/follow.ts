import { sayDay, storedDay } from '../../../domain/day.ts';
import { say } from '../../../domain/words/sentence.ts';
import { practicesCounted } from '../figures.ts';
import { tag } from '../markup.ts';
import { byId, domOf, fieldById } from './dom.ts';
import { figureSteps, matrixTable, practiceSentence, refusedTable } from './figure.ts';
import { type Listed, packedStepsOf, pageWords, practices, practicesWith, textAt } from './page-data.ts';
import { markScrolling } from './scrolling.ts';

/** So many practices are offered while a name is typed. */
const mostOffered = 30;

/** Follows figures: by the address, by the field, by the sums of the table. */
export function openFollow(): void {
  const [only] = practices;
  if (practices.length > 1) openField();
  if (practices.length === 1 && only) show(only, null);
  addEventListener('hashchange', () => openAddress(true));
  openAddress(false);
}

function openField(): void {
  byId('choose').hidden = false;
  const field = fieldById('who');
  field.addEventListener('input', () => {
    const chosen = practices.find((each) => nameAndCode(each) === field.value);
    if (chosen) return go(chosen.code);
    const near = field.value === '' ? practices : practicesWith(field.value);
    byId('who-found').textContent =
      near.length === 0 ? 'None found. Write fewer letters.' : say(pageWords, practicesCounted(near.length));
    byId('who-list').replaceChildren(
      ...near.slice(0, mostOffered).map((each) => domOf(pageWords, tag('option', { value: nameAndCode(each) }))),
    );
  });
  field.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter') return;
    const [first] = practicesWith(field.value.replace(/[()]/g, ' '));
    if (first && field.value !== '') go(first.code);
  });
  byId('who-list').replaceChildren(
    ...practices.slice(0, mostOffered).map((each) => domOf(pageWords, tag('option', { value: nameAndCode(each) }))),
  );
}

function nameAndCode({ name, code }: Listed): string {
  return `${name} (${code})`;
}

function go(address: string): void {
  if (location.hash === `#${address}`) openAddress(true);
  else location.hash = address;
}

/** `#Z10010` is a practice, `#Z10010/integrated-teams/Q1` a figure of it; where there are several schemes its id stands before the component. */
function openAddress(isAsked: boolean): void {
  const [code = '', ...figure] = decodeURIComponent(location.hash.slice(1)).split('/');
  const practice = practices.find((each) => each.code === code);
  if (!practice) return;
  show(practice, figure.length === 0 ? null : figure.join('/'));
  const title = document.getElementById(figure.length === 0 ? 'figure-h' : 'steps-h') ?? byId('follow-h');
  title.scrollIntoView({ block: figure.length === 0 ? 'start' : 'nearest' });
  if (isAsked && document.activeElement?.classList.contains('fig') !== true) title.focus({ preventScroll: true });
}

function show(practice: Listed, figure: string | null): void {
  const steps = packedStepsOf(practice);
  const [first] = steps;
  const list = first?.[1] ?? null;
  const parts = [
    tag('h3', { id: 'figure-h', tabindex: -1 }, practice.name, ' ', tag('span', { class: 'code' }, practice.code)),
    tag(
      'p',
      { class: 'note' },
      [
        ...(practice.locality === null ? [] : [practice.locality]),
        ...(list ? [listSaid(list)] : []),
        ...(first && first[2] !== null ? [`left the scheme on ${sayDay(storedDay(first[2]))}`] : []),
        ...(practice.paidTo.length === 0 ? [] : [`paid to ${practice.paidTo.join(', ')}`]),
      ].join(' · '),
    ),
    tag('p', {}, practiceSentence(practice)),
    ...steps.map((each) => matrixTable(practice, each, figure)),
    ...(figure === null ? [] : figureSteps(practice, steps, figure)),
    ...steps.flatMap((each) => refusedTable(each)),
  ];
  const place = byId('figure');
  const hadFocus = document.activeElement?.getAttribute('data-figure') ?? null;
  place.replaceChildren(...parts.map((part) => domOf(pageWords, part)));
  for (const table of place.querySelectorAll<HTMLElement>('.scroll')) markScrolling(table);
  for (const button of place.querySelectorAll<HTMLButtonElement>('.fig')) {
    const own = button.dataset.figure ?? '';
    button.addEventListener('click', () => go(own));
    if (own === hadFocus) button.focus({ preventScroll: true });
  }
  if (practices.length > 1) fieldById('who').value = nameAndCode(practice);
}

function listSaid([patients, asAt]: NonNullable<ReturnType<typeof packedStepsOf>[number][1]>): string {
  return `${textAt(patients)} at ${sayDay(storedDay(asAt))}`;
}
