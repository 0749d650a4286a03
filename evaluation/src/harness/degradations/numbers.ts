import { barcodeOf } from '../catalogue/authored-catalogue.ts';
import { type Degradation, ofRow, ofTitle } from './degradation.ts';

const WORDS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
/** `Vol. 3`, `Part 3`, `… 3`: a number that counts. */
const COUNTING = /(?<=(?:vol\.?|volume|part|pt\.?|no\.?|[a-z]{3,}) )([1-9])$/i;
const ROMAN_COUNTING = /(?<=(?:vol\.?|volume|part|pt\.?) )(VIII|VII|VI|IV|IX|V|III|II|I)$/i;

function arabic(title: string): string | null {
  return ROMAN_COUNTING.test(title)
    ? title.replace(ROMAN_COUNTING, (numeral) => String(ROMAN.indexOf(numeral.toUpperCase())))
    : null;
}

/** What happens to numbers: those in titles, and those on sleeves. */
export const numbers: readonly Degradation[] = [
  ofTitle('number as a word', (title) => title.replace(COUNTING, (digit) => WORDS[Number(digit)] ?? digit), true),
  ofTitle('number as Roman', (title) => title.replace(COUNTING, (digit) => ROMAN[Number(digit)] ?? digit), true),
  ofTitle('Roman as number', arabic, true),
  ofTitle(
    'volume spelled otherwise',
    (title, random) => title.replace(/\bvol(?:ume|\.)?(?= )/i, random.pick(['vol', 'Vol', 'Volume', 'v.'])),
    true,
  ),
  ofTitle('part spelled otherwise', (title) => title.replace(/\bpart (?=[ivx\d]+\b)/i, 'Pt. '), true),
  ofRow('wrong year', (row, random) => ({ ...row, year: yearOtherThan(row.year, random.between(1950, 2024)) })),
  ofRow('wrong label', (row, random) => ({ ...row, label: random.pick(['Zygote', 'Grape Stamp', 'Ferris & Sons']) })),
  ofRow('wrong format', (row, random) => ({ ...row, format: random.pick(['Shellac', '8-Track', 'Flexi-disc']) })),
  ofRow('wrong barcode', (row, random) => ({ ...row, barcode: barcodeOf(random) })),
  ofRow('wrong catalogue number', (row, random) => ({ ...row, catalog_number: `ZZ ${random.between(1000, 9999)}` })),
];

function yearOtherThan(year: number | null, drawn: number): number {
  return drawn === year ? drawn - 7 : drawn;
}
