/**
 * Keeps a file that is dropped on the window from being opened in it: the page would be replaced by the file. Wails
 * delivers the paths whatever the page does with the event.
 */
export function keepDropsHere(window: Window): void {
  for (const event of ['dragover', 'drop']) window.addEventListener(event, (e) => e.preventDefault())
}
