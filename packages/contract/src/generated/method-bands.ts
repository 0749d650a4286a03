/** The least and the greatest confidence of each method. */
export const methodBands = {
  "manual": {
    "min": 1,
    "max": 1
  },
  "cross_source_agreement": {
    "min": 0.95,
    "max": 1
  },
  "exact_match": {
    "min": 1,
    "max": 1
  },
  "name_variation": {
    "min": 0.9,
    "max": 0.99
  },
  "member_group": {
    "min": 0.8,
    "max": 0.89
  },
  "alias_match": {
    "min": 0.75,
    "max": 0.84
  },
  "trigram": {
    "min": 0.7,
    "max": 0.95
  },
  "llm": {
    "min": 0.6,
    "max": 0.79
  },
  "inherited": {
    "min": 0,
    "max": 1
  }
} as const;
