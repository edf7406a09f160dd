// Makes what CMake embeds in the program, in ./out of the folder that it runs in:
//   NAME.js   for the browser, of every src/pages/NAME.tsx
//   static.js for the engine in the program (ES5), of src/static.tsx
//   page.css  of src/style/page.css, for reports; serve.css for the what-if page
// With --tests also out/tests/*.mjs, of test/*.test.tsx.
import * as esbuild from 'esbuild';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import ts from 'typescript';
import {simplerProvinces} from './provinces.mjs';

/** Scales interpolate numbers only: 16 kB of every report were for colours. */
const numbersOnly = {
  name: 'numbers only',
  setup(build) {
    build.onResolve({filter: /^d3-interpolate$/}, () => ({path: resolve('src/parts/interpolate_numbers.ts')}));
  },
};

/** The browser keeps the graphs that the page has, and needs no library to lay them out. */
const alreadyLaidOut = {
  name: 'already laid out',
  setup(build) {
    build.onResolve({filter: /\/laid_out$/}, () => ({path: resolve('src/outage/already_laid_out.ts')}));
  },
};

const common = {
  bundle: true,
  preserveSymlinks: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  plugins: [simplerProvinces, numbersOnly],
  logLevel: 'warning',
};

async function sourcesIn(folder, ending) {
  return (await readdir(folder)).filter(name => name.endsWith(ending)).map(name => `${folder}/${name}`);
}

/** Duktape speaks ES5: bundle, lower the syntax, then make it small. */
async function buildStatic() {
  const bundle = await esbuild.build({
    ...common,
    entryPoints: ['src/static.tsx'],
    write: false,
    format: 'iife',
    target: 'es2020',
    inject: ['src/old_engine.ts'],
  });
  const lowered = ts.transpileModule(bundle.outputFiles[0].text, {
    compilerOptions: {target: ts.ScriptTarget.ES5, downlevelIteration: true, module: ts.ModuleKind.None},
  });
  const small = await esbuild.transform(lowered.outputText, {target: 'es5', minify: true});
  await writeFile('out/static.js', small.code);
}

async function buildPages() {
  await esbuild.build({
    ...common,
    plugins: [...common.plugins, alreadyLaidOut],
    entryPoints: await sourcesIn('src/pages', '.tsx'),
    outdir: 'out',
    format: 'iife',
    target: 'es2020',
    minify: true,
  });
}

async function buildStyle() {
  await esbuild.build({
    ...common,
    entryPoints: ['src/style/page.css', 'src/style/serve.css'],
    outdir: 'out',
    minify: true,
  });
}

async function buildTests() {
  await esbuild.build({
    ...common,
    entryPoints: await sourcesIn('test', '.test.tsx'),
    outdir: 'out/tests',
    format: 'esm',
    platform: 'node',
    outExtension: {'.js': '.mjs'},
  });
}

await mkdir('out/tests', {recursive: true});
const asked = process.argv.includes('--tests') ? [buildTests()] : [buildStatic(), buildPages(), buildStyle()];
await Promise.all(asked);
