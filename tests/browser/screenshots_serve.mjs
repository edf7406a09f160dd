// Every state of the what-if page at two widths in both languages, to be looked at: FOLDER/shots/serve-LANGUAGE-WIDTH-STATE.png.
import {mkdirSync} from 'node:fs';
import {file} from './program.mjs';
import {open, previewOf, section, serve} from './serving.mjs';

mkdirSync(file('shots'), {recursive: true});
const served = await serve(file('shown'));
const words = {
  nl: {demand: 'Vraag', staffing: 'Bezetting', pin: 'Zet vast om te vergelijken', run: 'Reken', search: 'Zoek', compare: 'Vergelijk', save: 'Bewaar', report: 'Maak het rapport', cancel: 'Breek af', cancelled: /^Afgebroken/},
  en: {demand: 'Demand', staffing: 'Staffing', pin: 'Pin to compare', run: 'Run', search: 'Search', compare: 'Compare', save: 'Save', report: 'Make the report', cancel: 'Cancel', cancelled: /^Cancelled/},
};

async function picture(language, width) {
  const {page} = await open(served, {width});
  const say = words[language];
  const path = state => file(`shots/serve-${language}-${width}-${state}.png`);
  const shot = (state, name) => section(page, name).screenshot({path: path(state)});
  const press = (name, label) => section(page, name).getByRole('button', {name: label, exact: true}).click();
  await page.locator('#language').selectOption(language);
  await previewOf(page, 'uitwijk run');
  await page.screenshot({path: path('first')});
  await press('preview', say.pin);

  await page.getByRole('button', {name: say.demand, exact: true}).click();
  await page.getByLabel('demand.calls', {exact: true}).fill('9');
  await page.locator('[id="set.demand.calls-problem"]').waitFor();
  await page.locator('#question').screenshot({path: path('problem')});
  await shot('problem-preview', 'preview');
  await page.getByLabel('demand.calls', {exact: true}).fill('');

  await page.locator('#threat').selectOption('DR-20');
  await page.locator('#target').fill('rotterdam');
  await page.locator('#at').fill('2026-12-01T14:00');
  await page.locator('#duration').fill('4 h');
  await page.locator('#measures [value=trained_switching]').check();
  await page.getByRole('button', {name: say.staffing, exact: true}).click();
  await page.locator('#find').fill('zeeland');
  await previewOf(page, '--measures trained_switching');
  await page.locator('#question').screenshot({path: path('threat')});
  await section(page, 'preview').locator('summary').first().click();
  await section(page, 'preview').locator('summary').last().click();
  await shot('threat-preview', 'preview');
  await press('preview', say.pin);
  await shot('pins', 'pins');

  await page.locator('#full-n').fill('100000');
  await press('full', say.run);
  await section(page, 'full').locator('progress').waitFor();
  await page.waitForTimeout(3000);
  await shot('full-running', 'full');
  await press('full', say.cancel);
  await section(page, 'full').getByText(say.cancelled).waitFor();
  await shot('full-cancelled', 'full');
  await page.locator('#full-n').fill('60');
  await press('full', say.run);
  await section(page, 'full').locator('figure').waitFor();
  await shot('full-done', 'full');

  await page.locator('#vary').fill('takeover.switch.trained');
  await page.locator('#range').fill('1 min..30 min/5');
  await page.locator('#sweep-n').fill('10');
  await press('sweep', say.search);
  await section(page, 'sweep').locator('figure').waitFor();
  await shot('sweep', 'sweep');

  await press('exercise', say.compare);
  await section(page, 'exercise').locator('.problem').first().waitFor();
  await shot('exercise-problems', 'exercise');
  const observed = {name: 'Oefening 11 maart', source: 'verslag', meldkamer: 'rotterdam', at: '2026-03-11T10:00', lost_for: '2 h', decide: '14 min', switch: '9 min'};
  for (const [key, value] of Object.entries(observed)) await page.locator(`#exercise-${key}`).fill(value);
  await press('exercise', say.compare);
  await section(page, 'exercise').locator('.result').waitFor();
  await shot('exercise', 'exercise');

  await page.locator('#save-name').fill(`shown-${language}-${width}`);
  await press('save', say.save);
  await section(page, 'save').locator('code').waitFor();
  await shot('save', 'save');
  await press('files', say.report);
  await section(page, 'files').getByRole('link').waitFor();
  await shot('files', 'files');
  await page.screenshot({path: path('whole'), fullPage: true});
  await page.context().close();
}

for (const language of ['nl', 'en'])
  for (const width of [390, 1440]) await picture(language, width);
await served.close();
console.log(file('shots'));
