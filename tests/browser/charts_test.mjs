// Charts in the hands of people: one moment on all of them, values by mouse, finger and keyboard; each can be taken along.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {launch, open} from './chromium.mjs';
import {editions} from './program.mjs';

const dutch = editions.find(({audience, language}) => audience === 'analist' && language === 'nl').html;
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const documentOf = page => page.evaluate(() => JSON.parse(document.getElementById('document').textContent));

/** What the press of a button saves. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

/** Without its head: names of columns, and rows of numbers or texts. */
function csv(bytes) {
  const lines = bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
  const head = lines.filter(line => line.startsWith('#'));
  const [names, ...rows] = lines.slice(head.length).map(line => line.split(','));
  return {head, names, rows};
}

async function openTimeline(options) {
  const {page, faults} = await open(browser, dutch, options);
  const figure = page.locator('.timeline figure').first();
  return {page, faults, figure};
}

test('every chart has a menu that the keyboard opens, without a fault', async () => {
  const {page, faults} = await open(browser, dutch);
  const figures = await page.locator('figure:has(svg.chart)').count();
  assert.ok(figures > 8);
  assert.equal(await page.locator('figure .save').count(), figures);
  const menu = page.locator('.timeline .save').first();
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await menu.locator('button').allTextContents(), ['als SVG', 'als PNG', 'cijfers als CSV']);
  assert.deepEqual(faults, []);
});

test('a chart is saved as SVG: by itself, with its words, its rubricering and its colours', async () => {
  const {page, faults, figure} = await openTimeline();
  await figure.locator('.save summary').click();
  const {name, bytes} = await saved(page, figure.locator('.save button').first());
  assert.match(name, /^[a-z0-9-]+_wat-er-met-de-bellers-gebeurt\.svg$/);
  const {rubricering} = await documentOf(page);
  const text = bytes.toString('utf8');
  const told = await page.evaluate(svg => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const mean = [...parsed.querySelectorAll('path')].find(one => one.getAttribute('stroke-width') === '1.75');
    return {
      root: parsed.documentElement.nodeName,
      texts: [...parsed.querySelectorAll('text')].map(one => one.textContent).join(' '),
      fill: mean?.getAttribute('fill'),
      stroke: mean?.getAttribute('stroke'),
      classes: parsed.querySelectorAll('[class], [style], script, foreignObject').length,
    };
  }, text);
  assert.equal(told.root, 'svg');
  for (const word of [rubricering, 'Wat er met de bellers gebeurt.', 'Mislukte pogingen', 'CONCEPT', 'gemiddelde', 'zonder deze dreiging'])
    assert.ok(told.texts.includes(word), word);
  assert.equal(told.fill, 'none');
  assert.match(told.stroke, /^rgb/);
  assert.equal(told.classes, 0);
  assert.deepEqual(faults, []);
});

test('and as PNG, twice as fine as the screen', async () => {
  const {page, faults, figure} = await openTimeline();
  await figure.locator('.save summary').click();
  const {name, bytes} = await saved(page, figure.locator('.save button').nth(1));
  assert.match(name, /\.png$/);
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.equal(bytes.readUInt32BE(16), 2 * (720 + 32));
  assert.ok(bytes.length > 20000, 'something is drawn');
  assert.deepEqual(faults, []);
});

test('its CSV has the figures of the document', async () => {
  const {page, figure} = await openTimeline();
  await figure.locator('.save summary').click();
  const {name, bytes} = await saved(page, figure.locator('.save button').nth(2));
  assert.match(name, /\.csv$/);
  const {head, names, rows} = csv(bytes);
  const {outages, rubricering} = await documentOf(page);
  assert.ok(head.some(line => line.includes(rubricering.slice(0, 8))), head.join('\n'));
  const {edges, curves} = outages.stories[0].outage;
  assert.deepEqual(rows.map(row => Number(row[0])), edges.slice(0, -1));
  for (const [column, packed] of [['failed_mean', curves.all.failed.mean], ['failed_p95', curves.all.failed.p95]]) {
    const place = names.indexOf(column);
    assert.ok(place > 0, column);
    const expected = rows.map((_, bin) => String((Array.isArray(packed) ? packed[bin] : packed) ?? ''));
    assert.deepEqual(rows.map(row => row[place]), expected);
  }
});

