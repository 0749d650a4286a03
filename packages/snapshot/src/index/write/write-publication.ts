import { u32 } from '../number-column.ts';
import { writeOrdinals } from '../ordinals.ts';
import { PackedTextsBuilder } from '../packed-texts.ts';
import { RunsBuilder, SparseRunsBuilder } from '../runs.ts';
import { eachBatch, type IndexBuild, runAll } from './index-build.ts';
import * as sql from './publication.sql.ts';

/** Writes other titles, labels with catalogue numbers, and barcodes. Returns how many names of labels there are. */
export async function writePublication(build: IndexBuild, releases: number): Promise<number> {
  await runAll(build, [
    sql.createLabels,
    ...build.sources.flatMap((each) => [sql.addLabels(each), sql.addBarcodes(each)]),
  ]);
  await writeOtherTitles(build);
  const labels = await writeLabels(build, releases);
  await writeBarcodes(build, releases);
  return labels;
}

async function writeOtherTitles(build: IndexBuild): Promise<void> {
  const runs = new SparseRunsBuilder();
  const titles = new PackedTextsBuilder();
  await eachBatch(build, sql.otherTitles, (batch) => {
    const release = batch.numbers(0);
    const title = batch.texts(1);
    for (let row = 0; row < batch.rows; row += 1) {
      runs.add(release[row] as number);
      titles.push(title(row));
    }
  });
  runs.write('otherTitle', build.writer);
  titles.write('otherTitle.title', build.writer);
}

async function writeLabels(build: IndexBuild, releases: number): Promise<number> {
  const { writer } = build;
  const names = new PackedTextsBuilder();
  await eachBatch(build, sql.labelNames, (batch) => {
    const name = batch.texts(0);
    for (let row = 0; row < batch.rows; row += 1) names.push(name(row));
  });
  names.write('labelName', writer);
  const runs = new RunsBuilder();
  const label = u32();
  const catalogNumbers = new PackedTextsBuilder();
  await eachBatch(build, sql.labels, (batch) => {
    const release = batch.numbers(0);
    label.pushAll(batch.numbers(1));
    const catalogNumber = batch.texts(2);
    for (let row = 0; row < batch.rows; row += 1) {
      runs.add(release[row] as number);
      catalogNumbers.push(catalogNumber(row));
    }
  });
  runs.write('label', releases, writer);
  writeOrdinals('label.name', label, { count: names.length + 1, writer });
  catalogNumbers.write('label.catalogNumber', writer);
  return names.length;
}

async function writeBarcodes(build: IndexBuild, releases: number): Promise<void> {
  const { writer } = build;
  const runs = new RunsBuilder();
  const [high, low] = [u32(), u32()];
  const odd = new PackedTextsBuilder();
  await eachBatch(build, sql.barcodes, (batch) => {
    const [release, highs, lows] = [batch.numbers(0), batch.numbers(1), batch.numbers(2)];
    const text = batch.texts(3);
    for (let row = 0; row < batch.rows; row += 1) {
      runs.add(release[row] as number);
      high.push(highs[row] as number);
      low.push(highs[row] === 0 ? odd.length : (lows[row] as number));
      if (highs[row] === 0) odd.push(text(row));
    }
  });
  runs.write('barcode', releases, writer);
  writer.add('barcode.high', high.blocks());
  writer.add('barcode.low', low.blocks());
  odd.write('barcode.odd', writer);
}
