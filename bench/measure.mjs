// What the benches share: medians, and CPU and memory of this process with its children (Linux).
import { readdirSync, readFileSync } from 'node:fs';

const CLOCK_TICKS_PER_SECOND = 100;

export function median(values) {
  return percentile(values, 50);
}

export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
}

/** Processes whose parent is this one. Linux only. */
export function childPids(parent = process.pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => statFields(pid)?.[1] === String(parent))
    .map(Number);
}

/** User and system CPU of this process, in ms. */
export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The same with its children, those that live and those that have ended. Linux only. */
export function familyCpuMs() {
  const ended = ticksOf(process.pid, 13, 14);
  const living = childPids().reduce((sum, pid) => sum + ticksOf(pid, 11, 12), 0);
  return cpuMs() + ((ended + living) * 1000) / CLOCK_TICKS_PER_SECOND;
}

/** What the work costs all processes, in ms. */
export async function familyCpuOf(work) {
  const before = familyCpuMs();
  await work();
  return familyCpuMs() - before;
}

/** Resident memory of a process in bytes, now and at its peak. Linux only. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
}

function ticksOf(pid, user, system) {
  const fields = statFields(pid);
  return fields === undefined ? 0 : Number(fields[user]) + Number(fields[system]);
}

/** The fields of /proc/PID/stat behind the command's name: [0] is the state, [1] the parent. */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // It ended meanwhile.
  }
}
