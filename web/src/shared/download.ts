// Hands a file that the page holds to whoever asked for it.
/** The browser saves it under `name`, as it saves what it downloads. */
export function saveFile(name: string, type: string, parts: readonly BlobPart[]): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([...parts], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
