const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];

/** Each part grows by itself: to grow all at once would hold up everything else. */
const PARTS = 256;
const SMALLEST = 16;
/** Above this share of places taken a part is doubled. */
const FULLEST = 0.8;

interface Part {
  places: Float64Array;
  taken: number;
}

/** Texts by 53 bits of their hash: at most 20 bytes each, and one in a billion is taken for another. */
export class KeySet {
  readonly #parts = Array.from({ length: PARTS }, (): Part => ({ places: new Float64Array(SMALLEST), taken: 0 }));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    const value = hash(text);
    const part = this.#parts[value % PARTS] as Part;
    if (part.taken >= part.places.length * FULLEST) part.places = double(part.places);
    const place = findPlace(part.places, value);
    if (part.places[place] === value) return;
    part.places[place] = value;
    part.taken += 1;
    this.#size += 1;
  }

  has(text: string): boolean {
    const value = hash(text);
    const { places } = this.#parts[value % PARTS] as Part;
    return places[findPlace(places, value)] === value;
  }
}

/** Where a value stands, or would. */
function findPlace(places: Float64Array, value: number): number {
  const last = places.length - 1;
  // By other bits than the part was chosen by.
  let place = (value / 2 ** 21) & last;
  while (places[place] !== 0 && places[place] !== value) place = (place + 1) & last;
  return place;
}

function double(places: Float64Array): Float64Array {
  const larger = new Float64Array(places.length * 2);
  for (const value of places) if (value !== 0) larger[findPlace(larger, value)] = value;
  return larger;
}

/** From 1: 0 is an empty place. */
function hash(text: string): number {
  let [high, low] = [BASIS, PRIME];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, PRIME);
    low = Math.imul((low ^ code) + (low << 7), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11) + 1;
}
