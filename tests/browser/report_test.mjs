// The file as a file: its figures, what it must not say, who may read it, what it refuses.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, statSync} from 'node:fs';
import {performance} from 'node:perf_hooks';
import test from 'node:test';
import {editions, ended, file, json, kept, results, root, typed, uitwijk} from './program.mjs';

const html = ({html: name}) => readFileSync(name, 'utf8');
const of = (audience, language) => editions.find(one => one.audience === audience && one.language === language);
const documentIn = text => JSON.parse(text.match(/<script type="application\/json" id="document">([^]*?)<\/script>/)[1]);

const withoutNames = value => JSON.parse(JSON.stringify(value, (key, inside) => (['command', 'target', 'row', 'risk', 'varied'].includes(key) ? undefined : inside)));

test('every figure is that of the commands', () => {
  for (const language of ['nl', 'en']) {
    const analyst = documentIn(html(of('analist', language)));
    const lang = ['--json', '--lang', language];
    const today = kept.slice(2);
    const {record, ...table} = json('table', ...results, ...kept, ...lang);
    const {record: shown, ...rest} = analyst.table;
    assert.deepEqual(rest, table);
    assert.ok(record.length > 0);
    assert.deepEqual(shown.map(({family, seen}) => ({family, seen})), record.map(({family, seen}) => ({family, seen})));
    shown.forEach(({years, expected}, i) => {
      assert.ok(Math.abs(years - record[i].years) <= 0.005 + 1e-9);
      assert.equal(expected == null, record[i].expected == null);
      assert.ok(expected == null || Math.abs(expected.mean - record[i].expected.mean) <= 0.005 + 1e-9, 'rounded to what is shown');
    });
    assert.deepEqual(analyst.register, json('register', ...results, ...kept, ...lang));
    assert.deepEqual(analyst.coverage, json('table', '--coverage', ...results, ...lang));
    assert.deepEqual(analyst.durations, json('table', '--durations', ...results, ...today, ...lang));
    assert.deepEqual(analyst.tornado, json('table', '--tornado', ...results, ...today, ...lang));
    assert.deepEqual(analyst.measures, json('compare', '--measures', ...results, ...today, ...lang));
    const board = documentIn(html(of('bestuur', language)));
    const [annual, conditional] = [board.table.annual, board.table.conditional];
    assert.deepEqual(withoutNames(annual), withoutNames(analyst.table.annual.filter(row => !row.varied)));
    assert.deepEqual(withoutNames(conditional), withoutNames(analyst.table.conditional.filter(row => !row.varied)));
    assert.ok(annual.length < analyst.table.annual.length, 'what was varied is not for the board');
    assert.deepEqual(board.table.totals, analyst.table.totals);
    const decided = ({status, decision, review, mandaat, findings, current}) => ({status, decision, review, mandaat, findings, level: current?.year?.level});
    assert.deepEqual(board.register.risks.map(decided), analyst.register.risks.map(decided));
  }
});

test('every section has something to show', () => {
  const text = html(of('analist', 'nl'));
  for (const id of ['board', 'impact', 'matrix', 'register', 'exceedance', 'durations', 'outage', 'tornado', 'measures', 'coverage', 'assumptions', 'definitions', 'validation', 'reproduce'])
    assert.match(text, new RegExp(`<section id="${id}"`));
});

/** Names of what a world is made of, as the files and as people call them; the six voorzieningen are public. */
function secretNames() {
  const graph = json('graph', '--json');
  const names = new Set(graph.events.flatMap(event => [event.id, ...event.components]));
  for (const {address} of json('describe', 'components.', '--json').parameters) names.add(address.split('.')[1]);
  const common = ['gms', 'c2000', 'p2000', 'ivict', 'huisvesting', 'nl_alert', 'telephony'];  // words that anybody uses
  return [...names, ...namesOfPeople()].filter(name => !common.includes(name));
}

/** Of components and suppliers, out of the files; what threats and past outages are called by anybody is not secret. */
function namesOfPeople() {
  const text = readFileSync(`${root}/models/netherlands/components.yaml`, 'utf8');
  const [before, after] = text.split('\nsuppliers:');
  assert.ok(before.includes('voorzieningen:') && after);
  const common = ['KPN', 'NL-Alert', 'C2000', 'P2000'];
  return [...after.matchAll(/name: "([^"]+)"/g)].map(match => match[1]).filter(name => !common.includes(name) && !before.includes(`"${name}"`));
}

/** Sources and remarks of the world's numbers, and every address. */
function inputTexts() {
  const {parameters} = json('describe', '--json');
  return parameters.flatMap(({address, note}) => [address, note]).filter(text => text && text.length > 6);
}

