import type {Report} from './document';
import {LanguageContext, inBoth, useWords} from './language';
import {headOfCsv} from './parts/head_of_csv';
import {SourceContext} from './parts/source';
import {sections} from './report_sections';
import type {Section} from './section';

const words = inBoth({
  nl: {
    contents: 'Inhoud',
    skip: 'Naar de inhoud',
    bestuur: 'voor het bestuur',
    analist: 'voor de analist',
    audience: 'Rapport',
    notComparable: 'Klassen I1–I5 en K1–K5: niet vergelijkbaar met NRB of regionaal risicoprofiel.',
    made: (version: string, commit: string) => `Gemaakt met uitwijk ${version} (${commit}).`,
    conceptAside: '',
  },
  en: {
    contents: 'Contents',
    skip: 'Skip to the content',
    bestuur: 'for the board',
    analist: 'for the analyst',
    audience: 'Report',
    notComparable:
      'Classes I1–I5 and K1–K5: niet vergelijkbaar met NRB of regionaal risicoprofiel (not comparable with them).',
    made: (version: string, commit: string) => `Made with uitwijk ${version} (${commit}).`,
    conceptAside: 'CONCEPT criteria, adopted by nobody: classes and levels are sums by way of example.',
  },
});

export function ReportPage({report}: {report: Report}) {
  return (
    <LanguageContext.Provider value={report.language}>
      <Sourced report={report} />
    </LanguageContext.Provider>
  );
}

/** Pictures and figures that leave the page say where they come from. */
function Sourced({report}: {report: Report}) {
  const say = useWords(words);
  const made = say.made(report.program.version, report.program.commit);
  const source = {
    name: report.title,
    rubricering: report.rubricering,
    foot: [report.title, report.concept, made].filter(Boolean).join(' · '),
    head: headOfCsv(report),
  };
  return (
    <SourceContext.Provider value={source}>
      <Page report={report} />
    </SourceContext.Provider>
  );
}

function Page({report}: {report: Report}) {
  const say = useWords(words);
  const shown = sections.filter(section => section.applies(report));
  return (
    <>
      <a class="skip" href="#content">
        {say.skip}
      </a>
      <header class="page-head">
        <p class="marking">{report.rubricering}</p>
        <p class="kind">
          {say.audience} {say[report.audience]}
        </p>
        <h1>{report.title}</h1>
        <Status report={report} />
      </header>
      <nav class="contents" aria-label={say.contents}>
        <ol>
          {shown.map(({id, title}) => (
            <li key={id}>
              <a href={`#${id}`}>{title[report.language]}</a>
            </li>
          ))}
        </ol>
      </nav>
      <main id="content">
        {shown.map(section => (
          <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
            <Shown section={section} report={report} />
          </section>
        ))}
      </main>
      <footer class="page-foot">
        <p class="marking">{report.rubricering}</p>
        <p>{say.made(report.program.version, report.program.commit)}</p>
      </footer>
    </>
  );
}

function Shown({section: {id, title, background, Body}, report}: {section: Section; report: Report}) {
  const heading = <h2 id={`${id}-title`}>{title[report.language]}</h2>;
  return background && report.audience === 'bestuur' ? (
    <details class="folded">
      <summary>{heading}</summary>
      <Body report={report} />
    </details>
  ) : (
    <>
      {heading}
      <Body report={report} />
    </>
  );
}

/** What must stand before any number. */
function Status({report}: {report: Report}) {
  const say = useWords(words);
  return (
    <div class="status">
      {report.concept && (
        <p class="concept" lang="nl">
          {report.concept}
        </p>
      )}
      {report.concept && say.conceptAside && <p>{say.conceptAside}</p>}
      <p>{say.notComparable}</p>
    </div>
  );
}
