// The 25 veiligheidsregio's as tiles, each about where it lies: our own arrangement.
import type {Region} from './outage';

export interface Tile {
  column: number;
  row: number;
  /** Short, as it stands on the tile. */
  code: string;
}

const dutch: Record<string, [number, number, string]> = {
  fryslan: [4, 0, 'FR'],
  groningen: [5, 0, 'GR'],
  noord_holland_noord: [2, 1, 'NHN'],
  flevoland: [3, 1, 'FL'],
  ijsselland: [4, 1, 'IJL'],
  drenthe: [5, 1, 'DR'],
  kennemerland: [1, 2, 'KL'],
  zaanstreek_waterland: [2, 2, 'ZW'],
  gooi_en_vechtstreek: [3, 2, 'GV'],
  noord_en_oost_gelderland: [4, 2, 'NOG'],
  twente: [5, 2, 'TW'],
  hollands_midden: [1, 3, 'HM'],
  amsterdam_amstelland: [2, 3, 'AA'],
  utrecht: [3, 3, 'UT'],
  gelderland_midden: [4, 3, 'GM'],
  haaglanden: [0, 4, 'HL'],
  rotterdam_rijnmond: [1, 4, 'RR'],
  zuid_holland_zuid: [2, 4, 'ZHZ'],
  gelderland_zuid: [3, 4, 'GZ'],
  zeeland: [0, 5, 'ZE'],
  midden_en_west_brabant: [1, 5, 'MWB'],
  brabant_noord: [2, 5, 'BN'],
  brabant_zuidoost: [3, 5, 'BZO'],
  limburg_noord: [4, 5, 'LN'],
  limburg_zuid: [4, 6, 'LZ'],
};

const perRow = 6;

/** Regions of another country stand in their own order. */
export function tilesOf(regions: Region[]): Tile[] {
  const known = regions.every(({id}) => dutch[id] !== undefined);
  return regions.map(({id}, place) => {
    const tile = known ? dutch[id] : undefined;
    return tile
      ? {column: tile[0], row: tile[1], code: tile[2]}
      : {column: place % perRow, row: Math.floor(place / perRow), code: id.slice(0, 3).toUpperCase()};
  });
}
