import { mbGid, mbId } from '../model/ids.ts';
import { labelNameOf } from '../model/names.ts';
import { isLabelInMusicbrainz } from '../model/twins.ts';
import type { World } from '../model/world.ts';
import { copyText, NULL } from '../output/copy-text.ts';
import type { TableFolder } from '../output/table-folder.ts';
import { STAMP } from './links.ts';

export function writeLabel(world: World, tables: TableFolder, label: number): void {
  if (!isLabelInMusicbrainz(world, label)) return;
  const comment = label === 0 ? 'generated' : '';
  const dates = Array(6).fill(NULL).join('\t');
  tables.row(
    'label',
    `${mbId(label)}\t${mbGid(world.seed, 'label', label)}\t${copyText(labelNameOf(world, label))}\t${dates}\t${NULL}\t${label % 3 === 0 ? '9' : '4'}\t222\t${comment}\t0\t${STAMP}\tf`,
  );
}
