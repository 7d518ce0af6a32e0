import { vi } from 'vitest'

// jsdom draws nothing; these are the parts of a browser that components ask for without depending on the answer.
class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoResize)
Element.prototype.scrollIntoView ??= () => {}
window.matchMedia ??= (query) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList
