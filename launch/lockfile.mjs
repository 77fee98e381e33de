// @ts-check

/**
 * Packages that package-lock.json asks for and that are not installed in that version, as npm itself records what it
 * installed. Optional packages (binaries for other platforms) may be absent.
 * @param {string} wanted text of package-lock.json
 * @param {string | undefined} installed text of node_modules/.package-lock.json, undefined when there is none
 * @returns {string[]} paths such as `node_modules/next`
 */
export function missingPackages(wanted, installed) {
  const present = installed === undefined ? {} : packagesOf(installed);
  return Object.entries(packagesOf(wanted))
    .filter(([path, entry]) => {
      const found = present[path];
      if (path === "" || found?.version === entry.version) return false;
      return found !== undefined || !(entry.optional || entry.devOptional);
    })
    .map(([path]) => path);
}

/**
 * @param {string} text
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {};
}
