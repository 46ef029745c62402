import { describe, expect, it } from 'vitest'
import { judge } from '../../.ci/audit.mjs'

const finding = (name: string, severity: string) => ({
  vulnerabilities: { [name]: { name, severity, range: '<1.0.0' } },
})

describe('the audit', () => {
  it('fails on a high finding, and says what to do', () => {
    const { passed, lines } = judge(JSON.stringify(finding('leaky', 'high')), {})
    expect(passed).toBe(false)
    expect(lines.join()).toMatch(/leaky <1\.0\.0: high: update it/)
  })

  it('passes one that somebody gave a reason for, and shows the reason', () => {
    const { passed, lines } = judge(JSON.stringify(finding('leaky', 'critical')), { leaky: 'only in tests' })
    expect([passed, lines.join()]).toEqual([true, 'leaky <1.0.0: critical, accepted: only in tests'])
  })

  it('passes what is less than high, and nothing', () => {
    expect(judge(JSON.stringify(finding('leaky', 'moderate')), {}).passed).toBe(true)
    expect(judge('{"vulnerabilities":{}}', {}).passed).toBe(true)
  })

  it('says that a registry has no audit endpoint', () => {
    const answer = {
      message: '405 Method Not Allowed - POST https://registry.test/-/npm/v1/security/advisories/bulk',
    }
    const { passed, lines } = judge(JSON.stringify(answer), {})
    expect(passed).toBe(true)
    expect(lines.join()).toContain('The registry has no audit endpoint')
  })

  it.each(['', 'no JSON', '{"error":{"code":"ENOTFOUND","summary":"no network"}}'])(
    'fails on %j',
    (output) => {
      expect(judge(output, {}).passed).toBe(false)
    },
  )
})
