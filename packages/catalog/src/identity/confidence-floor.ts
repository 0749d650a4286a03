/** No link less sure than this is a reason to believe a record to be something. */
export const CONFIDENCE_FLOOR = 0.7;
