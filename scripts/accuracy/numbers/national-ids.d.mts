export interface NationalId {
  readonly value: string;
  readonly country: string;
  /** What people write before it, as `PESEL`. */
  readonly label: string;
}

export function generateNationalIds(random: () => number, count: number): NationalId[];
