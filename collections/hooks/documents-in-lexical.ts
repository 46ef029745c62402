type DocumentRef = { collection: string; ref: string | number }

/** Placeholder until pipelines/rich-text/documents.ts exists. */
export function documentsInLexical(_state: unknown): DocumentRef[] {
  return []
}
