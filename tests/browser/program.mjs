// The real program, and the folder where the tests keep what they make: given on the command line.
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';

const [program, folder] = process.argv.slice(2);
if (!program || !folder) throw new Error('usage: node TEST.mjs UITWIJK FOLDER');
mkdirSync(folder, {recursive: true});

/** The root of the tree, where the program finds its catalogue, criteria and world. */
export const root = process.env.UITWIJK_SOURCE ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Of what takes long: `some` in `make test`, `all` in `make long`. */
export const sample = (some, all) => process.env.UITWIJK_LONG ? all : some;

export const file = name => `${folder}/${name}`;

/** Standard output; throws with standard error when the program fails. */
export function uitwijk(...words) {
  return execFileSync(program, words, {cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe']});
}

/** Exit code and both outputs. */
export function ended(...words) {
  const {status, stdout, stderr} = spawnSync(program, words, {cwd: root, encoding: 'utf8', maxBuffer: 1 << 28});
  return {status, stdout, stderr};
}

/** A command line as a person types it, in another folder. */
export function typed(line, cwd) {
  const PATH = `${dirname(program)}:${process.env.PATH}`;
  execFileSync('sh', ['-c', line], {cwd, env: {...process.env, PATH}, stdio: ['ignore', 'pipe', 'pipe']});
}

export const json = (...words) => JSON.parse(uitwijk(...words));

/** Those that make_results.mjs has made; every section of the page has something to show of them. */
export const results = ['now', 'one_hour', 'four_hours', 'quick', 'slow', 'planned', 'carrier', 'carrier_planned', 'network', 'kpn'].map(name => file(`${name}.h5`));

/** The risk register beside them, and the day that its dates are held against. */
export const kept = ['--register', file('register.yaml'), '--today', '2026-12-01'];

export const editions = ['bestuur', 'analist'].flatMap(audience => ['nl', 'en'].map(language => ({audience, language, html: file(`${audience}-${language}.html`)})));
