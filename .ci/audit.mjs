// @ts-check
/**
 * `npm audit` of what ships: fails on high and critical findings that nobody has given a reason for. A registry
 * without an audit endpoint is said aloud and passes: there is nothing to judge.
 */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/**
 * Findings that we live with: the package's name, and why it does not hurt us and until when.
 * @type {{ [name: string]: string }}
 */
const REASONS = {}

/**
 * @param {string} output what `npm audit --json` printed
 * @param {{ [name: string]: string }} reasons
 * @returns {{ passed: boolean, lines: string[] }}
 */
export function judge(output, reasons) {
  const report = parse(output)
  if (report?.error || !report?.vulnerabilities) {
    const { code = '', summary = '', detail = '' } = report?.error ?? {}
    const said = [code, summary, detail, report?.message ?? ''].join(' ')
    if (/\b(404|405|410|501)\b|ENOAUDIT|not (allowed|implemented|supported|found)/i.test(said))
      return {
        passed: true,
        lines: [`The registry has no audit endpoint: nothing was checked. (${said.trim()})`],
      }
    return { passed: false, lines: [`npm audit failed: ${said.trim() || output.slice(0, 500)}`] }
  }
  const serious = Object.values(report.vulnerabilities).filter(({ severity }) =>
    /high|critical/.test(severity),
  )
  const lines = serious.map(({ name, severity, range }) => {
    const reason = reasons[name]
    return `${name} ${range}: ${severity}${reason ? `, accepted: ${reason}` : ': update it, or write the reason into .ci/audit.mjs'}`
  })
  return {
    passed: serious.every(({ name }) => reasons[name]),
    lines: lines.length > 0 ? lines : ['No high or critical findings in what ships.'],
  }
}

/** @param {string} output */
function parse(output) {
  try {
    return JSON.parse(output)
  } catch {
    return null
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json', '--audit-level=high', '--omit=dev'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  const { passed, lines } = judge(stdout.trim() ? stdout : JSON.stringify({ message: stderr }), REASONS)
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exit(passed ? 0 : 1)
}
