/**
 * Bundles src/ into dist/: widget.js, and the transport that it loads when a conversation begins.
 * The same sources give the same bytes. The transport's name changes with its content, so that a
 * browser may keep it for good; widget.js knows it.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DIST = process.argv[2] ?? join(HERE, 'dist');

/** esbuild leaves the indentation and the comments within html`` and css`` as they are. */
const tightTemplates = {
  name: 'tight-templates',
  setup({ onLoad }) {
    onLoad({ filter: /src\/(views|styles)\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\n\s+/g, '\n'),
    }));
  },
};

const OPTIONS = {
  absWorkingDir: HERE,
  bundle: true,
  charset: 'utf8',
  conditions: ['production', 'browser'],
  format: 'esm',
  legalComments: 'eof',
  minify: true,
  outdir: 'dist',
  plugins: [tightTemplates],
  target: 'es2022',
  write: false,
};

const transport = await build({
  ...OPTIONS,
  entryPoints: ['src/transport.js'],
  entryNames: '[name]-[hash]',
});
const widget = await build({
  ...OPTIONS,
  entryPoints: ['src/widget.js'],
  define: { __TRANSPORT__: JSON.stringify(basename(transport.outputFiles[0].path)) },
});

mkdirSync(DIST, { recursive: true });
for (const name of readdirSync(DIST)) rmSync(join(DIST, name));
for (const { path, contents } of [...transport.outputFiles, ...widget.outputFiles]) {
  writeFileSync(join(DIST, basename(path)), contents);
}
