/** Hands something to the browser as a file. */
export function downloadBlob(file: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}

/** Hands `text` to the browser as a file; a byte order mark tells spreadsheets that it is UTF-8. */
export function download(file: string, type: string, text: string): void {
  downloadBlob(file, new Blob(['\uFEFF', text], {type: `${type};charset=utf-8`}));
}
