// Placeholder until the demo importer lands.
export async function putDemoIn(_options: object): Promise<void> {}
