import {chromium} from 'playwright-core';

/** Debian's chromium with a profile of its own, without a word to the network. */
export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page with that file; `faults` collects what the console and the policy complain about. */
export async function open(browser, html, {width = 1440, scripting = true, ...more} = {}) {
  const context = await browser.newContext({viewport: {width, height: 900}, javaScriptEnabled: scripting, acceptDownloads: true, ...more});
  const page = await context.newPage();
  const faults = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', error => faults.push(error.message));
  page.on('request', request => request.url().startsWith('file:') || request.url().startsWith('blob:') || faults.push(`asked for ${request.url()}`));
  await page.goto(`file://${html}`);
  return {page, faults};
}
