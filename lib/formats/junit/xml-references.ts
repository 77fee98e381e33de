const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/g;

/** The longest is `&#x10FFFF;`. */
const MAX_REFERENCE_LENGTH = 10;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The text with its references replaced: characters by number and XML's own five entities. Null when there is an `&`
 * of any other kind: an entity that only a DTD could define, a character that XML does not allow, or none at all.
 */
export function resolveReferences(raw: string): string | null {
  if (!raw.includes("&")) return raw;
  let known = true;
  const text = raw.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    const character = name === undefined ? characterOf(hex, decimal) : ENTITIES[name];
    known &&= character !== undefined;
    return character ?? "";
  });
  return known ? text : null;
}

/** How much of the text can be resolved before more of it arrives: all, or up to a reference that is cut off. */
export function resolvableLength(raw: string): number {
  const ampersand = raw.lastIndexOf("&");
  if (ampersand === -1 || raw.length - ampersand >= MAX_REFERENCE_LENGTH) return raw.length;
  return raw.includes(";", ampersand) ? raw.length : ampersand;
}

function characterOf(hex: string | undefined, decimal: string | undefined): string | undefined {
  const digits = hex ?? decimal;
  if (digits === undefined) return undefined;
  const code = Number.parseInt(digits, hex === undefined ? 10 : 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** https://www.w3.org/TR/xml/#NT-Char */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
