/** Gives a file to the reader as a download of that name. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser may begin to read a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
