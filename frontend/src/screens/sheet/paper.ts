import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** How large a page is, in points. */
export interface PageSize {
  width: number
  height: number
}

/** A drawn sheet, page by page as it will come out of the printer. */
export class Paper {
  readonly pages: PageSize[]
  readonly #document: PDFDocumentProxy

  constructor(document: PDFDocumentProxy, pages: PageSize[]) {
    this.#document = document
    this.pages = pages
  }

  /** Reads the PDF at an address of this window. pdf.js comes along only now, since most screens need none of it. */
  static async read(address: string): Promise<Paper> {
    const [pdfjs, answer] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), fetch(address)])
    if (!answer.ok) throw new Error(`read the sheet: ${answer.status}`)
    pdfjs.GlobalWorkerOptions.workerSrc = workerAddress
    const data = await answer.arrayBuffer()
    // The content policy allows neither eval nor WebAssembly.
    const document = await pdfjs.getDocument({ data, isEvalSupported: false, useWasm: false }).promise
    // Every page of a sheet has the size of the first one.
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
    return new Paper(document, Array.from({ length: document.numPages }, () => ({ width, height })))
  }

  /**
   * Draws a page, counted from 0, so many device pixels wide. It is drawn aside and shown at once, so that nothing flickers.
   * Where the signal is aborted meanwhile the canvas stays as it was.
   */
  async draw(index: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<void> {
    const page = await this.#document.getPage(index + 1)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    const aside = document.createElement('canvas')
    aside.width = Math.round(viewport.width)
    aside.height = Math.round(viewport.height)
    const task = page.render({ canvas: aside, viewport })
    const stop = () => task.cancel()
    signal.addEventListener('abort', stop)
    try {
      await task.promise
    } catch (reason) {
      if (signal.aborted) return
      throw reason
    } finally {
      signal.removeEventListener('abort', stop)
    }
    if (signal.aborted) return
    canvas.width = aside.width
    canvas.height = aside.height
    canvas.getContext('2d')?.drawImage(aside, 0, 0)
  }

  /** Gives the memory of the sheet back. */
  close(): void {
    void this.#document.loadingTask.destroy()
  }
}
