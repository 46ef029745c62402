import { expect, it } from 'vitest'
import { toFileName } from './file-name.ts'

it.each([
  ['hall.jpg', 'jpeg', 'hall.jpg'],
  ['Hall.JPEG', 'jpeg', 'Hall.JPEG'],
  ['portrait of a person.png', 'png', 'portrait of a person.png'],
  ['plan-(1).webp', 'webp', 'plan-(1).webp'],
  ['größe – 猫.gif', 'gif', 'größe – 猫.gif'],
  ['page.html', 'png', 'page.png'],
  ['logo.svg', 'webp', 'logo.webp'],
  ['logo.svg.png', 'png', 'logo.svg.png'],
  ['photo.png', 'jpeg', 'photo.jpg'],
  ['no extension', 'avif', 'no extension.avif'],
  ['../../etc/passwd.png', 'png', 'passwd.png'],
  ['..\\..\\boot.png', 'png', 'boot.png'],
  ['.htaccess', 'png', 'picture.png'],
  ['...png', 'png', 'picture.png'],
  ['', 'png', 'picture.png'],
  ['CON.png', 'png', 'picture-CON.png'],
  ['a\0b\r\nc.png', 'png', 'abc.png'],
  ['a\u202Egpj.exe', 'jpeg', 'agpj.jpg'],
  ['what?#1%.png', 'png', 'what--1-.png'],
  ['e\u0301.png', 'png', 'é.png'],
] as const)('%j as %s is %j', (given, kind, name) => {
  expect(toFileName(given, kind)).toBe(name)
})

it('is never too long for a file system', () => {
  const name = toFileName(`${'猫'.repeat(300)}.png`, 'png')
  expect(Buffer.byteLength(name)).toBeLessThan(255)
  expect(name).toMatch(/猫\.png$/)
})
