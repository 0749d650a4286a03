import { discogsSource } from '../../src/discogs/source.ts';
import { describeAuthority } from './authority.case.ts';
import { describeReader } from './reader.case.ts';

const artists = `<artists>
<artist><id>1722</id><name>Plone</name><urls><url>https://plone.bandcamp.com/</url></urls></artist>
<artist><id>194</id><name>Various</name></artist>
</artists>
`;
const masters = `<masters>
<master id="17"><main_release>20</main_release><artists><artist><id>1722</id><name>Plone</name></artist></artists><title>Puzzlewood</title><year>2020</year></master>
</masters>
`;
const releases = `<releases>
<release id="20"><artists><artist><id>1722</id><name>Plone</name></artist></artists><title>Puzzlewood</title>
<labels><label name="Ghost Box" catno="GBX035CD" id="5"/></labels><formats><format name="CD" qty="1"/></formats>
<identifiers><identifier type="Barcode" value="5 034202 020226"/></identifiers><released>2020-04-17</released><master_id is_main_release="true">17</master_id></release>
</releases>
`;
const name = (kind: string) => `discogs_20260801_${kind}.xml`;
const sound = { [name('artists')]: artists, [name('masters')]: masters, [name('releases')]: releases };

describeReader({
  source: discogsSource,
  sound,
  records: 4,
  truncated: { ...sound, [name('artists')]: artists.slice(0, -20) },
  damaged: { files: { ...sound, [name('artists')]: artists.replace('<id>194</id>', '') }, reason: 'missing_id' },
  notADump: { [name('releases')]: '<html><body>403</body></html>' },
  empty: { [name('releases')]: '' },
});

describeAuthority({ source: discogsSource, sound });
