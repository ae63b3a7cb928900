import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const page = fileURLToPath(new URL('src/publish/report-page/', import.meta.url));

/** The script and the style of the report, each bundled as one text that stands in the page itself: for the build and for the tests alike. */
export const parts = {
  'page-parts/script': () => bundled({ entryPoints: [`${page}browser/page.ts`], format: 'iife', charset: 'ascii' }),
  'page-parts/style': () => bundled({ entryPoints: [`${page}style.css`] }),
};

async function bundled(options) {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    minify: true,
    write: false,
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

/** For esbuild. */
export const pageParts = {
  name: 'page-parts',
  setup(building) {
    building.onResolve({ filter: /^page-parts\// }, ({ path }) => ({ path, namespace: 'page-parts' }));
    building.onLoad({ filter: /./, namespace: 'page-parts' }, async ({ path }) => ({
      contents: await parts[path](),
      loader: 'text',
    }));
  },
};

/** For vitest. */
export const pagePartsInTests = {
  name: 'page-parts',
  enforce: 'pre',
  resolveId: (id) => (id in parts ? `\0${id}` : null),
  load: async (id) => (id.startsWith('\0page-parts/') ? `export default ${JSON.stringify(await parts[id.slice(1)]())}` : null),
};
