// Takes a chart along: the drawing as SVG or PNG, its numbers as CSV.
import type {RefObject} from 'preact';
import {useContext, useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {download, downloadBlob} from './download';
import type {FigureData} from './figure_data';
import {pictureOf, pngOf} from './picture';
import {SourceContext, fileName} from './source';

const words = inBoth({
  nl: {
    save: 'Bewaar deze figuur',
    svg: 'als SVG',
    png: 'als PNG',
    csv: 'cijfers als CSV',
    failed: 'Dit programma kan er geen plaatje van maken; SVG kan wel.',
  },
  en: {
    save: 'Save this chart',
    svg: 'as SVG',
    png: 'as PNG',
    csv: 'figures as CSV',
    failed: 'This program cannot make a picture of it; SVG it can.',
  },
});

interface Props {
  figure: RefObject<HTMLElement | null>;
  title: string;
  sentence: string;
  data(): FigureData | null;
}

export function SaveMenu({figure, title, sentence, data}: Props) {
  const say = useWords(words);
  const source = useContext(SourceContext);
  const [failed, setFailed] = useState(false);
  const name = fileName(source.name, title);
  const picture = () => figure.current && pictureOf(figure.current, title, sentence, source);
  const saveSvg = () => {
    const made = picture();
    if (made) downloadBlob(`${name}.svg`, new Blob([made.text], {type: 'image/svg+xml'}));
  };
  const savePng = () => {
    const made = picture();
    if (made)
      pngOf(made).then(
        blob => downloadBlob(`${name}.png`, blob),
        () => setFailed(true),
      );
  };
  const saveCsv = () => {
    const made = data();
    if (made) download(`${name}.csv`, 'text/csv', made([...source.head, `${title} ${sentence}`]));
  };
  return (
    <details class="save">
      <summary aria-label={`${say.save}: ${title}`}>{say.save}</summary>
      <div class="choices">
        <button type="button" class="download" onClick={saveSvg}>
          {say.svg}
        </button>
        <button type="button" class="download" onClick={savePng}>
          {say.png}
        </button>
        {data() && (
          <button type="button" class="download" onClick={saveCsv}>
            {say.csv}
          </button>
        )}
      </div>
      {failed && <p role="status">{say.failed}</p>}
    </details>
  );
}
