/** One line of `bystander doctor`; `note` is worth knowing and fine, `missing` and `broken` make it fail. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'note' | 'missing' | 'broken';
  readonly detail: string;
}
