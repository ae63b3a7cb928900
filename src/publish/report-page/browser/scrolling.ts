/** A table that is wider than its place scrolls by itself; only while it does it takes the keyboard, under its name. */
export function openScrolling(): void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) markScrolling(target);
  });
  for (const place of document.querySelectorAll<HTMLElement>('.scroll')) watch.observe(place);
}

/** Marks one such place as it is now. */
export function markScrolling(place: HTMLElement): void {
  const table = place.querySelector('table');
  const isWide = table !== null && table.scrollWidth > place.clientWidth + 1;
  place.classList.toggle('wide', isWide);
  if (isWide) {
    place.tabIndex = 0;
    place.setAttribute('role', 'region');
    place.setAttribute('aria-label', place.dataset.name ?? '');
  } else {
    place.removeAttribute('tabindex');
    place.removeAttribute('role');
    place.removeAttribute('aria-label');
  }
}
