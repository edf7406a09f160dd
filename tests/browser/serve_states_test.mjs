// Every state of the what-if page, in a browser: what is chosen, what is saved, what is opened, what goes wrong.
import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {createRequire} from 'node:module';
import {otherVersion} from './other_version.mjs';
import {uitwijk} from './program.mjs';
import {keptReport, open as openAt, previewOf, section, serve} from './serving.mjs';

const [program, made] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = `${made}/served_states`;
const hostile = '<img src=x onerror="document.title=\'broken\'"> =1+1 \u{1F692}';
let served;

/** A result of which replications are missing: the run was interrupted. */
async function writePartial(path) {
  const run = spawn(program, ['run', '--threat', 'DR-20', '-n', '100000', '--progress', 'json', '-o', path], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  let interrupted = false;  // a second time would end it at once, without its file
  run.stderr.on('data', text => {
    if (interrupted || !/"done": *[1-9]/.test(String(text))) return;
    interrupted = run.kill('SIGINT');
  });
  await new Promise(resolve => run.once('exit', resolve));
}

before(async () => {
  served = await serve(folder, {add: async () => {
    writeFileSync(`${folder}/results/other.h5`, otherVersion(readFileSync(`${folder}/results/good.h5`)));
    writeFileSync(`${folder}/results/cut.h5`, readFileSync(`${folder}/results/good.h5`).subarray(0, 5000));
    writeFileSync(`${folder}/results/${hostile.replaceAll('/', '')}.h5`, readFileSync(`${folder}/results/good.h5`));
    writeFileSync(`${folder}/hostile.yaml`, readFileSync(`${folder}/scenarios/normal-day.yaml`, 'utf8')
      .replace(/^ {2}name: .*$/m, `  name: ${JSON.stringify(hostile)}`).replace('../models', 'models'));
    await writePartial(`${folder}/results/partial.h5`);
  }});
});
after(() => served.close());
const open = (how = {}) => openAt(served, how);

const commandOf = (page, name) => section(page, name).locator('.command code').textContent();
const press = (page, name, label) => section(page, name).getByRole('button', {name: label, exact: true}).click();
const digests = words => JSON.parse(execFileSync(program, [...words, '--json', '-q', '--replication', '3'], {cwd: folder, maxBuffer: 1 << 28})).digests;

/** Words of a shell line without quotes inside quotes. */
const wordsOf = command => [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain).slice(1);

test('every choice stands in the command line, and a reload asks the same', async () => {
  const {page, faults} = await open();
  await page.locator('#threat').selectOption('DR-20');
  for (const [field, value] of [['target', 'rotterdam'], ['at', '2026-12-01T14:00'], ['duration', '4 h'], ['seed', '7']]) await page.locator(`#${field}`).fill(value);
  await page.locator('#plan').selectOption('neighbours');
  for (const measure of ['trained_switching', 'alternative_number']) await page.locator(`#measures [value=${measure}]`).check();
  for (const [view, address, value] of [
    ['Staffing', 'meldkamers.den_haag.desks', '12'], ['Takeover and delays', 'takeover.decide.triangular.mode', '4 min'],
    ['Redialling', 'callers.redial.probability', '0.5'], ['Demand', 'demand.calls', '9000 calls/day'],
  ]) {
    await page.getByRole('button', {name: view, exact: true}).click();
    await page.locator('#find').fill(address);
    await page.getByLabel(address, {exact: true}).fill(value);
  }
  const wanted = ['--threat DR-20', '--target rotterdam', '--at 2026-12-01T14:00', "--duration '4 h'", '--seed 7', '--plan neighbours', '--measures trained_switching,alternative_number',
    '--set meldkamers.den_haag.desks=12', "--set 'takeover.decide.triangular.mode=4 min'", '--set callers.redial.probability=0.5', "--set 'demand.calls=9000 calls/day'"];
  await previewOf(page, wanted.at(-1));
  const command = await commandOf(page, 'preview');
  for (const part of wanted) assert.ok(command.includes(part), `${part} in ${command}`);
  await page.reload();
  await previewOf(page, wanted.at(-1));
  assert.equal(await commandOf(page, 'preview'), command);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('asks when typing stops, once', async () => {
  const {page} = await open();
  await page.getByRole('button', {name: 'Demand', exact: true}).click();
  const asked = [];
  page.on('request', request => request.method() === 'POST' && request.url().endsWith('/api/jobs') && asked.push(request.postDataJSON()));
  await page.getByLabel('demand.calls', {exact: true}).pressSequentially('9000 calls/day', {delay: 60});
  await previewOf(page, '9000 calls/day');
  assert.deepEqual(asked.map(({kind, set}) => [kind, set]), [['run', {'demand.calls': '9000 calls/day'}]]);
  await page.context().close();
});

test('a number of replications that is none is told at its field', async () => {
  const {page} = await open();
  for (const [name, field, label] of [['full', 'full-n', 'Run'], ['sweep', 'sweep-n', 'Search']]) {
    await page.locator(`#${field}`).fill('many');
    await press(page, name, label);
    await page.locator(`#${field}-problem`).waitFor();
    assert.match(await page.locator(`#${field}-problem`).textContent(), /whole number from 1 to 1000000/);
  }
  await page.context().close();
});

test('what is saved with a measure gives the same digests, and takes no measures besides', async () => {
  const {page} = await open();
  await page.locator('#threat').selectOption('DR-20');
  await page.locator('#target').fill('rotterdam');
  await page.locator('#measures [value=trained_switching]').check();
  await previewOf(page, '--measures trained_switching');
  const asked = wordsOf((await commandOf(page, 'preview')).replace(' --replications 20', ''));
  await section(page, 'save').getByLabel('Name').fill('with-measure');
  await press(page, 'save', 'Save');
  await section(page, 'save').getByText('Saved as with-measure.yaml').waitFor();
  const saved = wordsOf(await commandOf(page, 'save'));
  assert.deepEqual(digests(saved), digests(asked));
  assert.notDeepEqual(digests(saved), digests(asked.filter(word => word !== '--measures' && word !== 'trained_switching')));
  await page.locator('#threat').selectOption('');
  await page.locator('#scenario option', {hasText: 'with-measure.yaml'}).waitFor({state: 'attached'});
  await page.locator('#scenario').selectOption(await page.locator('#scenario option', {hasText: 'with-measure.yaml'}).getAttribute('value'));
  await page.locator('#measures-problem').waitFor();
  await page.locator('#measures [value=trained_switching]').uncheck();
  await previewOf(page, 'with-measure.yaml');
  await page.context().close();
});

test('an exercise that is typed in stands beside the prediction', async () => {
  const {page} = await open();
  await press(page, 'exercise', 'Compare');
  await page.locator('#exercise-meldkamer-problem').waitFor();
  const seen = {name: 'Drill', source: 'minutes', meldkamer: 'rotterdam', at: '2026-03-11T10:00', lost_for: '2 h', decide: '14'};
  for (const [key, value] of Object.entries(seen)) await page.locator(`#exercise-${key}`).fill(value);
  await press(page, 'exercise', 'Compare');
  await page.locator('#exercise-decide-problem').waitFor();
  await page.locator('#exercise-decide').fill('14 min');
  await press(page, 'exercise', 'Compare');
  const row = section(page, 'exercise').locator('tbody tr', {hasText: 'Known to ordered'});
  await row.waitFor();
  assert.match(await row.locator('td').first().textContent(), /14.*min/);
  assert.match(await commandOf(page, 'exercise'), /^uitwijk exercise \/dev\/stdin .*<<</);
  await page.context().close();
});

test('any result file is opened as a report, or is said to be none', async () => {
  const {page, faults} = await open();
  const files = section(page, 'files');
  const make = async label => {
    await files.getByLabel('Result').selectOption({label});
    await press(page, 'files', 'Make the report');
  };
  for (const [name, says] of [['other.h5', /9\.0/], ['cut.h5', /cut off/]]) {
    await make(`results/${name}`);
    await files.locator('.problem', {hasText: says}).waitFor();
    assert.equal(await files.getByRole('link').count(), 0);
  }
  for (const [name, says] of [['partial.h5', /partial/i], [`${hostile.replaceAll('/', '')}.h5`, /DR-20/]]) {
    await make(`results/${name}`);
    const link = files.getByRole('link');
    await link.waitFor();
    const report = await keptReport(page, link, `${folder}/kept.html`);
    assert.match(await report.locator('body').textContent(), says);
    assert.doesNotMatch(await report.title(), /broken/);
    await report.close();
  }
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a hostile name is text', async () => {
  const {page, faults} = await open();
  const option = page.locator('#scenario option', {hasText: 'onerror'});
  await page.locator('#scenario').selectOption(await option.getAttribute('value'));
  await previewOf(page, 'hostile.yaml');
  await press(page, 'preview', 'Pin to compare');
  assert.ok((await section(page, 'pins').textContent()).includes(hostile));
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.title(), 'uitwijk');
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('keyboard alone asks, runs, pins and saves', async () => {
  const {page} = await open();
  const reach = async selector => {
    for (let presses = 0; presses < 300; ++presses) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(wanted => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail(`${selector} is not reached`);
  };
  await reach('#threat');
  await page.keyboard.type('DR-20');
  await reach('#target');
  await page.keyboard.type('rotterdam');
  await reach('#measures [value=trained_switching]');
  await page.keyboard.press('Space');
  await reach('[id="set.takeover.decide.triangular.mode"]');
  await page.keyboard.type('4 min');
  await previewOf(page, '4 min');
  assert.match(await commandOf(page, 'preview'), /--threat DR-20 --target rotterdam .*--measures trained_switching/);
  await reach('section[aria-labelledby=full-title] #full-n');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await section(page, 'full').locator('figure').waitFor();
  await reach('section[aria-labelledby=full-title] .result + p button');
  await page.keyboard.press('Space');
  await section(page, 'pins').locator('li').waitFor();
  await reach('#save-name');
  await page.keyboard.type('by-keyboard');
  await page.keyboard.press('Enter');
  await section(page, 'save').getByText('Saved as by-keyboard.yaml').waitFor();
  await page.context().close();
});

test('nothing moves by itself, least of all for who asked for less motion', async () => {
  const {page} = await open({reducedMotion: 'reduce'});
  await page.locator('#full-n').fill('100000');
  await press(page, 'full', 'Run');
  await section(page, 'full').locator('progress').waitFor();
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await press(page, 'full', 'Cancel');
  await section(page, 'full').getByText('Cancelled').waitFor();
  await page.context().close();
});

async function violations(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
  await page.addScriptTag({path: axe});
  const found = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
  return found.violations.filter(({impact}) => ['serious', 'critical'].includes(impact)).map(({id, nodes}) => [id, nodes.slice(0, 3).map(node => node.html)]);
}
const scrollsSideways = page => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

for (const width of [390, 1440])
  test(`${width} px wide: in no state axe finds something serious or the page scrolls sideways; drawings fit`, async () => {
    const {page} = await open({width, bypassCSP: true});
    const sound = async state => {
      assert.deepEqual(await violations(page), [], state);
      assert.equal(await scrollsSideways(page), false, state);
      const cut = await page.locator('figure .scroll').evaluateAll(boxes => boxes.filter(box => box.querySelector('svg') && box.scrollWidth > box.clientWidth).map(box => box.getAttribute('aria-label')));
      assert.deepEqual(cut, [], state);
    };
    await page.getByRole('button', {name: 'Demand', exact: true}).click();
    await page.getByLabel('demand.calls', {exact: true}).fill('9');
    await page.locator('[id="set.demand.calls-problem"]').waitFor();
    await sound('a problem at a field');
    await page.getByLabel('demand.calls', {exact: true}).fill('');
    await page.locator('#threat').selectOption('DR-20');
    await page.locator('#measures [value=trained_switching]').check();
    await previewOf(page, '--measures trained_switching');
    await press(page, 'preview', 'Pin to compare');
    await press(page, 'preview', 'Pin to compare');
    await sound('a threat and two pins');
    await page.locator('#full-n').fill('100000');
    await press(page, 'full', 'Run');
    await section(page, 'full').locator('progress').waitFor();
    await sound('running');
    await press(page, 'full', 'Cancel');
    await section(page, 'full').getByText('Cancelled').waitFor();
    await page.locator('#vary').fill('takeover.decide');
    await page.locator('#range').fill('1 min..9 min/3');
    await page.locator('#sweep-n').fill('5');
    await press(page, 'sweep', 'Search');
    await section(page, 'sweep').locator('figure').waitFor();
    await press(page, 'exercise', 'Compare');
    await page.locator('#exercise-name-problem').waitFor();
    await section(page, 'files').getByLabel('Result').selectOption({label: 'results/cut.h5'});
    await press(page, 'files', 'Make the report');
    await section(page, 'files').locator('.problem').waitFor();
    await sound('cancelled, searched, refused and failed');
    await page.context().close();
  });

test('when the server is gone the page says so and keeps what was typed', async () => {
  const other = await serve(`${made}/served_gone`);
  const {page} = await openAt(other);
  other.server.kill('SIGKILL');
  await page.getByRole('button', {name: 'Demand', exact: true}).click();
  await page.getByLabel('demand.calls', {exact: true}).fill('9000 calls/day');
  await section(page, 'preview').getByText('The server does not answer').waitFor();
  assert.match(await section(page, 'preview').locator('[role=status]').textContent(), /No answer from the server/);
  assert.equal(await page.getByText('The input is wrong').count(), 0);
  assert.equal(await page.getByLabel('demand.calls', {exact: true}).inputValue(), '9000 calls/day');
  await other.close();
});
