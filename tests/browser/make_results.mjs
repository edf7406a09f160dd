// Results of small studies, and the reports that the tests look at. A fixture: runs before them.
import {writeFileSync} from 'node:fs';
import {editions, file, kept, results, root, uitwijk} from './program.mjs';

const run = (name, ...words) => uitwijk('run', ...words, '-q', '-o', file(`${name}.h5`));
const room = ['--threat', 'DR-20', '--target', 'rotterdam', '-n', '15'];
run('now', ...room);
run('one_hour', ...room, '--duration', '1 h');
run('four_hours', ...room, '--duration', '4 h');
run('quick', ...room, '--set', 'takeover.decide=1 min');
run('slow', ...room, '--set', 'takeover.decide=15 min');
run('planned', ...room, '--measures', 'planned');
run('carrier', '--threat', 'DR-01', '-n', '15');
run('carrier_planned', '--threat', 'DR-01', '-n', '15', '--measures', 'planned');
run('network', '--threat', 'DR-07', '-n', '15');
run('kpn', 'scenarios/kpn-2019.yaml', '-n', '15');

const rubricering = 'Test\\"</style><script>window.broken=1</script>';
writeFileSync(file('hostile.yaml'), `scenario:
  name: ${JSON.stringify('</script><img src=x onerror="window.broken=1"> =1+1 \u{1F692}')}
  description: "Names that want to be markup, a formula, or beyond the first 65,536 characters."
  rubricering: ${JSON.stringify(rubricering)}
  world: ${JSON.stringify(`${root}/models/netherlands`)}
  start: "2026-03-03T10:00"
  end: "3 h"
`);
run('hostile', file('hostile.yaml'), '-n', '2');

writeFileSync(file('register.yaml'), `register: {name: "Proef", version: "2", status: concept, rubricering: "Vertrouwelijk", toelichting: "zeg dit de analist"}
mandaten:
  SMB: {tot_en_met: midden, bron: "besluit SMB 2026-11"}
  BMB: {}
rollen:
  LMS: {naam: "Landelijke Meldkamer Samenwerking", beheerorganisatie: true, voorzieningen: [huisvesting]}
risicos:
  "DR-20@rotterdam":
    threat: DR-20
    target: rotterdam
    package: planned
    eigenaar: "Directeur LMS"
    hoofdgebruiker: [Politie, Brandweer]
    leverancier: "zeg dit de analist"
    mandaat: SMB
    verantwoordelijkheid_betwist: true
    status: besloten
    besluit:
      {keuze: accepteren, tekst: "Tot de vervanging van het aggregaat.", datum: 2026-05-20, door: SMB, niveau: midden, criteria: {version: "0", sha256: ${'a'.repeat(64)}},
       resultaat: ${'b'.repeat(64)}, voorwaarden: ["aggregaat maandelijks beproefd", "jaarlijks geoefend"]}
    herbeoordeling: 2026-11-20
    maatregelen: [{wat: "Nieuw aggregaat", eigenaar: "Hoofd huisvesting", gereed_op: 2026-06-01, status: in uitvoering}]
    toelichting: "zeg dit de analist"
  "DR-01@kpn_software": {threat: DR-01, target: kpn_software, package: planned, status: open}
  lek: {recorded: "vertrouwelijkheid wordt niet gesimuleerd", status: open, eigenaar: "Directeur LMS"}
`);
for (const {audience, language, html} of editions)
  uitwijk('report', ...results, ...kept, '-q', '--audience', audience, '--lang', language, '-o', html);
uitwijk('report', file('hostile.h5'), '-q', '-o', file('hostile.html'), '--audience', 'analist', '--lang', 'nl');
