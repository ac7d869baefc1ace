// In: a name and a text. Out: a file in the reader's downloads.

export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Reading has to begin before the address is given up.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
