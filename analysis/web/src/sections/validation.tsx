import type {Report} from '../document';
import {inBoth, useWords} from '../language';
import {DataTable, type Column} from '../parts/data_table';
import type {Section} from '../section';

interface Check {
  what: string;
  held: string;
}

const words = inBoth({
  nl: {
    intro: 'Wat bij elke bouw van dit programma wordt getoetst. Elke vergelijking met theorie vraagt dat de theorie in het 99,7%-interval ligt, dat het interval smal is, en dat dezelfde proef met 5 % andere invoer de theorie mist.',
    theory: 'Tegen de wachtrijtheorie', history: 'Tegen gepubliceerde aantallen, op de gepubliceerde definitie', what: 'Wat', held: 'Waartegen',
    theoryList: 'Erlang B, C en A|blokkering, wachttijd, afhaken bij vaste bezetting\nM/D/c; prioriteiten; willekeurige volgorde|wachttijd en deel binnen de norm\nherhaald bellen|keten van bezette lijnen en wachtende herhalers\ntwee stappen achter elkaar; overloop naar een partner|wachttijd per stap; verplaatste oproepen\ndienstwissel; totale uitval en herstel|keten in de tijd (uniformisatie)\nonderdelen, gemeenschappelijke oorzaak|beschikbaarheid in gesloten vorm',
    historyList: 'een gemiddelde dag|10.137 melders per dag\nKPN, 24 juni 2019|niemand bereikt 112 van 15.34 tot 18.52 uur; ongeveer 1.600 geblokkeerde bellers (afgeleid)\njuni 2012|214 oproepen van 164 mensen, binnen een factor twee\nAmsterdam, januari 2017|854 opgehangen oproepen, 369 nooit bereikte mensen',
    note: 'Het verleden is nagespeeld in het huidige bestel van tien meldkamers. Er wordt geen klasse aan toegekend. Dat de simulatie met theorie klopt, zegt niets over de juistheid van een aanname.',
  },
  en: {
    intro: 'What is tested at every build of this program. Each comparison with theory demands that theory lies in the 99.7 % interval, that the interval is narrow, and that the same trial with an input 5 % off misses the theory.',
    theory: 'Against queueing theory', history: 'Against published counts, on the published definition', what: 'What', held: 'Held against',
    theoryList: 'Erlang B, C and A|blocking, waiting, giving up with constant staff\nM/D/c; priorities; random order|waiting and the share within the norm\nredialling|chain of busy lines and callers about to redial\ntwo stages in a row; overflow to a partner|waiting at each stage; calls moved\nchange of shift; total outage and recovery|chain in time (uniformisation)\ncomponents, common cause|availability in closed form',
    historyList: 'a mean day|10,137 callers a day\nKPN, 24 June 2019|nobody reaches 112 from 15:34 to 18:52; about 1,600 blocked callers (derived)\nJune 2012|214 calls of 164 people, within a factor of two\nAmsterdam, January 2017|854 abandoned calls, 369 people never reached',
    note: 'The past is replayed in today’s system of ten meldkamers. No class is given to it. That the simulation agrees with theory says nothing about whether an assumption is right.',
  },
});

function checksOf(text: string): Check[] {
  return text.split('\n').map(line => {
    const [what = '', held = ''] = line.split('|');
    return {what, held};
  });
}

function Body(_: {report: Report}) {
  const say = useWords(words);
  const columns: Column<Check>[] = [
    {key: 'what', head: say.what, heading: true, value: ({what}) => what},
    {key: 'held', head: say.held, value: ({held}) => held},
  ];
  return (
    <>
      <p>{say.intro}</p>
      <DataTable caption={say.theory} columns={columns} rows={checksOf(say.theoryList)} id={({what}) => what} />
      <DataTable caption={say.history} columns={columns} rows={checksOf(say.historyList)} id={({what}) => what} />
      <p>{say.note}</p>
    </>
  );
}

export const validation: Section = {
  id: 'validation',
  title: {nl: 'Validatie', en: 'Validation'},
  applies: () => true,
  Body,
};
