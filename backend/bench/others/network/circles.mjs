// Finds the circles of a graph with graphology, some times over, and prints the seconds that each took, then the modularity.
import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import { read } from './read.mjs'

const { n, edges } = read(process.argv[2])
const graph = new Graph.UndirectedGraph()
for (let i = 0; i < n; i++) graph.addNode(i)
for (const [a, b] of edges) graph.addEdge(a, b)
let modularity
for (let round = 0; round < Number(process.argv[3]); round++) {
  const start = performance.now()
  ;({ modularity } = louvain.detailed(graph, { randomWalk: false }))
  console.log((performance.now() - start) / 1000)
}
console.log(modularity)
