/** Goes with every generated world. */
export const README = `GENERATED SAMPLE DATA. Nothing in this folder is real.

Artists, records, labels, links and the station's library were made up by the world generator of Deadwax from a seed: the same
seed and size give the same files. The files have the form of the public dumps, so that whatever reads those reads these.
Ids of Discogs begin at 500,000,000, of Wikidata at Q900000000, so that no link leads to a real record by mistake; every Discogs
record has the data quality "Generated". Dedicated to the public domain (CC0 1.0).

discogs_20260901_*.xml.gz    monthly dumps, with CHECKSUM.txt
mbdump.tar.bz2 (or .tar)     MusicBrainz core dump, schema 31
wikidata.json.gz             Wikidata items
library.csv                  a station's library, typed by hand over forty years
truth.csv                    what each row of library.csv is

truth.csv: "kind" is single_artist, compilation or unresolved. "answerable" is album (the work can be known), artist (the artist can,
the album is in no dump) or none (nobody could tell). "degradation" says what became of the row on its way into the library.
Several ids are joined by "|": editions of the one work, the one on the shelf first.
`;
