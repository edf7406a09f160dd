import type {Report} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {ClassBounds} from '../parts/class_bounds';
import type {Section} from '../section';

/** Terms in pairs of word and meaning; `t` stands for T_lost. */
const words = inBoth({
  nl: {
    terms: (t: string) =>
      [
        'poging',
        'één keer 112 kiezen.',
        'beller',
        'alle pogingen van één persoon voor één incident.',
        'niet op tijd bereikte beller',
        `een echte beller die niet binnen ${t} na zijn eerste poging, over alle kanalen en ` +
          'herhaalde pogingen, een centralist van de juiste discipline sprak.',
        'extra',
        'verschil met de tweeling: dezelfde bellers in dezelfde uren zonder de dreiging.',
        'overloop, overname, uitwijk, terugkeer',
        'automatisch doorgaan naar een partner; een partner antwoordt na een besluit; het eigen personeel ' +
          'verhuist; terug naar de gewone plaats.',
        'hersteltijd dienstverlening',
        'tijd van het begin tot het einde van de laatste minuten waarin minder dan negen van de tien bellers binnen ' +
          'een minuut na hun tweeling hun discipline bereiken.',
        'later geholpen, later gealarmeerd',
        'een echte beller van wie de discipline meer dan een minuut later aanneemt dan in de tweeling, of ' +
          'nooit; van wie de eerste eenheid meer dan vijf minuten later is gealarmeerd, of nooit.',
        '112 onbereikbaar, uitgifte onmogelijk',
        'minuten waarin niemand een 112-oproep kan aannemen, of een eenheid kan alarmeren; gewogen naar inwoners, ' +
          'zodat een minuut van alles in het hele land 1 is.',
        'I1–I5',
        'impactklasse van een gebeurtenis: de slechtste van haar criteria; de grenzen staan hieronder.',
        'K1–K5',
        'kansklasse: gebeurtenissen per jaar in het hele land, verdeeld over de doelen; de grenzen staan hieronder.',
        'niveau',
        'het niveau in de matrix dat door alle gebeurtenissen op het toegestane deel na niet wordt overschreden.',
        'AEP, OEP',
        'kans per jaar op ten minste zoveel niet op tijd bereikte bellers: door alle gebeurtenissen samen, en door de ergste.',
        '95%-interval',
        'van toeval: hoeveel keer is gesimuleerd. Waar de invoer is getrokken, bij gemiddelden en jaarsommen ' +
          'van toeval en invoer samen. Nul van n is een bovengrens.',
        'afgekapt',
        'het simulatievenster eindigde voordat de gevolgen voorbij waren: aantal, klasse en staart zijn een ' +
          'ondergrens.',
        'synthetische bellers',
        'alle bellers zijn gesimuleerd; er is geen gegeven van een persoon gebruikt.',
      ].join('\n'),
  },
  en: {
    terms: (t: string) =>
      [
        'attempt (poging)',
        'dialling 112 once.',
        'caller (beller)',
        'all attempts by one person for one incident.',
        'lost caller',
        `a caller in need of help who has not, within ${t} of the first attempt, over all channels and ` +
          'redials, spoken to a call-taker of the right discipline.',
        'extra',
        'difference from the twin: the same callers in the same hours without the threat.',
        'overloop, overname, uitwijk, terugkeer',
        'automatic overflow to a partner; a partner answers after a decision; own staff moves; return to the ' +
          'normal place.',
        'recovery of the service',
        'time from the onset to the end of the last minutes in which fewer than nine in ten callers reach their ' +
          'discipline within a minute of their twin.',
        'late callers, late help',
        'a caller in need of help whose discipline answers more than a minute later than in the twin, or never; whose ' +
          'first unit is alerted more than five minutes later, or never.',
        '112 unreachable, dispatch impossible',
        'minutes in which nobody can take a 112 call, or alert a unit; weighted by people, so that a minute of ' +
          'everything in the whole country is 1.',
        'I1–I5',
        'impact class of an event: the worst of its criteria; its bounds stand below.',
        'K1–K5',
        'likelihood class: events a year in the whole country, divided over targets; its bounds stand below.',
        'level',
        'the level in the matrix that all but the tolerated share of events keep to.',
        'AEP, OEP',
        'probability, in a year, of at least so many lost callers: by all events together, and by the worst of them.',
        '95 % interval',
        'of chance: how often was simulated. Where inputs were drawn, of chance and inputs together for means ' +
          'and sums of a year. None of n is an upper bound.',
        'cut off',
        'the simulated window ended before the consequences did: count, class and tail are lower bounds.',
        'synthetic callers',
        'all callers are simulated; no data of any person were used.',
      ].join('\n'),
  },
});

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const lines = say.terms(numbers.time(report.table.criteria.lost_after_s)).split('\n');
  return (
    <>
      <dl>
        {lines.map((line, index) => (index % 2 === 0 ? <dt key={index}>{line}</dt> : <dd key={index}>{line}</dd>))}
      </dl>
      {report.bounds.likelihood_per_y.length > 0 && <ClassBounds bounds={report.bounds} />}
    </>
  );
}

export const definitions: Section = {
  id: 'definitions',
  title: {nl: 'Begrippen', en: 'Definitions'},
  applies: () => true,
  background: true,
  Body,
};
