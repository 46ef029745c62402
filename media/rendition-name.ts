/** The name of a rendition: the hash of what it was made from, its preset, its format. Its first group is the key. */
export const RENDITION_NAME = /^([0-9a-f]{32})-[0-9a-z]+\.(?:webp|jpg)$/
