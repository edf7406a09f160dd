// Every section of every edition at three widths, and its sheets of paper, to be looked at:
// FOLDER/shots/AUDIENCE-LANGUAGE-WIDTH-SECTION.png, FOLDER/shots/AUDIENCE-LANGUAGE-print-SHEET.png.
import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {launch, open} from './chromium.mjs';
import {editions, file} from './program.mjs';

mkdirSync(file('shots'), {recursive: true});
const browser = await launch();
for (const {audience, language, html} of editions) {
  const {page: paper} = await open(browser, html);
  const pdf = file(`shots/${audience}-${language}.pdf`);
  await paper.pdf({path: pdf, preferCSSPageSize: true, printBackground: true});
  execFileSync('pdftoppm', ['-png', '-r', '60', pdf, file(`shots/${audience}-${language}-print`)]);
  await paper.context().close();
  for (const width of [390, 1024, 1440]) {
    const {page} = await open(browser, html, {width});
    const shot = name => file(`shots/${audience}-${language}-${width}-${name}.png`);
    await page.screenshot({path: shot('top')});
    for (const section of await page.locator('main > section').all())
      await section.screenshot({path: shot(await section.getAttribute('id'))});
    await page.context().close();
  }
}
await browser.close();
console.log(file('shots'));
