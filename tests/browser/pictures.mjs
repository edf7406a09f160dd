// The picture of the README, of what `make demo` makes: usage node pictures.mjs UITWIJK FOLDER.
import {launch, open} from './chromium.mjs';
import {file, root, uitwijk} from './program.mjs';

const demo = file('demo');
uitwijk('run', 'scenarios/kpn-2019.yaml', '-n', '200', '-q', '-o', `${demo}.h5`);
uitwijk('report', `${demo}.h5`, '-q', '--lang', 'en', '-o', `${demo}.html`);

const browser = await launch();
const {page} = await open(browser, `${demo}.html`, {width: 1000});
await page.screenshot({path: `${root}/reports/web/pictures/board.png`, fullPage: true, clip: {x: 0, y: 0, width: 1000, height: 945}});
await browser.close();
