// Lays a graph out with d3-force as it comes, and prints a place a line.
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force'
import { read } from './read.mjs'

const { n, edges } = read(process.argv[2])
const nodes = Array.from({ length: n }, () => ({}))
const simulation = forceSimulation(nodes)
  .force('charge', forceManyBody())
  .force('link', forceLink(edges.map(([source, target]) => ({ source, target }))))
  .force('center', forceCenter())
  .stop()
simulation.tick(300) // until alpha has fallen to its minimum
console.log(nodes.map(({ x, y }) => `${x} ${y}`).join('\n'))