test('the board does not get what only the analyst may see', () => {
  const secret = secretNames();
  assert.ok(secret.length > 20);
  const analyst = html(of('analist', 'nl'));
  assert.ok(secret.filter(name => analyst.includes(name)).length > 20, 'the search finds them where they are');
  for (const language of ['nl', 'en']) {
    const text = html(of('bestuur', language)).replace(/<script>[^]*?<\/script>/g, '').replace(/<style>[^]*?<\/style>/, '').replace(/ class="[^"]*"/g, '');
    const found = secret.filter(name => new RegExp(`(^|[^\\p{L}\\p{N}_])${name}([^\\p{L}\\p{N}_]|$)`, 'u').test(text));
    assert.deepEqual(found, []);
    const said = inputTexts().filter(one => text.includes(one));
    assert.deepEqual(said, []);
    for (const word of ['.roster.', 'cut_sets', 'uitwijk run', 'uitwijk report', '.yaml', '.h5', root, file(''), '--set', 'takeover.decide', 'zeg dit de analist'])
      assert.ok(!text.includes(word), word);
  }
});

test('no sentence calls a result acceptable or safe', () => {
  for (const edition of editions) {
    const text = html(edition).replace(/<script[^]*?<\/script>/g, '');
    const said = text.replaceAll('dit rapport stelt geen aanvaardbaarheid vast', '').replaceAll(/veiligheidsregio/gi, '').replaceAll('safety regions', '').replaceAll('verantwoordelijkheid is betwist', '');
    assert.ok(!/aanvaardba|acceptab|\bveilig|\bsafe|\bunsafe|verantwoord/i.test(said));
    assert.ok(text.includes('Criteria: CONCEPT, niet vastgesteld door SMB/BMB.'));
    assert.ok(text.includes('niet vergelijkbaar met NRB of regionaal risicoprofiel'));
  }
});

test('the policy lets nothing in from elsewhere', () => {
  const text = html(of('analist', 'nl'));
  assert.match(text, /default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; style-src 'sha256-[A-Za-z0-9+/=]{44}'/);
  assert.ok(!/ style="/.test(text));
  assert.ok(!/(src|href)="(https?:|\/\/)/.test(text));
});

test('it is small, quick, and for its owner only', () => {
  const before = performance.now();
  uitwijk('report', ...results, ...kept, '-q', '--audience', 'analist', '--lang', 'nl', '-o', file('timed.html'));
  const seconds = (performance.now() - before) / 1000;
  const {size, mode} = statSync(file('timed.html'));
  console.log(`ten studies: ${(size / 1e6).toFixed(2)} MB in ${seconds.toFixed(2)} s`);
  assert.ok(size < 1e6);
  assert.equal(mode & 0o777, 0o600);
  assert.deepEqual(readFileSync(file('timed.html')), readFileSync(of('analist', 'nl').html), 'same bytes each time');
});

test('the command in the report makes the same report, anywhere', () => {
  const titled = file('titled.html');
  uitwijk('report', results[0], '-q', '--audience', 'analist', '--lang', 'en', '--title', "Rotterdam's night & day", '-o', titled);
  mkdirSync(file('again'), {recursive: true});
  for (const made of [titled, of('analist', 'nl').html]) {
    const document = documentIn(readFileSync(made, 'utf8'));
    typed(document.program.command, file('again'));
    const again = documentIn(readFileSync(file('again/report.html'), 'utf8'));
    again.table.criteria.file = document.table.criteria.file;  // as it is called from there
    again.register && (again.register.criteria.file = document.register.criteria.file);
    assert.deepEqual(again, document);
  }
});

test('wrong use and wrong files are said', () => {
  assert.equal(ended('report', results[0]).status, 2);
  assert.equal(ended('report', results[0], '-o', file('x.html'), '--audience', 'pers').status, 2);
  const noResult = ended('report', `${root}/README.md`, '-o', file('x.html'));
  assert.equal(noResult.status, 3);
  assert.match(noResult.stderr, /README\.md/);
  assert.throws(() => statSync(file('x.html')));
  assert.equal(ended('report', results[0], '-o', file('.')).status, 2);
  assert.equal(ended('report', results[0], '-o', file('x.pdf')).status, 2);
  const criteria = ended('report', results[0], '-o', file('x.html'), '--criteria', `${root}/scenarios/kpn-2019.yaml`);
  assert.equal(criteria.status, 3);
});

test('markup in a name stays text', () => {
  const text = readFileSync(file('hostile.html'), 'utf8');
  assert.ok(!/<img/.test(text.replace(/<script>[^]*?<\/script>/g, '')));
  assert.equal(text.match(/<\/script>/g).length, 2);
  assert.equal(text.match(/<\/style>/g).length, 1);
  assert.equal(documentIn(text).table.conditional[0].name_nl, '</script><img src=x onerror="window.broken=1"> =1+1 \u{1F692}');
});
