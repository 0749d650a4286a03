import { Gauge, type Registry } from 'prom-client';

export interface GaugeSample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface GaugeOptions {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** Asked at each scrape. What it cannot say is left out of the answer: no sample is not a sample of nothing. */
  readonly read: () => Promise<readonly GaugeSample[]>;
}

/** Adds a gauge whose values stand elsewhere, such as in a database that other processes write. */
export function addReadGauge(registry: Registry, { name, help, labelNames = [], read }: GaugeOptions): void {
  new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    async collect() {
      const samples = await read().catch(() => []);
      this.reset();
      // Reset, a gauge without labels says 0.
      if (labelNames.length === 0) this.remove();
      for (const { labels = {}, value } of samples) this.set(labels, value);
    },
  });
}
