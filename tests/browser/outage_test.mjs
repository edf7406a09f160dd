// Outages in the report: the map plays, by mouse and by keyboard, and what it shows is what the document says.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, open} from './chromium.mjs';
import {editions} from './program.mjs';

const dutch = editions.find(({audience, language}) => audience === 'analist' && language === 'nl').html;
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function openMap(options) {
  const {page, faults} = await open(browser, dutch, options);
  const map = page.locator('.outage-map').first();
  const slider = map.locator('input[type=range]');
  return {page, faults, map, slider, at: async () => Number(await slider.inputValue())};
}

test('the map plays on, stops, and begins again at its end', async () => {
  const {page, faults, map, at} = await openMap();
  const play = map.locator('.play');
  const first = await at();
  await play.click();
  await page.waitForFunction(from => Number(document.querySelector('.outage-map input[type=range]').value) > from + 2, first);
  assert.equal(await play.getAttribute('aria-pressed'), 'true');
  await play.click();
  const stopped = await at();
  await page.waitForTimeout(600);
  assert.equal(await at(), stopped);
  await map.locator('input[type=range]').focus();
  await page.keyboard.press('End');
  const last = await at();
  await play.click();
  await page.waitForFunction(end => Number(document.querySelector('.outage-map input[type=range]').value) < end, last);
  assert.deepEqual(faults, []);
});

test('keyboard: the slider steps, the button plays', async () => {
  const {page, map, slider, at} = await openMap();
  await slider.focus();
  await page.keyboard.press('Home');
  assert.equal(await at(), 0);
  await page.keyboard.press('ArrowRight');
  assert.equal(await at(), 1);
  assert.match(await slider.getAttribute('aria-valuetext'), /voor het begin/);
  assert.equal(await map.locator('output').textContent(), await slider.getAttribute('aria-valuetext'));
  await map.locator('.play').focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => Number(document.querySelector('.outage-map input[type=range]').value) > 2);
});

test('who asked for less motion gets one step a second', async () => {
  const {page, map, at} = await openMap({reducedMotion: 'reduce'});
  const first = await at();
  await map.locator('.play').click();
  await page.waitForTimeout(2500);
  const steps = (await at()) - first;
  assert.ok(steps >= 1 && steps <= 3, String(steps));
});

test('every bin shows the states of the document, in shapes and in words', async () => {
  const {page, map, slider} = await openMap();
  const {stories} = await page.evaluate(() => JSON.parse(document.getElementById('document').textContent).outages);
  const {courses, centres} = stories[0].outage;
  const shapes = {x: 'unanswered', o: 'elsewhere', l: 'losing', p: 'pressed', '.': 'normal'};
  for (const bin of courses[0].states[0].split('').keys()) {
    await slider.fill(String(bin));
    const expected = centres.map((_, centre) => `#map-${shapes[courses[0].states[centre][bin]]}`);
    const shown = await map.locator('.player .map g > use').evaluateAll(all => all.map(one => one.getAttribute('href')));
    assert.deepEqual(shown, expected, `bin ${bin}`);
    const sentence = await map.locator('.sentence').textContent();
    const told = centres.filter((_, centre) => courses[0].states[centre][bin] !== '.').length;
    assert.equal(sentence.includes('alle meldkamers gewoon'), told === 0, sentence);
  }
});

test('playing leaves the page at rest: no long task, no layout of the rest', async () => {
  const {page, map} = await openMap();
  const before = await page.evaluate(() => document.querySelector('main').lastElementChild.getBoundingClientRect().top + window.scrollY);
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(({duration}) => { window.longest = Math.max(window.longest, duration); })).observe({entryTypes: ['longtask']});
  });
  await map.locator('.play').click();
  await page.waitForTimeout(3000);
  await map.locator('.play').click();
  const [longest, after] = await page.evaluate(() => [window.longest, document.querySelector('main').lastElementChild.getBoundingClientRect().top + window.scrollY]);
  console.log(`longest task while playing: ${Math.round(longest)} ms`);
  assert.ok(longest < 200, 'a machine that does other things too');
  assert.ok(Math.abs(after - before) < 60, 'only the sentence may take another line');
});

test('another course and another meldkamer can be chosen', async () => {
  const {page, map} = await openMap();
  const before = await map.locator('> p').first().textContent();
  await map.locator('select').selectOption({index: 1});
  assert.notEqual(await map.locator('> p').first().textContent(), before);
  const timeline = page.locator('.timeline').first();
  const curve = () => timeline.locator('path.mean').first().getAttribute('d');
  const national = await curve();
  // The first of those touched may be the national centre, whose calls are the nation's.
  const last = (await timeline.locator('select option').count()) - 1;
  await timeline.locator('select').selectOption({index: last});
  assert.notEqual(await curve(), national);
});

test('without scripting there are stills of chosen moments, and nothing to play with', async () => {
  const {page} = await open(browser, dutch, {scripting: false});
  const map = page.locator('.outage-map').first();
  assert.equal(await map.locator('.play, select, input').count(), 0);
  const stills = await map.locator('.stills figure').count();
  assert.ok(stills >= 2 && stills <= 4, String(stills));
  assert.match(await map.locator('.stills figcaption').first().textContent(), /begin/);
});

test('on paper every story is open', async () => {
  const {page} = await open(browser, dutch, {scripting: false});
  await page.emulateMedia({media: 'print'});
  const heights = await page.locator('.story').evaluateAll(all => all.map(one => one.getBoundingClientRect().height));
  assert.ok(heights.length >= 2 && heights.every(height => height > 1000), String(heights));
});
