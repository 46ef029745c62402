/** Lone surrogates; C0 controls but TAB, LF and CR; DEL; C1 controls; the two noncharacters that XML refuses. */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Cheap to look for: most text has none of these. */
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/

/** The text without what XML 1.0 §2.2, JSON readers and terminals choke on. Never throws. */
export function wellFormed(text: string): string {
  return suspect.test(text) ? text.replace(unwanted, '') : text
}
