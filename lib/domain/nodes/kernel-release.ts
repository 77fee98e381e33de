/** A kernel release as `uname -r` prints it, read for comparison. */
export type KernelRelease = {
  major: number;
  minor: number;
  patch: number;
  /** Set for kernels of Red Hat Enterprise Linux and its rebuilds: `4.18.0-553.el8_10` is major 8, build 553. */
  rhel: { major: number; build: number } | null;
};

const VERSION = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?/;
const RHEL_BUILD = /-(\d{1,9})(?:\.\w+)*?\.el(\d{1,3})(?:_\d+)?(?:\.|$)/;

/**
 * Reads `6.1.0-18-amd64`, `5.15.0-1034-azure`, `4.18.0-553.5.1.el8_10.x86_64`; `null` for what is no release.
 * ELRepo builds carry an `el` tag but are mainline kernels, so they are compared as such; Oracle's UEK (`el8uek`)
 * has no `elN` part of its own and is mainline too.
 */
export function parseKernelRelease(release: string): KernelRelease | null {
  const version = VERSION.exec(release);
  if (version === null) return null;
  const rhel = release.includes(".elrepo") ? null : RHEL_BUILD.exec(release);
  return {
    major: Number(version[1]),
    minor: Number(version[2]),
    patch: Number(version[3] ?? 0),
    rhel: rhel === null ? null : { major: Number(rhel[2]), build: Number(rhel[1]) },
  };
}

/** Whether the version number, taken at its word, is at least `minimum` (`5.10`, `4.19.57`). */
export function isAtLeast(kernel: KernelRelease, minimum: string): boolean {
  const [major = 0, minor = 0, patch = 0] = minimum.split(".").map(Number);
  if (kernel.major !== major) return kernel.major > major;
  if (kernel.minor !== minor) return kernel.minor > minor;
  return kernel.patch >= patch;
}

/** RHEL 8's kernel of at least this build; its version number is 4.18.0 whatever was backported into it. */
export function isRhel8Build(kernel: KernelRelease, build: number): boolean {
  return kernel.rhel?.major === 8 && kernel.major === 4 && kernel.minor === 18 && kernel.rhel.build >= build;
}

/** The series a kernel belongs to, as CI matrices name it: `6.12`. */
export function seriesOf(kernel: KernelRelease): string {
  return `${kernel.major}.${kernel.minor}`;
}
