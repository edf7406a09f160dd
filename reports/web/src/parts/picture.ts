// A drawing of the page as a picture that stands by itself: its title, sentence and signs above it, what it may be used
// for and where it comes from below, every colour in the file.
import type {Source} from './source';

const namespace = 'http://www.w3.org/2000/svg';
const copied = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
];
const family = 'sans-serif';
const margin = 16;
const lineHeight = 18;
/** A letter is about so wide, in the letters of the head. */
const letterWidth = 7.9;
const headSize = 14;
const ink = '#1b2430';

/** What the style sheet says, as attributes; what does not show is left out. */
function withStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  if (style.display === 'none') return copy.remove();
  for (const name of copied) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, value.replace(/(\d)px\b/g, '$1'));
  }
  copy.removeAttribute('class');
  const children = [...copy.children];
  [...original.children].forEach((child, place) => withStyle(child, children[place] as Element));
}

function copyOf(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  withStyle(drawing, copy);
  ['role', 'aria-label', 'aria-hidden'].forEach(name => copy.removeAttribute(name));
  return copy;
}

function element(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

/** Whole words, as many to a line as fit. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(20, Math.floor(width / letterWidth));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else if (word) lines.push(word);
  }
  return lines;
}

/** Things below each other, with room for what comes next. */
class Sheet {
  private y = margin;
  constructor(
    private readonly svg: SVGElement,
    private readonly width: number,
  ) {}

  text(text: string, look: Record<string, string | number> = {}): void {
    for (const line of wrapped(text, this.width)) {
      this.y += lineHeight;
      const place = {x: margin, y: this.y, fill: ink, 'font-size': headSize, 'font-family': family};
      this.svg.append(element('text', {...place, ...look}, line));
    }
  }

  /** A sign and its word after the other, in lines. */
  keys(figure: Element): void {
    let x = margin;
    for (const key of figure.querySelectorAll('.key')) {
      const sign = key.querySelector('svg');
      const word = (key.textContent ?? '').trim();
      const wide = 36 + word.length * 6.6 + 16;
      if (x === margin || x + wide > this.width) [x, this.y] = [margin, this.y + lineHeight + 2];
      if (sign) {
        const copy = copyOf(sign);
        copy.setAttribute('x', String(x));
        copy.setAttribute('y', String(this.y - 11));
        this.svg.append(copy);
      }
      const look = {x: x + 34, y: this.y, fill: ink, 'font-size': 12, 'font-family': family};
      this.svg.append(element('text', look, word));
      x += wide;
    }
  }

  drawing(drawing: SVGSVGElement, width: number, height: number): void {
    const copy = copyOf(drawing);
    const place = {x: margin, y: this.y + 12, width, height, 'font-family': family, overflow: 'visible'};
    for (const [key, value] of Object.entries(place)) copy.setAttribute(key, String(value));
    this.svg.append(copy);
    this.y += height + 18;
  }

  bottom(): number {
    return Math.ceil(this.y + margin);
  }
}

export interface Picture {
  text: string;
  width: number;
  height: number;
}

/** Of a figure of the page. */
export function pictureOf(figure: HTMLElement, title: string, sentence: string, source: Source): Picture | null {
  const drawing = figure.querySelector<SVGSVGElement>('svg[role=img]');
  if (!drawing) return null;
  const [, , wide = 0, high = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const width = Math.max(wide, 420) + 2 * margin;
  const svg = element('svg', {});
  svg.setAttribute('xmlns', namespace);
  svg.append(
    element('title', {}, `${title} ${sentence}`),
    element('rect', {width: '100%', height: '100%', fill: '#fff'}),
  );
  const sheet = new Sheet(svg, width - 2 * margin);
  if (source.rubricering) sheet.text(source.rubricering, {'font-weight': 700});
  sheet.text(title, {'font-weight': 700, 'font-size': 15});
  sheet.text(sentence);
  sheet.keys(figure);
  sheet.drawing(drawing, wide, high);
  if (source.foot) sheet.text(source.foot, {'font-size': 11});
  const height = sheet.bottom();
  for (const [key, value] of Object.entries({width, height, viewBox: `0 0 ${width} ${height}`}))
    svg.setAttribute(key, String(value));
  return {text: new XMLSerializer().serializeToString(svg), width, height};
}

const dotsPerUnit = 2;

/** Drawn by the browser: the picture is handed to it as an address, as the policy allows. */
export async function pngOf({text, width, height}: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * dotsPerUnit, height * dotsPerUnit];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
