import { expect, it } from 'vitest'
import { encodeUrl } from './encode-url.ts'
import { toLine } from './to-line.ts'

it('leaves a plain address byte for byte', () => {
  for (const url of ['https://example.com', 'https://example.com/a%20b?x=1&y=[2]#f'])
    expect(encodeUrl(url)).toBe(url)
})

it('percent-encodes what is not ASCII, once', () => {
  expect(encodeUrl('https://example.com/生/a%20b?q=é#ü')).toBe(
    'https://example.com/%E7%94%9F/a%20b?q=%C3%A9#%C3%BC',
  )
  expect(encodeUrl('https://example.com/a b"<c>')).toBe('https://example.com/a%20b%22%3Cc%3E')
  expect(encodeUrl('https://bücher.example/')).toBe('https://xn--bcher-kva.example/')
  expect(encodeUrl('/生')).toBe('/%E7%94%9F')
})

it('never throws for a lone surrogate', () => {
  expect(encodeUrl('https://example.com/\uD800x')).toBe('https://example.com/x')
  expect(encodeUrl('rel\uDFFF é')).toBe('rel%20%C3%A9')
})

it('makes one well-formed line', () => expect(toLine(' a\u0000\r\n\tb\uD800 ')).toBe('a b'))
