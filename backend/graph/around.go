package graph

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Place is where somebody stands in the picture around one person.
type Place struct {
	Person int
	At     Point
	Step   int // how many connections they are away: 0 for the middle
	From   int // who they stand behind, a step nearer; -1 for the middle
}

const (
	// elbow is how far those of a ring stand from each other, along it.
	elbow = 1.6 * Apart
	// rowWidth is how far the rows of a ring are from each other, and ringGap how far one ring is from the next.
	rowWidth = 2 * Apart
	ringGap  = 4 * Apart
	// rowful is how many stand in one row before a ring takes another: a wide ring of many would be seen from afar only.
	rowful = 44
)

// Around returns the picture of everybody within some steps of one person, who is in its middle: a ring for each step, from
// the top clockwise. Behind each stand those who are reached over them, and as much of the ring is theirs as these need. Circles
// stand together, and next to those they have most to do with, so that few connections cross. The middle comes first, then ring by
// ring in the order of the clock. Nobody is nearer to another than [Apart].
func (g *Graph) Around(middle, steps int, chance *rand.Rand) []Place {
	e := &ego{graph: g, step: make([]int32, g.Len()), from: make([]int32, g.Len()), turn: make([]float64, g.Len())}
	e.reach(middle, steps)
	e.gather(middle, chance)
	if len(e.rings) > 1 {
		e.order()
		e.follow()
	}
	return e.places()
}

// ego is the picture around one person while it is made.
type ego struct {
	graph  *Graph
	rings  [][]int32 // who stands on which, in the order of the clock; the first has the middle alone
	step   []int32   // -1 beyond reach
	from   []int32
	circle []int32
	turn   []float64 // where somebody stands on the ring, as a share of it
	breaks []bool    // whether a new circle begins with somebody of the first ring
}

func (e *ego) reach(middle, steps int) {
	for i := range e.step {
		e.step[i], e.from[i] = -1, -1
	}
	e.step[middle] = 0
	e.rings = [][]int32{{int32(middle)}}
	for k := range steps {
		var next []int32
		for _, i := range e.rings[k] {
			for _, j := range e.graph.Neighbours(int(i)) {
				if e.step[j] < 0 {
					e.step[j] = int32(k + 1)
					next = append(next, j)
				}
			}
		}
		if len(next) == 0 {
			return
		}
		slices.Sort(next)
		e.rings = append(e.rings, next)
	}
}

// gather finds the circles of those within reach, as they are without the middle, and whom everybody stands behind: somebody of
// their circle if they can, the strongest connection otherwise.
func (e *ego) gather(middle int, chance *rand.Rand) {
	var people []int
	for i, step := range e.step {
		if step > 0 {
			people = append(people, i)
		}
	}
	e.circle = make([]int32, e.graph.Len())
	for i := range e.circle {
		e.circle[i] = -1
	}
	for c, members := range e.graph.part(people).Circles(chance) {
		for _, i := range members {
			e.circle[people[i]] = int32(c)
		}
	}
	for k := 1; k < len(e.rings); k++ {
		for _, i := range e.rings[k] {
			best, bestOwn, bestStrength := int32(-1), false, 0.0
			for at, j := range e.graph.Neighbours(int(i)) {
				if e.step[j] != int32(k-1) {
					continue
				}
				own, strength := e.circle[i] == e.circle[j], e.graph.strengths(int(i))[at]
				if best < 0 || own && !bestOwn || own == bestOwn && strength > bestStrength {
					best, bestOwn, bestStrength = j, own, strength
				}
			}
			e.from[i] = best
		}
	}
}

// order puts the first ring in order: circle by circle, and within each so that connections are short.
func (e *ego) order() {
	first := e.rings[1]
	ties := e.ties(first)
	block := e.blocks(first, ties)
	slices.SortStableFunc(first, func(i, j int32) int { return cmp.Compare(block[e.circle[i]], block[e.circle[j]]) })
	e.shorten(first, ties)
	e.breaks = make([]bool, len(first))
	for k, i := range first {
		e.breaks[k] = e.circle[i] != e.circle[first[(k+len(first)-1)%len(first)]]
	}
}

// tie is what draws two of the first ring to each other.
type tie struct {
	to     int32
	weight float64
}

