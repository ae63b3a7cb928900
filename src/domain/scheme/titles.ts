/** What a scheme calls a thing, and what it calls it where space is short. */
export interface Titled {
  readonly title: string;
  /** Left out where the title is short enough. */
  readonly shortTitle?: string;
}

/** A kind of event that the scheme gives a title. */
export interface EventKind extends Titled {
  readonly id: string;
  readonly clause: string;
}

/** What charts, tables, letters and calendars call it, where space is short. */
export function shortTitleOf({ title, shortTitle }: Titled): string {
  return shortTitle ?? title;
}

/** A kind of event in words: by its title, or by its id where the scheme gives it none. */
export function eventTitled(event: string, { events }: { readonly events?: readonly EventKind[] }): Titled {
  return events?.find(({ id }) => id === event) ?? { title: event.replaceAll('-', ' ') };
}

/** The short title as a key of its own, where there is one. */
export function withShortTitle({ shortTitle }: { readonly shortTitle?: string | undefined }): { shortTitle?: string } {
  return shortTitle === undefined ? {} : { shortTitle };
}

/** The same as a key of a JSON document. */
export function shortTitleData({ shortTitle }: { readonly shortTitle?: string | undefined }): { short_title?: string } {
  return shortTitle === undefined ? {} : { short_title: shortTitle };
}
