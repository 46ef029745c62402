/** Markdown with YAML front matter, both ways (DESIGN.md §6). */
export { type ExportOptions, type ExportResult, exportContent } from './export.ts'
export { type ImportOptions, type ImportResult, importContent } from './import.ts'
export { type Preview, previewImport } from './preview.ts'
export { printPreview } from './print-preview.ts'