// ties returns for each of the first ring what draws them to others there: that they know each other, or half as much that
// they know the same people a step further.
func (e *ego) ties(first []int32) map[int32][]tie {
	ties := make(map[int32][]tie, len(first))
	for _, i := range first {
		for _, j := range e.graph.Neighbours(int(i)) {
			if e.step[j] == 1 {
				ties[i] = append(ties[i], tie{j, 1})
			}
		}
	}
	if len(e.rings) < 3 {
		return ties
	}
	for _, i := range e.rings[2] {
		var over []int32
		for _, j := range e.graph.Neighbours(int(i)) {
			if e.step[j] == 1 {
				over = append(over, j)
			}
		}
		// Whom everybody knows says nothing of who belongs together.
		if len(over) > 8 {
			continue
		}
		for _, a := range over {
			for _, b := range over {
				if a != b {
					ties[a] = append(ties[a], tie{b, 0.5})
				}
			}
		}
	}
	return ties
}

// blocks returns the place of each circle on the first ring. Each circle is put where it stands nearest to those it has to do
// with, the largest first; people of no circle come last.
func (e *ego) blocks(first []int32, ties map[int32][]tie) map[int32]int {
	between := map[int32]map[int32]float64{}
	size := map[int32]int{}
	for _, i := range first {
		size[e.circle[i]]++
		for _, t := range ties[i] {
			c, d := e.circle[i], e.circle[t.to]
			if between[c] == nil {
				between[c] = map[int32]float64{}
			}
			between[c][d] += t.weight
		}
	}
	var circles []int32
	for c := range size {
		if c >= 0 {
			circles = append(circles, c)
		}
	}
	slices.SortFunc(circles, func(c, d int32) int { return cmp.Or(cmp.Compare(size[d], size[c]), cmp.Compare(c, d)) })
	var order []int32
	for _, c := range circles {
		var ties []tie
		for at, d := range order {
			if weight := between[c][d]; weight > 0 {
				ties = append(ties, tie{int32(at), weight})
			}
		}
		best, least := 0, math.Inf(1)
		for at := range len(order) + 1 {
			if length := lengthAt(at, len(order)+1, ties); length < least {
				best, least = at, length
			}
		}
		order = slices.Insert(order, best, c)
	}
	place := map[int32]int{-1: len(order)}
	for at, c := range order {
		place[c] = at
	}
	return place
}

// lengthAt is how long the ties of a circle are to those on the ring when it is put in before the one at a place, as one of so
// many.
func lengthAt(at, count int, ties []tie) float64 {
	sum := 0.0
	for _, t := range ties {
		far := at - int(t.to)
		if far <= 0 {
			far = 1 - far
		}
		sum += float64(t.weight * float64(min(far, count-far)))
	}
	return sum
}

// shorten lets neighbours on the ring who are of one circle change places while that makes their connections shorter.
func (e *ego) shorten(first []int32, ties map[int32][]tie) {
	n := len(first)
	at := make(map[int32]int, n)
	for k, i := range first {
		at[i] = k
	}
	length := func(i int32, k int, other int32) float64 {
		sum := 0.0
		for _, t := range ties[i] {
			if t.to != other {
				far := max(k-at[t.to], at[t.to]-k)
				sum += float64(t.weight * float64(min(far, n-far)))
			}
		}
		return sum
	}
	for range 60 {
		changed := false
		for k := range n - 1 {
			i, j := first[k], first[k+1]
			if e.circle[i] != e.circle[j] {
				continue
			}
			if length(i, k+1, j)+length(j, k, i) < length(i, k, j)+length(j, k+1, i)-1e-9 {
				first[k], first[k+1] = j, i
				at[i], at[j] = k+1, k
				changed = true
			}
		}
		if !changed {
			return
		}
	}
}

