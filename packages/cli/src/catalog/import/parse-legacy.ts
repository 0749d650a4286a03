/**
 * The confidence a text holds, 0 to 1; null where it holds none.
 *
 * | text | confidence |
 * |---|---|
 * | `0.95`, `.95`, `0,95` | 0.95 |
 * | `95%`, `95 %` | 0.95 |
 * | `1` | 1 |
 * | `95`, `high`, `-0.1` | none |
 */
export function parseConfidence(text: string): number | null {
  const [, digits, percent] = /^(\d*[.,]?\d+)\s*(%)?$/.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits.replace(',', '.')) / (percent === undefined ? 1 : 100);
  return number >= 0 && number <= 1 ? number : null;
}

const timeForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * The moment a text names, as the contract writes it; UTC where no zone is named, null where it names none.
 *
 * | text | moment |
 * |---|---|
 * | `2023-05-01T12:30:00+02:00` | 2023-05-01T10:30:00.000Z |
 * | `2023-05-01 12:30:00.25+00` | 2023-05-01T12:30:00.250Z |
 * | `2023-05-01 12:30` | 2023-05-01T12:30:00.000Z |
 * | `2023-05-01` | 2023-05-01T00:00:00.000Z |
 * | `05/01/2023`, `2023-02-30` | none: it could mean two days, or no day |
 */
export function parseTime(text: string): string | null {
  const [, day, minutes = '00:00', seconds = '00', fraction = '0', zone = 'Z'] = timeForm.exec(text.trim()) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const time = new Date(`${day}T${minutes}:${seconds}.${milliseconds}${formatZone(zone)}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** JavaScript takes the 30th of February for the 2nd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function formatZone(zone: string): string {
  if (/^(z|utc)$/i.test(zone)) return 'Z';
  const [, hours = '', rest = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return `${hours}:${rest}`;
}
