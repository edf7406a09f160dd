import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import {ReportPage} from '../src/report_page';
import {sections} from '../src/report_sections';
import {reportOf} from './report_row';

/** A document in which nothing was found. */
const {bounds} = reportOf([]);
const empty = reportOf([], {
  audience: 'bestuur',
  title: '<b>&',
  bounds: {...bounds, impact: {}, recovery_s: [], likelihood_per_y: []},
});

test('a document with nothing in it is a page, in both languages', () => {
  for (const language of ['nl', 'en'] as const) {
    const html = renderToString(<ReportPage report={{...empty, language}} />);
    assert.match(html, /<h1>&lt;b>&amp;<\/h1>/);
    assert.match(html, /CONCEPT/);
    assert.ok(!html.includes('undefined') && !html.includes('NaN'));
  }
});

test('the status of the criteria stands there when they are concept only', () => {
  assert.ok(!renderToString(<ReportPage report={{...empty, concept: null}} />).includes('class="concept"'));
});

test('what is missing is said', () => {
  const html = (partial: boolean) =>
    renderToString(
      <ReportPage
        report={{
          ...empty,
          table: {
            ...empty.table,
            extent: {partial, replications_asked: 360, replications: 70, rows: 12, rows_without: 9},
          },
        }}
      />,
    );
  assert.match(html(true), /Partial: 70 of 360 replications asked for are there; 9 of 12 rows have none/);
  assert.ok(!html(false).includes('Partial'));
});

test('the program that simulated stands beside the one that reports', () => {
  const study = {
    row: 'r',
    package: 'current',
    plan: '',
    duration: '',
    draw: 0,
    version: '0',
    commit: 'simulates',
    seed: 1,
    replications: 57,
    replications_asked: 57,
    parameters: 0,
    parameters_assumed: 0,
  };
  const html = renderToString(<ReportPage report={{...empty, studies: [study]}} />);
  assert.match(html, /Simulated with uitwijk 0 \(simulates\)/);
  assert.match(html, /report was made with uitwijk 1 \(c\)/);
});

test('sections have different anchors and a title in both languages', () => {
  const ids = sections.map(({id}) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const {title} of sections) assert.ok(title.nl && title.en);
});

test('packages are locked by their hash, from nowhere in particular', () => {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, {integrity?: string; resolved?: string}>;
  };
  for (const [name, one] of Object.entries(packages)) {
    assert.equal(one.resolved, undefined, name);
    assert.ok(name === '' || one.integrity, name);
  }
});

test('what explains is folded away for a board, and open for an analyst', () => {
  const folded = (audience: 'bestuur' | 'analist') =>
    renderToString(<ReportPage report={{...empty, audience}} />).match(/<details class="folded">/g)?.length ?? 0;
  assert.equal(folded('bestuur'), sections.filter(({background, applies}) => background && applies(empty)).length);
  assert.equal(folded('analist'), 0);
});
