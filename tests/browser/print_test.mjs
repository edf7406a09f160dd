// On paper: A4, the rubricering and the status of the criteria on every page, no row cut in two.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {launch, open} from './chromium.mjs';
import {editions, file} from './program.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const pagesOf = pdf => execFileSync('pdftotext', ['-layout', pdf, '-'], {encoding: 'utf8', maxBuffer: 1 << 26}).split('\f').slice(0, -1);

for (const {audience, language, html} of editions)
  test(`${audience}, ${language}`, async () => {
    const {page} = await open(browser, html);
    const marking = await page.locator('.marking').first().textContent();
    // Tokens at the top and at the foot of each row: on one sheet, or the row was cut.
    const rows = await page.evaluate(() => {
      const all = [...document.querySelectorAll('tbody tr')];
      all.forEach((row, index) => {
        const cell = row.lastElementChild;
        cell.prepend(`top${index}q `);
        cell.append(document.createElement('br'), `end${index}q`);
      });
      return all.length;
    });
    const pdf = file(`${audience}-${language}.pdf`);
    await page.pdf({path: pdf, preferCSSPageSize: true, printBackground: true});
    const sheets = pagesOf(pdf);
    console.log(`${sheets.length} sheets, ${rows} rows`);
    assert.match(execFileSync('pdfinfo', [pdf], {encoding: 'utf8'}), /A4/);
    for (const sheet of sheets) {
      assert.ok(sheet.includes(marking), sheet.slice(0, 300));
      assert.ok(sheet.includes('CONCEPT, niet vastgesteld'), sheet.slice(-300));
    }
    const sheetOf = token => sheets.findIndex(sheet => sheet.includes(token));
    const cut = [];
    let printed = 0;
    for (let row = 0; row < rows; ++row) {
      const [top, end] = [sheetOf(`top${row}q`), sheetOf(`end${row}q`)];
      if (top >= 0) ++printed;
      if (top !== end) cut.push([row, top, end]);
    }
    assert.deepEqual(cut, []);
    assert.ok(printed > 20, `${printed} rows are on paper`);
  });
