/** Marks the section that is being read among the contents. */
export function openContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.rail a')];
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        for (const link of links) {
          if (link.hash === `#${target.id}`) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
      }
    },
    { rootMargin: '0px 0px -70% 0px' },
  );
  for (const section of document.querySelectorAll('main > section')) watch.observe(section);
}
