/** The script of the page, bundled by the build as one text. */
declare module 'page-parts/script' {
  const text: string;
  export default text;
}

/** Its style, likewise. */
declare module 'page-parts/style' {
  const text: string;
  export default text;
}
