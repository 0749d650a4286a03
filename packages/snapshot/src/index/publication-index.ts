import type { IndexFile } from './index-file.ts';
import { Ordinals } from './ordinals.ts';
import { PackedTexts } from './packed-texts.ts';
import { Runs, SparseRuns } from './runs.ts';

/** What is printed on releases: other titles, labels with catalogue numbers, barcodes. */
export class PublicationIndex {
  readonly #otherTitle: SparseRuns;
  readonly #otherTitles: PackedTexts;
  readonly #label: Runs;
  /** From 1; 0 where there is none. */
  readonly #labelName: Ordinals;
  readonly #labelNames: PackedTexts;
  readonly #catalogNumbers: PackedTexts;
  readonly #barcode: Runs;
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #odd: PackedTexts;

  constructor(file: IndexFile, labels: number) {
    this.#otherTitle = new SparseRuns(file, 'otherTitle');
    this.#otherTitles = new PackedTexts(file, 'otherTitle.title');
    this.#label = new Runs(file, 'label');
    this.#labelName = new Ordinals(file, 'label.name', labels + 1);
    this.#labelNames = new PackedTexts(file, 'labelName');
    this.#catalogNumbers = new PackedTexts(file, 'label.catalogNumber');
    this.#barcode = new Runs(file, 'barcode');
    this.#high = file.u32('barcode.high');
    this.#low = file.u32('barcode.low');
    this.#odd = new PackedTexts(file, 'barcode.odd');
  }

  otherTitles(release: number): string[] {
    const [start, end] = this.#otherTitle.of(release);
    const titles: string[] = [];
    for (let place = start; place < end; place += 1) titles.push(this.#otherTitles.get(place));
    return titles;
  }

  labels(release: number): { name: string; catalogNumber: string }[] {
    const start = this.#label.start(release);
    return Array.from({ length: this.#label.count(release) }, (_, place) => {
      const name = this.#labelName.get(start + place);
      return {
        name: name === 0 ? '' : this.#labelNames.get(name - 1),
        catalogNumber: this.#catalogNumbers.get(start + place),
      };
    });
  }

  barcodes(release: number): string[] {
    const start = this.#barcode.start(release);
    return Array.from({ length: this.#barcode.count(release) }, (_, place) => this.#barcodeAt(start + place));
  }

  #barcodeAt(place: number): string {
    const [high, low] = [this.#high[place] as number, this.#low[place] as number];
    if (high === 0) return this.#odd.get(low);
    if (high < 10) return String(low).padStart(high, '0');
    return String(high).slice(1) + String(low).padStart(9, '0');
  }
}
