import { expect, it } from 'vitest'
import { escapeLittleText, fromLittleText, toLittleText } from './little-text.ts'

const reserved = '\\|{}@[]()<>#*_~'

it('escapes every reserved character and nothing else', () => {
  expect(escapeLittleText(reserved)).toBe([...reserved].map((sign) => `\\${sign}`).join(''))
  expect(escapeLittleText('AT&T, “x” – 50 % + 1 = é…')).toBe('AT&T, “x” – 50 % + 1 = é…')
  expect(fromLittleText(escapeLittleText(reserved))).toBe(reserved)
})

it('leaves hashtags alone that are meant as such', () => {
  expect(toLittleText('#MES and (#x) C# #1 #生産 https://x.example/#a_b #a_b\n#Last')).toBe(
    '#MES and \\(\\#x\\) C\\# \\#1 #生産 https://x.example/\\#a\\_b \\#a\\_b\n#Last',
  )
})