test('the mouse marks one moment in every chart over time and on the map, and reads its values', async () => {
  const {page, faults, figure} = await openTimeline();
  assert.equal(await page.locator('.pointed').count(), 0);
  const drawing = figure.locator('svg.chart');
  await drawing.scrollIntoViewIfNeeded();
  await drawing.hover({position: {x: 300, y: 60}});
  const charts = await page.locator('.timeline svg.chart, .gantt svg.chart').count();
  assert.equal(await page.locator('.story[open] .pointed').count(), await page.locator('.story[open] :is(.timeline, .gantt) svg.chart').count());
  assert.ok(charts >= 2);
  const told = await figure.locator('.moment-choice p').textContent();
  const onMap = await page.locator('.outage-map output').first().textContent();
  const slider = page.locator('.outage-map input[type=range]').first();
  const bin = Number(await slider.inputValue());
  const {outage} = (await documentOf(page)).outages.stories[0];
  const {mean} = outage.curves.all.failed;
  const value = (Array.isArray(mean) ? mean[bin] : mean) ?? 0;
  const [said] = told.match(/(?<=Mislukte pogingen )[\d.,]+/);
  const shown = Number(said.replaceAll('.', '').replace(',', '.'));
  assert.ok(Math.abs(shown - value) <= Math.max(0.05, value / 100), `${said} is shown, the document has ${value}`);
  assert.ok(told.startsWith(onMap), `${told}, on the map ${onMap}`);
  const read = await figure.locator('.read').allTextContents();
  assert.ok(read.length >= 3 && read.every(one => told.includes(one)), String(read));
  await page.mouse.move(2, 2);
  assert.equal(await page.locator('.pointed').count(), 0);
  assert.deepEqual(faults, []);
});

test('by keyboard: arrows go from moment to moment, Escape hides it', async () => {
  const {page, figure} = await openTimeline();
  const slider = figure.locator('.moment-choice input');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const first = await slider.getAttribute('aria-valuetext');
  assert.match(first, /na het begin: .*Mislukte pogingen/);
  assert.ok(await page.locator('.story[open] .gantt .pointed').count() > 0);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await slider.getAttribute('aria-valuetext'), first);
  const gantt = page.locator('.gantt .moment-choice input').first();
  assert.equal(await gantt.inputValue(), await slider.inputValue());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.pointed').count(), 0);
});

test('a tap marks it too, and it stays', async () => {
  const {page, figure} = await openTimeline({width: 390, hasTouch: true});
  const drawing = figure.locator('svg.chart');
  await drawing.scrollIntoViewIfNeeded();
  await drawing.tap({position: {x: 150, y: 80}});
  assert.ok(await page.locator('.story[open] .pointed').count() >= 2);
  assert.match(await figure.locator('.moment-choice p').textContent(), /het begin/);
});

test('the graph of what failed stays as it was drawn before the page came alive', async () => {
  const graph = page => page.locator('.failed svg.chart').first().innerHTML();
  const [alive, still] = await Promise.all([open(browser, dutch), open(browser, dutch, {scripting: false})]);
  const drawn = await graph(still.page);
  assert.ok(drawn.includes('<rect'));
  assert.equal(await graph(alive.page), drawn);
  await alive.page.locator('.failed .save summary').first().click();
  const {bytes} = await saved(alive.page, alive.page.locator('.failed .save button').first());
  assert.ok(bytes.toString().includes('<rect'));
});

test('each replication can be chosen and is told: its number is that of the curve of the event', async () => {
  const {page, faults} = await open(browser, dutch);
  const document = await documentOf(page);
  const [{row, plan, duration, outage}] = document.outages.stories;
  const curve = document.loss_curves.find(one => one.row === row && one.package === 'current' && one.plan === plan && one.duration === duration);
  assert.deepEqual(outage.tail.courses.map(course => course[1]), curve.dots);
  assert.equal(outage.tail.of, outage.replications);
  const tail = page.locator('.tail').first();
  const told = () => tail.locator('.moment-choice p').textContent();
  await tail.locator('circle').first().click();
  assert.match(await told(), new RegExp(`^Replicatie ${outage.tail.courses[0][0]}: `));
  await tail.locator('input').focus();
  await page.keyboard.press('End');
  const last = outage.tail.courses.at(-1);
  assert.match(await told(), new RegExp(`^Replicatie ${last[0]}: ${last[1].toLocaleString('nl')} mensen`));
  await page.keyboard.press('Home');
  const place = outage.tail.courses.findIndex(course => course[0] === outage.courses[1].replication);
  for (let press = 0; press < place; ++press) await page.keyboard.press('ArrowRight');
  await tail.locator('button').click();
  assert.equal(await page.locator('.outage-map select').first().inputValue(), '1');
  assert.match(await told(), /op de kaart en in de balken hieronder/);
  assert.deepEqual(faults, []);
});

for (const width of [1440, 1024, 390])
  test(`${width} px wide: what a row is, how much, its level and what decided it are seen without scrolling`, async () => {
    const {page} = await open(browser, dutch, {width});
    const row = page.locator('#impact tbody tr').first();
    for (const [place, word] of [[1, 'Extra niet'], [2, 'Niveau'], [3, 'Beslist']]) {
      const cell = row.locator('td').nth(place);
      assert.ok((await cell.getAttribute('data-head')).startsWith(word), word);
      const box = await cell.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${word}: ${JSON.stringify(box)}`);
    }
  });

test('the map moves the mark of the charts', async () => {
  const {page, figure} = await openTimeline();
  const map = page.locator('.outage-map input[type=range]').first();
  await map.focus();
  await page.keyboard.press('End');
  const text = await page.locator('.outage-map output').first().textContent();
  assert.ok((await figure.locator('.moment-choice p').textContent()).startsWith(text));
});
