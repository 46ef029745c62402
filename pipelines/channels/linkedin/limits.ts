/** What LinkedIn takes, and what people see of it, in UTF-16 units. */

export const POST_UNITS = 3000
/** Editors are warned above. */
export const COMFORTABLE_UNITS = 2800
export const COMMENT_UNITS = 1250
/** Before the fold on a phone, and on a desktop. */
export const HOOK_UNITS = 140
export const DESKTOP_FOLD_UNITS = 210
