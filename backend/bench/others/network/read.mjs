// Reads a graph: the number of people, then two numbers a line for each connection.
import { readFileSync } from 'node:fs'

export function read(path) {
  const [n, ...pairs] = readFileSync(path, 'utf8').trim().split(/\s+/).map(Number)
  const edges = []
  for (let i = 0; i < pairs.length; i += 2) edges.push([pairs[i], pairs[i + 1]])
  return { n, edges }
}
