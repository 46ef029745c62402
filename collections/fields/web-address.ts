import type { TextFieldSingleValidation } from 'payload'

/** Empty, or a full http(s) address. */
export const isWebAddress: TextFieldSingleValidation = (value) => {
  if (!value || (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value))) return true
  return 'Must be a full web address that begins with https://'
}

/** Empty, a full http(s) address, an e-mail or phone link, or a path on the website that begins with `/`. */
export const isLinkTarget: TextFieldSingleValidation = (value) => {
  if (!value || /^\/(?!\/)\S*$/.test(value) || /^(mailto|tel):\S+$/i.test(value)) return true
  if (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) return true
  return 'Must be a web address that begins with https://, or a path on the website that begins with /'
}
