import type { PgBoss } from 'pg-boss';

/** When jobs start by themselves, as five fields of cron in UTC; null leaves a job to people. */
export interface Schedules {
  readonly drift: string | null;
  readonly pull: string | null;
  readonly changed: string | null;
}

/** Plays count towards the order of searches, which need not be right to the minute. */
const HOURLY = '7 * * * *';

/** Makes the schedule what the configuration says; what it says nothing of any more is taken out. */
export async function keepSchedules(queue: PgBoss, { drift, pull, changed }: Schedules): Promise<void> {
  const wanted = {
    'catalog.refresh-plays': HOURLY,
    'catalog.open-drift': drift,
    'catalog.open-pull': pull,
    'catalog.open-changed': changed,
  };
  for (const [name, cron] of Object.entries(wanted)) {
    if (cron === null) await queue.unschedule(name);
    else await queue.schedule(name, cron, {}, { tz: 'UTC' });
  }
}
