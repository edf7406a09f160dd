// The what-if page, with the real server behind it in a folder of its own: what is saved goes there.
import {spawn} from 'node:child_process';
import {cpSync, mkdirSync, rmSync} from 'node:fs';
import {launch} from './chromium.mjs';
import {root, uitwijk} from './program.mjs';

const [program] = process.argv.slice(2);

/** The tree as it is shipped and a result file; `add(folder)` may add more before the server looks. `words`: more for the command line. */
export async function serve(folder, {lang = 'en', add = () => {}, words = []} = {}) {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(`${folder}/results`, {recursive: true});
  cpSync(`${root}/models/netherlands`, `${folder}/models/netherlands`, {recursive: true});
  for (const place of ['scenarios', 'analysis']) cpSync(`${root}/${place}`, `${folder}/${place}`, {recursive: true});
  cpSync(`${root}/results/reference`, `${folder}/results/reference`, {recursive: true});
  uitwijk('run', '--threat', 'DR-20', '--target', 'rotterdam', '-n', '5', '-q', '-o', `${folder}/results/good.h5`);
  await add(folder);
  const server = spawn(program, ['serve', '--json', '--lang', lang, ...words], {cwd: folder});
  const address = await new Promise(resolve => server.stdout.once('data', line => resolve(JSON.parse(String(line)).address)));
  const browser = await launch();
  const close = async () => {
    await browser.close();
    server.kill('SIGINT');
  };
  return {folder, server, address, browser, close};
}

/** The page with its first preview; `faults` has what console and policy complain about, and what is asked of others or with the token in its address. */
export async function open({browser, address}, {width = 1440, ...more} = {}) {
  const context = await browser.newContext({viewport: {width, height: 900}, ...more});
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', error => faults.push(error.message));
  const token = new URL(address).hash.slice('#token='.length);
  page.on('request', request => request.url().split('#')[0].includes(token) && faults.push(request.url()));
  page.on('request', request => new URL(request.url()).origin === new URL(address).origin || request.url().startsWith('data:') || faults.push(request.url()));
  await page.goto(address);
  await section(page, 'preview').locator('figure').waitFor();
  return {page, faults};
}

export const section = (page, name) => page.locator(`section[aria-labelledby=${name}-title]`);

/** The preview of what the command line shows. */
export async function previewOf(page, command) {
  await page.waitForFunction(([wanted]) => {
    const preview = document.querySelector('section[aria-labelledby=preview-title]');
    return preview?.querySelector('code')?.textContent.includes(wanted) && /Done|Klaar/.test(preview.querySelector('[role=status]').textContent);
  }, [command]);
}

/** The report that the link keeps, opened from disk in a tab of its own. */
export async function keptReport(page, link, path) {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  await download.saveAs(path);
  const report = await page.context().newPage();
  await report.goto(`file://${path}`);
  await report.locator('main > section').first().waitFor();
  return report;
}
