import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../tests/encode-text.ts';
import { detectEncoding, isEncodingName, parseEncoding } from './detect-encoding.ts';
import { ByteSurvey } from './survey-bytes.ts';

function survey(...chunks: readonly Uint8Array[]): ByteSurvey {
  const bytes = new ByteSurvey();
  for (const chunk of chunks) bytes.add(chunk);
  bytes.finish();
  return bytes;
}

const names = 'Artist,Title\nBeyoncé,4\nMotörhead,Ace of Spades\nSigur Rós,Ágætis byrjun\nNiña Pastori,Joyas\n';

describe('detectEncoding', () => {
  it.each([
    ['ASCII is UTF-8', 'utf-8', 'Artist,Title\nCan,Tago Mago\n', 'UTF-8'],
    ['accents', 'utf-8', names, 'UTF-8'],
    ['Japanese', 'utf-8', 'Artist,Title\n細野晴臣,はらいそ\n', 'UTF-8'],
    ['letters beside letters', 'windows-1252', names, 'Windows-1252'],
    ['the same letters', 'macintosh', names, 'Mac Roman'],
    ['one letter is enough', 'windows-1252', 'a,t\nBeyoncé,4\n', 'Windows-1252'],
    ['one letter is enough', 'macintosh', 'a,t\nBeyoncé,4\n', 'Mac Roman'],
    ['a capital opens a word', 'macintosh', 'a,t\nÉtienne Daho,Éden\n', 'Mac Roman'],
    ['curly quotes', 'windows-1252', 'a,t\nGuns N’ Roses,“Live” – It’s So Easy\n', 'Windows-1252'],
    ['curly quotes', 'macintosh', 'a,t\nDestiny’s Child,“Live” – Don’t Stop\n', 'Mac Roman'],
    ['capitals alone', 'windows-1252', 'a,t\nMÖTLEY CRÜE,DR. FEELGOOD\nBJÖRK,DÉBUT\n', 'Windows-1252'],
    ['capitals alone', 'macintosh', 'a,t\nMÖTLEY CRÜE,DR. FEELGOOD\nBJÖRK,DÉBUT\n', 'Mac Roman'],
    ['no mark, a NUL at every second byte', 'utf-16le', names, 'UTF-16 (little-endian)'],
    ['no mark, a NUL at every second byte', 'utf-16be', names, 'UTF-16 (big-endian)'],
  ] as const)('knows by %s: %s', (_why, encoding, text, expected) => {
    expect(detectEncoding(survey(encodeText(text, encoding))).name).toBe(expected);
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)('believes the byte order mark of %s', (label, mark) => {
    const found = detectEncoding(survey(Uint8Array.from(mark), encodeText(names, label)));
    expect(found).toMatchObject({ label, markLength: mark.length });
  });

  it('keeps a UTF-8 file UTF-8 for a few bytes that are not', () => {
    const found = detectEncoding(survey(encodeText(names, 'utf-8'), encodeText('Mot\u00f6rhead,x\n', 'windows-1252')));
    expect(found).toMatchObject({ label: 'utf-8', fallback: 'windows-1252' });
  });

  it('prefers Mac Roman where lines end as only old Mac programs end them', () => {
    expect(detectEncoding(survey(Uint8Array.of(97, 44, 0x92, 13))).label).toBe('macintosh');
  });

  it.each([
    ['Shift-JIS', '8dd796ec90b090622c8de2967b97b488ea0a'],
    ['KOI8-R', 'ebc9cecf2cf2cfcba0cea0d2cfccc80a'],
  ])('admits that %s is neither of the encodings it guesses', (_name, hex) => {
    expect(detectEncoding(survey(Buffer.from(hex, 'hex'))).sure).toBe(false);
  });

  it('says the same however the bytes arrive', () => {
    const texts = fc
      .constantFrom('utf-8', 'windows-1252', 'macintosh', 'utf-16le')
      .map((label) => encodeText(names, label));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(150), { maxLength: 8 }), (bytes, cuts) => {
        const borders = [0, ...cuts.sort((left, right) => left - right), bytes.length];
        const pieces = borders.slice(1).map((end, index) => bytes.subarray(borders[index], end));
        expect(detectEncoding(survey(...pieces))).toEqual(detectEncoding(survey(bytes)));
      }),
    );
  });
});

describe('parseEncoding', () => {
  it.each([
    ['latin1', 'windows-1252'],
    ['Latin-1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['Mac Roman', 'macintosh'],
    ['mac-roman', 'macintosh'],
    ['macintosh', 'macintosh'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['Shift_JIS', 'shift_jis'],
    ['windows-1251', 'windows-1251'],
  ])('takes %s for %s', (name, label) => {
    expect(isEncodingName(name)).toBe(true);
    expect(parseEncoding(name, survey())?.label).toBe(label);
  });

  it('knows no others', () => {
    expect(isEncodingName('klingon')).toBe(false);
    expect(parseEncoding('klingon', survey())).toBeNull();
  });
});