// follow puts the further rings in the order of those they stand behind, and those behind one person by where the others
// are whom they know.
func (e *ego) follow() {
	for k, i := range e.rings[1] {
		e.turn[i] = float64(k) / float64(len(e.rings[1]))
	}
	for k := 2; k < len(e.rings); k++ {
		lean := make(map[int32]float64, len(e.rings[k]))
		for _, i := range e.rings[k] {
			home := e.turn[e.from[i]]
			for _, j := range e.graph.Neighbours(int(i)) {
				if e.step[j] == int32(k-1) {
					far := e.turn[j] - home
					lean[i] += far - math.Round(far)
				}
			}
		}
		place := make(map[int32]int, len(e.rings[k-1]))
		for at, i := range e.rings[k-1] {
			place[i] = at
		}
		slices.SortStableFunc(e.rings[k], func(i, j int32) int {
			return cmp.Or(cmp.Compare(place[e.from[i]], place[e.from[j]]), cmp.Compare(lean[i], lean[j]))
		})
		for at, i := range e.rings[k] {
			e.turn[i] = e.turn[e.from[i]] + float64(float64(at)*1e-9)
		}
	}
}

// places gives everybody a sector of the plane and a place in it.
func (e *ego) places() []Place {
	places := []Place{{Person: int(e.rings[0][0]), From: -1}}
	if len(e.rings) == 1 {
		return places
	}
	radius, rows := e.radii()
	need := func(k int) float64 { return elbow / (float64(rows[k]) * radius[k]) }

	// How much of the circle everybody needs, in radians, from the outermost ring in.
	width := make(map[int32]float64)
	for k := len(e.rings) - 1; k > 0; k-- {
		for _, i := range e.rings[k] {
			width[i] = max(width[i], need(k))
			if k > 1 {
				width[e.from[i]] += width[i]
			}
		}
	}
	// A breath between circles; where the ring closes, rows meet that do not alternate.
	closing := 0.0
	for k := 1; k < len(e.rings); k++ {
		closing = max(closing, float64(rows[k]-1)*need(k))
	}
	sum := closing
	for k, i := range e.rings[1] {
		sum += width[i]
		if e.breaks[k] {
			sum += need(1)
		}
	}
	stretch := 2 * math.Pi / sum
	grow := max(1, 1/stretch) // when the sectors need more than there is

	low := map[int32]float64{}
	at := stretch * closing / 2
	for k, i := range e.rings[1] {
		if e.breaks[k] {
			at += float64(stretch * need(1))
		}
		low[i] = at
		at += float64(stretch * width[i])
	}
	for k := 1; k < len(e.rings); k++ {
		used := map[int32]float64{}
		for at, i := range e.rings[k] {
			if k > 1 {
				parent := e.from[i]
				low[i] = low[parent] + used[parent] + float64(stretch/2*(width[parent]-e.behind(parent, width)))
				used[parent] += float64(stretch * width[i])
			}
			angle := low[i] + float64(stretch/2*width[i])
			far := float64(grow*radius[k]) + float64(float64(at%rows[k])*rowWidth)
			places = append(places, Place{
				Person: int(i), Step: k, From: int(e.from[i]),
				At: Point{round(far * math.Sin(angle)), round(far * math.Cos(angle))},
			})
		}
	}
	return places
}

// behind is how much those who stand behind somebody need.
func (e *ego) behind(i int32, width map[int32]float64) float64 {
	sum := 0.0
	for _, j := range e.graph.Neighbours(int(i)) {
		if e.from[j] == i && e.step[j] == e.step[i]+1 {
			sum += width[j]
		}
	}
	return sum
}

// radii returns how far each ring is from the middle, its innermost row, and how many rows it has.
func (e *ego) radii() (radius []float64, rows []int) {
	radius, rows = make([]float64, len(e.rings)), make([]int, len(e.rings))
	outer := 0.0
	for k := 1; k < len(e.rings); k++ {
		n := len(e.rings[k])
		// As many rows as keep the ring from growing faster than its number: the root.
		rows[k] = max(1, int(math.Round(math.Sqrt(float64(n)/rowful))))
		radius[k] = max(outer+ringGap, float64(n+1)*elbow/(2*math.Pi*float64(rows[k])))
		outer = radius[k] + float64(rows[k]-1)*rowWidth
	}
	// Where the outermost ring is wide those within it share its room, so that who is near is read best.
	for k := len(e.rings) - 2; k > 0; k-- {
		most := radius[k+1] - ringGap - float64(float64(rows[k]-1)*rowWidth)
		radius[k] = max(radius[k], min(most, radius[k+1]*float64(k)/float64(k+1)))
	}
	return radius, rows
}
