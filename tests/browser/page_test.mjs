// The report in a browser.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {createRequire} from 'node:module';
import {launch, open} from './chromium.mjs';
import {editions, file, sample} from './program.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const dutch = editions.find(({audience, language}) => audience === 'analist' && language === 'nl').html;
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const {audience, language, html} of editions)
  for (const scripting of [true, false])
    test(`opens without a complaint: ${audience}, ${language}, scripting ${scripting ? 'on' : 'off'}`, async () => {
      const {page, faults} = await open(browser, html, {scripting});
      assert.deepEqual(faults, []);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.ok(await page.locator('main > section').count() >= 10);
      assert.equal(await page.locator('button.sort').count() > 0, scripting, 'what needs scripting is offered with it only');
      await page.context().close();
    });

test('without scripting it shows the same text and drawings, but for the map that plays', async () => {
  const [alive, still] = await Promise.all([open(browser, dutch), open(browser, dutch, {scripting: false})]);
  const drawings = ({page}) => page.locator('svg').evaluateAll(all => all.filter(one => !one.closest('.outage-map')).map(one => one.outerHTML));
  assert.deepEqual(await drawings(alive), await drawings(still));
  const cells = ({page}) => page.locator('td, tbody th').evaluateAll(all => all.map(one => one.textContent));
  assert.deepEqual(await cells(alive), await cells(still));
});

test('names that want to be markup do nothing', async () => {
  const {page, faults} = await open(browser, file('hostile.html'));
  assert.deepEqual(faults, []);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator('h1').textContent(), '</script><img src=x onerror="window.broken=1"> =1+1 \u{1F692}');
});

test('a table sorts both ways, by keyboard', async () => {
  const {page} = await open(browser, dutch);
  const table = page.locator('#impact table').first();
  const means = async () => (await table.locator('tbody tr td:nth-child(3)').allTextContents()).map(text => Number(text.split(' ')[0].replaceAll('.', '').replace(',', '.')));
  const head = table.locator('thead th').nth(2);
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  const rising = await means();
  assert.deepEqual(rising, [...rising].sort((a, b) => a - b));
  await page.keyboard.press('Space');
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.deepEqual(await means(), rising.slice().reverse());
});

test('the downloaded CSV has the figures of the document, and its head', async () => {
  const {page} = await open(browser, dutch);
  const document = await page.evaluate(() => JSON.parse(document.getElementById('document').textContent));
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#impact .download').first().click()]);
  assert.equal(download.suggestedFilename(), 'impact-annual.csv');
  const lines = readFileSync(await download.path(), 'utf8').replace('\uFEFF', '').trim().split('\r\n');
  const head = lines.filter(line => line.startsWith('#'));
  assert.ok(head.some(line => line.includes('CONCEPT')) && head.some(line => line.includes('Rubricering')));
  const names = lines[head.length].split(',');
  const means = lines.slice(head.length + 1).map(line => Number(line.match(/("[^"]*"|[^,]*)(,|$)/g)[names.indexOf('lost')].replace(',', '')));
  assert.deepEqual(means, document.table.annual.map(row => row.uncertainty?.both.value ?? row.lost_callers.value));
});

test('keyboard alone reaches all, in the order of the page, and shows where it is', async () => {
  const {page} = await open(browser, dutch);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  const seen = [];
  for (let presses = 0; presses < 2000; ++presses) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const all = [...document.querySelectorAll('a, button, summary, select, input, [tabindex="0"]')];
      const focused = document.activeElement;
      return {index: all.indexOf(focused), of: all.length, outline: focused === document.body ? 'none' : getComputedStyle(focused).outlineStyle};
    });
    if (place.index < 0) break;
    assert.equal(place.outline, 'solid');
    seen.push(place.index);
  }
  assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
  const visible = await page.evaluate(() => [...document.querySelectorAll('a, button, summary, select, input, [tabindex="0"]')].filter(one => one.checkVisibility()).length);
  assert.equal(seen.length, visible - 1, 'everything but the skip link, which came first');
});

for (const width of [390, 1440])
  test(`${width} px wide: the page does not scroll sideways, axe finds nothing serious`, async () => {
    const one = editions.filter(({audience, language}) => width === 390 ? audience === 'analist' && language === 'nl' : audience === 'bestuur' && language === 'en');
    for (const {html} of sample(one, editions)) {
      const {page} = await open(browser, html, {width, bypassCSP: true});
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
      await page.addScriptTag({path: axe});
      const {violations} = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
      const serious = violations.filter(({impact}) => ['serious', 'critical'].includes(impact));
      assert.deepEqual(serious.map(({id, nodes}) => [id, nodes.slice(0, 3).map(node => node.html)]), []);
      await page.context().close();
    }
  });

test('every drawing has a sentence and a table with numbers', async () => {
  const {page} = await open(browser, dutch);
  for (const figure of await page.locator('figure:not(.stills figure)').all()) {
    assert.ok((await figure.locator('figcaption').textContent()).trim().endsWith('.'));
    assert.ok(await figure.locator('svg[role=img]').getAttribute('aria-label'));
    assert.ok(await figure.locator('details tbody tr').count() > 0);
  }
});

test('the register says what is decided, what to look at, and that nothing is held against a mandate', async () => {
  for (const {audience, language, html} of editions) {
    const {page} = await open(browser, html, {scripting: false});
    const section = page.locator('#register');
    const text = await section.textContent();
    const say = language === 'nl' ? ['over 1 is besloten', 'geen enkel niveau met een mandaat', 'herbeoordeling was op', 'verantwoordelijkheid is betwist']
      : ['1 decided', 'no level is held against a mandate', 'review was due on', 'responsibility is disputed'];
    for (const one of [...say, 'Tot de vervanging van het aggregaat.', 'aggregaat maandelijks beproefd', '2026-11-20', 'SMB', 'Nieuw aggregaat'])
      assert.ok(text.includes(one), `${audience}, ${language}: ${one}`);
    assert.equal(text.includes('zeg dit de analist'), audience === 'analist');
    const marked = await page.locator('#impact tbody th', {hasText: language === 'nl' ? 'register: besloten' : 'register: decided'}).count();
    assert.ok(marked > 0, 'the rows of the table say it too');
    await page.context().close();
  }
});

test('first paint comes within a second', async () => {
  const {page} = await open(browser, dutch);
  const painted = await page.evaluate(() => new Promise(resolve => {
    new PerformanceObserver(list => list.getEntriesByName('first-contentful-paint').forEach(({startTime}) => resolve(startTime)))
      .observe({type: 'paint', buffered: true});
  }));
  console.log(`first contentful paint after ${Math.round(painted)} ms`);
  assert.ok(painted < 1000);
});
