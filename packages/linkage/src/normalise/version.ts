/** Raised whenever any form or key of any text can change: stored keys are then of the old kind, and snapshots must be built again. */
export const normaliserVersion = '1';
