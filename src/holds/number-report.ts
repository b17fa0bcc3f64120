/** Ids of findings and gaps that are unique within a hold, although every report counts from 1. */
import type { Finding, Gap, Report } from '../core/types.ts';

export interface NextNumbers {
  readonly finding: number;
  readonly gap: number;
}

export interface NumberedReport {
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly next: NextNumbers;
}

export function numberReport({ findings, gaps }: Pick<Report, 'findings' | 'gaps'>, next: NextNumbers): NumberedReport {
  return {
    findings: findings.map((finding, index) => ({ ...finding, id: `f${next.finding + index}` })),
    gaps: gaps.map((gap, index) => ({ ...gap, id: `g${next.gap + index}` })),
    next: { finding: next.finding + findings.length, gap: next.gap + gaps.length },
  };
}
