// The what-if page in a browser, with the real server behind it: usage node serve_test.mjs UITWIJK FOLDER.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {createRequire} from 'node:module';
import {keptReport, open as openAt, previewOf, section, serve} from './serving.mjs';

const [program, made] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = `${made}/served`;
let served, server;

before(async () => {
  served = await serve(folder, {add: () => writeFileSync(`${folder}/results/empty.h5`, '')});
  server = served.server;
});
after(() => served.close());
const open = (how = {}) => openAt(served, how);

const below = pid => execFileSync('ps', ['-e', '-o', 'ppid=,pid=']).toString().split('\n').map(line => line.trim().split(/\s+/).map(Number)).filter(([parent]) => parent === pid);

test('opens without a complaint, forgets the token in the address, and tells what was run', async () => {
  const {page, faults} = await open();
  assert.deepEqual(faults, []);
  assert.ok(!page.url().includes('token'));
  const command = await section(page, 'preview').locator('code').textContent();
  assert.match(command, /^uitwijk run scenarios\/.* --replications 20 --seed 1$/);
  assert.deepEqual(await page.context().cookies(), []);
  await page.reload();
  await section(page, 'preview').locator('figure').waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('another tab needs the token: the address alone is not enough, the link below the question is', async () => {
  const {page} = await open();
  await page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  await previewOf(page, '--threat DR-20');
  const stranger = await page.context().newPage();
  await stranger.goto(page.url());
  await stranger.getByText('Open het adres dat uitwijk serve heeft getoond').waitFor();
  const link = page.getByRole('link', {name: 'This question in another tab'});
  const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await previewOf(tab, '--threat DR-20');
  assert.ok(!tab.url().includes('token'));
  await stranger.goto(served.address);
  await section(stranger, 'preview').locator('figure').waitFor();
  await page.context().close();
});

test('a reload finds its run again; every tab sees it and may end it', async () => {
  const {page, faults} = await open();
  const full = section(page, 'full');
  await full.getByLabel('Replications, at most').fill('100000');
  await full.getByRole('button', {name: 'Run'}).click();
  await full.locator('progress').waitFor();
  await page.reload();
  await full.locator('progress').waitFor();
  assert.match(await full.locator('.progress').textContent(), /of 100,000/);
  const other = await page.context().newPage();
  await other.goto(served.address);
  const long = section(other, 'jobs').locator('li', {hasText: '--replications 100000'});
  await long.locator('progress').waitFor();
  assert.match(await long.textContent(), /Running/);
  await section(other, 'full').getByLabel('Replications, at most').fill('99999');
  await section(other, 'full').getByRole('button', {name: 'Run'}).click();
  const waiting = section(page, 'jobs').locator('li', {hasText: '--replications 99999'});
  await waiting.getByText('Waits for another run').waitFor();
  await waiting.getByRole('button', {name: /^Cancel: .*99999/}).click();
  await section(other, 'full').getByText('Cancelled').waitFor();
  await long.getByRole('button', {name: /^Cancel: .*100000/}).click();
  await full.getByText('Cancelled').waitFor();
  assert.equal(below(server.pid).length, 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a run that would pass the limit of the server is told before it begins', async () => {
  const strict = await serve(`${made}/served_strict`, {words: ['--limit', '5 s']});
  const {page} = await openAt(strict);
  const limit = section(page, 'full').locator('form [aria-live]');
  await section(page, 'full').getByLabel('Replications, at most').fill('100000');
  await limit.getByText('longer than that').waitFor();
  assert.match(await limit.textContent(), /ends a run after 5.s .* 100,000 replications take about/s);
  await section(page, 'full').getByLabel('Replications, at most').fill('1');
  await limit.getByText('longer than that').waitFor({state: 'detached'});
  await page.locator('#language').selectOption('nl');
  await limit.getByText('De server beëindigt een berekening na').waitFor();
  await strict.close();
});

test('the figures are those of the command line', async () => {
  const {page} = await open();
  const preview = section(page, 'preview');
  const words = (await preview.locator('code').textContent()).split(' ').slice(1);
  const {difference} = JSON.parse(execFileSync(program, [...words, '--json', '-q'], {cwd: folder, maxBuffer: 1 << 28}));
  await preview.locator('summary').first().click();
  const row = preview.locator('tbody tr', {hasText: 'lost callers'}).first();
  const shown = Number((await row.locator('td').last().textContent()).replace(/,/g, '').match(/[-+]?[\d.]+/)[0]);
  assert.ok(Math.abs(shown - difference.lost_callers.mean) <= 0.5, `${shown} for ${difference.lost_callers.mean}`);
  await page.context().close();
});

test('what is wrong stands at its field, and goes when it is mended', async () => {
  const {page} = await open();
  await page.getByRole('button', {name: 'Demand', exact: true}).click();
  const field = page.getByLabel('demand.calls', {exact: true});
  await field.fill('9');
  const problem = page.locator('[id="set.demand.calls-problem"]');
  await problem.waitFor();
  assert.match(await problem.textContent(), /must be a rate with its unit/);
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  await field.fill('9000 calls/day');
  await previewOf(page, '9000 calls/day');
  assert.equal(await problem.count(), 0);
  await page.context().close();
});

test('a full run shows progress and time left, and when cancelled leaves no process', async () => {
  const {page} = await open();
  const full = section(page, 'full');
  await full.getByLabel('Replications, at most').fill('100000');
  await full.getByRole('button', {name: 'Run'}).click();
  await full.locator('progress').waitFor();
  assert.match(await full.locator('.progress').textContent(), /of 100,000, .* left/);
  assert.equal(below(server.pid).length, 1);
  await full.getByRole('button', {name: 'Cancel'}).click();
  await page.waitForFunction(() => document.querySelector('section[aria-labelledby=full-title] [role=status]').textContent === 'Cancelled');
  assert.equal(below(server.pid).length, 0);
  await page.context().close();
});

test('a run that is killed is told with its signal; the page goes on', async () => {
  const {page} = await open();
  const full = section(page, 'full');
  await full.getByLabel('Replications, at most').fill('100000');
  await full.getByRole('button', {name: 'Run'}).click();
  await full.locator('progress').waitFor();
  process.kill(below(server.pid)[0][1], 'SIGKILL');
  await page.waitForFunction(() => /with signal 9/.test(document.querySelector('section[aria-labelledby=full-title] [role=status]').textContent));
  await full.getByLabel('Replications, at most').fill('60');
  await full.getByRole('button', {name: 'Run'}).click();
  await full.locator('figure').waitFor();
  await page.context().close();
});

test('two tabs ask different things and get their own answers', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  await one.page.getByRole('button', {name: 'Demand', exact: true}).click();
  await one.page.getByLabel('demand.calls', {exact: true}).fill('9000 calls/day');
  await other.page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  await Promise.all([previewOf(one.page, '9000 calls/day'), previewOf(other.page, '--threat DR-20')]);
  for (const {page} of [one, other]) await page.context().close();
});

test('pinned results stand side by side and are compared', async () => {
  const {page} = await open();
  const pin = () => section(page, 'preview').getByRole('button', {name: 'Pin to compare'}).click();
  await pin();
  await page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  await page.getByLabel('Target').fill('rotterdam');
  await previewOf(page, '--target rotterdam');
  await pin();
  const commands = await section(page, 'pins').locator('li code').allTextContents();
  assert.equal(commands.length, 2);
  assert.notEqual(commands[0], commands[1]);
  const number = text => Number(text.replace(/,/g, '').match(/[-+]?[\d.]+/)[0]);
  const cells = await section(page, 'pins').locator('tbody tr', {hasText: 'lost callers'}).first().locator('td').allTextContents();
  const change = await section(page, 'pins').locator('table').nth(1).locator('tbody tr', {hasText: 'lost callers'}).first().locator('td').textContent();
  assert.ok(Math.abs(number(change) - (number(cells[1]) - number(cells[0]))) <= 1, `${cells} ${change}`);
  await page.context().close();
});

test('identical variants differ by exactly 0, and desks that change nothing are said to', async () => {
  const {page} = await open();
  const pin = () => section(page, 'preview').getByRole('button', {name: 'Pin to compare'}).click();
  await page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  await page.getByLabel('Target').fill('rotterdam');
  await previewOf(page, '--target rotterdam');
  await pin();
  await page.getByRole('button', {name: 'Staffing', exact: true}).click();
  await page.locator('#find').fill('meldkamers.rotterdam.desks');
  await page.getByLabel('meldkamers.rotterdam.desks', {exact: true}).fill('2');
  await previewOf(page, 'desks=2');
  const warning = page.locator('[id="set.meldkamers.rotterdam.desks-warning"]');
  await warning.waitFor();
  assert.match(await warning.textContent(), /Changes nothing: .*role_desks/);
  assert.match(await section(page, 'preview').locator('.warning').textContent(), /desks=2/);
  await pin();
  const changes = await section(page, 'pins').locator('table').nth(1).locator('tbody td').allTextContents();
  assert.ok(changes.includes('0') && changes.every(text => /^(0(\.0)?|–)( |\u00a0|$)/.test(text) && !text.includes('±')), String(changes));
  await section(page, 'pins').getByText('By pairs: the same seed').waitFor();
  await page.context().close();
});

test('what was done is not called done above the question of another scenario', async () => {
  const {page} = await open();
  const full = section(page, 'full');
  await full.getByLabel('Replications, at most').fill('60');
  await full.getByRole('button', {name: 'Run'}).click();
  await full.getByText(/^Done/).waitFor();
  await page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  await full.getByText('The question has changed').waitFor();
  assert.equal(await full.getByText(/^Done/).count(), 0);
  assert.doesNotMatch(await full.locator('code').textContent(), /DR-20/, 'the command is that of the figures');
  await page.getByLabel('Threat of the catalogue').selectOption('');
  await full.getByText(/^Done/).waitFor();
  await page.context().close();
});

test('searches how much is enough', async () => {
  const {page} = await open();
  await page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  const sweep = section(page, 'sweep');
  await sweep.getByLabel('Number to vary').fill('takeover.switch.trained');
  await sweep.getByLabel('From and to').fill('1 min..30 min/3');
  await sweep.getByLabel('Until this holds').fill('difference.lost_callers<=100000');
  await sweep.getByLabel('Replications of each value').fill('10');
  await sweep.getByRole('button', {name: 'Search'}).click();
  await sweep.getByText('The criterion holds at all values.').waitFor();
  assert.equal(await sweep.locator('svg .mark').count(), 3);
  await page.context().close();
});

test('saves what was asked, under a name, once', async () => {
  const {page} = await open();
  const save = section(page, 'save');
  await page.getByLabel('Threat of the catalogue').selectOption('DR-20');
  await page.getByLabel('Duration').fill('1 h');
  for (const [name, says] of [['../mine', /small letters/], ['mine', /Saved as mine.yaml/], ['mine', /there is a file of that name/]]) {
    await save.getByLabel('Name').fill(name);
    await save.getByRole('button', {name: 'Save'}).click();
    await save.getByText(says).waitFor();
  }
  assert.match(readFileSync(`${folder}/mine.yaml`, 'utf8'), /duration: "1 h"/);
  await page.context().close();
});

test('opens a result file as a report, and tells when it is none', async () => {
  const {page} = await open();
  const files = section(page, 'files');
  await files.getByLabel('Result').selectOption({label: 'results/empty.h5'});
  await files.getByRole('button', {name: 'Make the report'}).click();
  await files.locator('.problem').waitFor();
  assert.match(await files.locator('.problem').textContent(), /is not an HDF5 file/);
  await files.getByLabel('Result').selectOption({label: 'results/good.h5'});
  await files.getByRole('button', {name: 'Make the report'}).click();
  const link = files.getByRole('link');
  await link.waitFor();
  await keptReport(page, link, `${folder}/kept.html`);
  await page.context().close();
});

test('keyboard alone reaches and uses it', async () => {
  const {page} = await open();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  const outlines = new Set();
  const seen = [];
  for (let presses = 0; presses < 400; ++presses) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const all = [...document.querySelectorAll('a, button, summary, input, select, [tabindex="0"]')];
      const focused = document.activeElement;
      return {index: all.indexOf(focused), outline: getComputedStyle(focused).outlineStyle};
    });
    if (place.index < 0) break;
    outlines.add(place.outline);
    seen.push(place.index);
  }
  assert.deepEqual([...outlines], ['solid']);
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
  await page.context().close();
});

for (const width of [390, 1440])
  test(`${width} px wide, both languages: does not scroll sideways, axe finds nothing serious`, async () => {
    const {page} = await open({width, bypassCSP: true});
    for (const language of ['nl', 'en']) {
      await page.locator('#language').selectOption(language);
      await previewOf(page, 'uitwijk run');
      await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
      await page.locator(`html[lang=${language}]`).waitFor({state: 'attached'});
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await page.addScriptTag({path: axe});
      const {violations} = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
      const serious = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
      assert.deepEqual(serious.map(({id, nodes}) => [id, nodes.slice(0, 3).map(node => node.html)]), []);
    }
    await page.context().close();
  });
