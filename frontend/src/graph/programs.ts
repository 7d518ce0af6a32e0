import { type EdgeProgramType, EdgeRectangleProgram, NodeCircleProgram, type NodeProgramType } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'

// By this sigma divides how thick a line is; left alone they grow into beams.
const THINNEST = 0.7

/** Returns sigma's way to draw lines, which leaves them out while the picture moves, and keeps them thin where one is near. */
export function restingLines(moving: () => boolean): EdgeProgramType {
  return class extends EdgeRectangleProgram {
    override render(params: RenderParams): void {
      if (!moving()) super.render({ ...params, sizeRatio: Math.max(params.sizeRatio, THINNEST) })
    }
  }
}

/** Returns sigma's way to draw dots, which does not draw them a second time for the pointer while the picture moves. */
export function quickDots(moving: () => boolean): NodeProgramType {
  return class extends NodeCircleProgram {
    override render(params: RenderParams): void {
      const { pickProgram } = this
      if (moving()) this.pickProgram = null
      super.render(params)
      this.pickProgram = pickProgram
    }
  }
}
