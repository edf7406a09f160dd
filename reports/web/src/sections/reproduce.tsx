import type {ComponentChildren} from 'preact';
import type {Report, Study} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {packageName, packageWords} from '../parts/packages';
import type {Section} from '../section';

const words = inBoth({
  nl: {
    simulated: (programs: string) =>
      `Gesimuleerd met ${programs}. Hetzelfde programma, dezelfde invoer en hetzelfde toevalsgetal geven ` +
      'dezelfde bytes, met elk aantal processen.',
    reported: (version: string, commit: string) => `Dit rapport is gemaakt met uitwijk ${version} (${commit}).`,
    and: ' en ',
    criteria: (name: string, version: string) => `Criteria: ${name} ${version}, SHA-256`,
    analyst: 'De opdrachten en de invoerbestanden staan in de uitgave voor de analist.',
    command: 'Dit rapport opnieuw maken:',
    studies: 'Elk resultaat opnieuw maken',
    shown: 'Resultaten in dit rapport',
    row: 'Resultaat',
    n: 'Replicaties',
    seed: 'Toevalsgetal',
    how: 'Opdracht',
    inputs: 'Invoerbestanden',
    sha: 'SHA-256',
    file: 'Bestand',
  },
  en: {
    simulated: (programs: string) =>
      `Simulated with ${programs}. The same program, input and seed give the same bytes, with any number of processes.`,
    reported: (version: string, commit: string) => `This report was made with uitwijk ${version} (${commit}).`,
    and: ' and ',
    criteria: (name: string, version: string) => `Criteria: ${name} ${version}, SHA-256`,
    analyst: 'The commands and the input files stand in the edition for the analyst.',
    command: 'To make this report again:',
    studies: 'To make each result again',
    shown: 'Results in this report',
    row: 'Result',
    n: 'Replications',
    seed: 'Seed',
    how: 'Command',
    inputs: 'Input files',
    sha: 'SHA-256',
    file: 'File',
  },
});

interface Input {
  path: string;
  sha256: string;
}

/** Each file once, also when several results read it. */
function inputsOf(studies: Study[]): Input[] {
  const found = new Map<string, Input>();
  for (const input of studies.flatMap(study => study.inputs ?? [])) found.set(`${input.path} ${input.sha256}`, input);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function programsOf(studies: Study[]): string[] {
  return [...new Set(studies.map(({version, commit}) => `uitwijk ${version} (${commit})`))];
}

function Folded({title, when, children}: {title: string; when: boolean; children: ComponentChildren}) {
  return when ? (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  ) : (
    <>{children}</>
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const {criteria} = report.table;
  const {version, commit, command} = report.program;
  const inputs = inputsOf(report.studies);
  const caption = command ? say.studies : say.shown;
  return (
    <>
      {report.studies.length > 0 && <p>{say.simulated(programsOf(report.studies).join(say.and))}</p>}
      <p>{say.reported(version, commit)}</p>
      <p>
        {say.criteria(criteria.name, criteria.version)} <code>{criteria.sha256}</code>.
      </p>
      {command ? (
        <p>
          {say.command} <code>{command}</code>
        </p>
      ) : (
        <p>{say.analyst}</p>
      )}
      <Folded title={caption} when={!command && report.studies.length > 12}>
        <StudyTable report={report} caption={caption} />
      </Folded>
      {inputs.length > 0 && <InputTable inputs={inputs} />}
    </>
  );
}

function StudyTable({report, caption}: {report: Report; caption: string}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const columns: Column<Study>[] = [
    {
      key: 'row',
      head: say.row,
      heading: true,
      value: study => study.row,
      show: study => (
        <>
          {study.row}
          <small>
            {[packageName(study.package, names), study.plan, study.duration, study.varied].filter(Boolean).join(' · ')}
          </small>
        </>
      ),
    },
    {
      key: 'n',
      head: say.n,
      numeric: true,
      value: study => study.replications,
      show: study => numbers.count(study.replications),
    },
    {key: 'seed', head: say.seed, numeric: true, value: study => study.seed},
    ...(report.audience === 'analist'
      ? [
          {
            key: 'command',
            head: say.how,
            value: (study: Study) => study.command ?? '',
            show: (study: Study) => <code>{study.command}</code>,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={report.studies}
      id={study =>
        `${study.row} ${study.package} ${study.plan} ${study.duration} ${study.varied ?? ''} ${study.draw} ` +
        `${study.seed}`
      }
    />
  );
}

function InputTable({inputs}: {inputs: Input[]}) {
  const say = useWords(words);
  const columns: Column<Input>[] = [
    {key: 'file', head: say.file, heading: true, value: ({path}) => path},
    {key: 'sha256', head: say.sha, value: ({sha256}) => sha256, show: ({sha256}) => <code>{sha256}</code>},
  ];
  return (
    <DataTable caption={say.inputs} columns={columns} rows={inputs} id={({path, sha256}) => `${path} ${sha256}`} />
  );
}

export const reproduce: Section = {
  id: 'reproduce',
  title: {nl: 'Herhalen', en: 'How to reproduce'},
  applies: () => true,
  background: true,
  Body,
};
