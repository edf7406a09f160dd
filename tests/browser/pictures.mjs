// The pictures of the README, of the demonstration campaign: usage node pictures.mjs UITWIJK FOLDER.
import {rmSync} from 'node:fs';
import {launch, open} from './chromium.mjs';
import {file, root, uitwijk} from './program.mjs';

const demo = file('demo');
rmSync(demo, {recursive: true, force: true});
uitwijk('campaign', 'plan', 'scenarios/demo.campaign.yaml', '-o', demo, '-q');
uitwijk('campaign', 'run', demo, '-j', '2', '-q');
uitwijk('campaign', 'merge', demo, '-o', `${demo}.h5`, '-q');
uitwijk('report', `${demo}.h5`, '-q', '--lang', 'en', '-o', `${demo}.html`);

const picture = name => `${root}/reports/web/pictures/${name}.png`;
const browser = await launch();
const {page} = await open(browser, `${demo}.html`, {width: 900});
const board = await page.locator('#board').boundingBox();
await page.screenshot({path: picture('board'), fullPage: true, clip: {...board, x: 0, width: 900, height: Math.min(board.height, 760)}});
await page.locator('#matrix figure').first().screenshot({path: picture('matrix')});
await browser.close();
