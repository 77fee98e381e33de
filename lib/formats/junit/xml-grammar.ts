/**
 * The part of XML 1.0 (https://www.w3.org/TR/xml/) that a report needs, as sticky expressions: each is tried at one
 * place. Names may hold any character beyond ASCII, which is wider than the standard and harms nobody.
 */
const NAME = String.raw`[A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*`;
const SPACE = String.raw`[ \t\r\n]`;

/** `<name`, up to the character after the name. */
export const START_TAG = new RegExp(`<(${NAME})(?=[ \\t\\r\\n/>])`, "y");
/** ` name="value"`, or with single quotes. */
export const ATTRIBUTE = new RegExp(`${SPACE}+(${NAME})${SPACE}*=${SPACE}*(?:"([^"<]*)"|'([^'<]*)')`, "y");
/** `>` or `/>`. */
export const START_TAG_END = new RegExp(`${SPACE}*(/?)>`, "y");
/** `</name>`. */
export const END_TAG = new RegExp(`</(${NAME})${SPACE}*>`, "y");
/** A document type without declarations of its own. */
export const DOCTYPE = new RegExp(`<!DOCTYPE${SPACE}[^<>[\\]]*>`, "y");

/** The beginning of each of these, cut off by the end of what has arrived. */
export const PARTIAL_START_TAG = new RegExp(`<(?:${NAME})?$`, "y");
export const PARTIAL_ATTRIBUTE = new RegExp(
  `${SPACE}*(?:/|${NAME}${SPACE}*(?:=${SPACE}*(?:"[^"<]*|'[^'<]*)?)?)?$`,
  "y",
);
export const PARTIAL_END_TAG = new RegExp(`</(?:${NAME}${SPACE}*)?$`, "y");
export const PARTIAL_DOCTYPE = new RegExp(`<!DOCTYPE(?:${SPACE}[^<>[\\]]*)?$`, "y");
