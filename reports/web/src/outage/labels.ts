// Names beside the meldkamers that do not lie over each other: each takes the first free side.

export interface Label {
  dx: number;
  dy: number;
  anchor: 'start' | 'end' | 'middle';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// Of the map's font, with room for the number of those who wait.
const letter = 10.5;
const numberWidth = 30;
const height = 20;
const sign = 14;

const sides: Label[] = [
  {dx: 16, dy: 6, anchor: 'start'},
  {dx: -16, dy: 6, anchor: 'end'},
  {dx: 0, dy: -18, anchor: 'middle'},
  {dx: 0, dy: 29, anchor: 'middle'},
];

function boxOf([x, y]: [number, number], name: string, {dx, dy, anchor}: Label): Box {
  const width = name.length * letter + numberWidth;
  const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return {left, right: left + width, top: y + dy - height + 4, bottom: y + dy + 4};
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export function labelled(places: [number, number][], names: string[]): Label[] {
  const taken: Box[] = places.map(([x, y]) => ({left: x - sign, right: x + sign, top: y - sign, bottom: y + sign}));
  return places.map((place, centre) => {
    const others = taken.filter((_, which) => which !== centre);
    const free =
      sides.find(side => !others.some(box => meet(box, boxOf(place, names[centre] ?? '', side)))) ?? sides[0]!;
    taken.push(boxOf(place, names[centre] ?? '', free));
    return free;
  });
}

/** Whole words, the first line as long as it may be. */
export function inTwo(name: string, letters = 24): string[] {
  if (name.length <= letters) return [name];
  const end = name.lastIndexOf(' ', letters);
  return end <= 0 ? [name] : [name.slice(0, end), name.slice(end + 1)];
}
