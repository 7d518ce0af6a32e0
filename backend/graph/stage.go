package graph

import (
	"math"
	"math/rand/v2"
	"slices"
)

// stage is a number of bodies that move: people, or circles of them as if they were one.
type stage struct {
	within []int32 // the body of the coarser stage that each belongs to; nil in the coarsest

	first     []int32 // where the springs of i begin, as in a Graph
	neighbour []int32
	spring    []float64
	mass      []float64 // how many people a body has
	stiff     []float64 // how much its springs and the pull home resist a step

	x, y   []float64
	vx, vy []float64 // what is left of the last step
	fixed  []bool    // nil when none is
	cx, cy float64   // where home is

	tick, ticks int
	heat        float64 // how far a body goes at most in the first tick
	tree        tree
}

// bodies makes the stage in which everybody moves for themselves. A connection draws two people the less the more others the
// less connected of them has, so that everybody is drawn about equally and circles are equally dense; between circles it draws
// less still.
func bodies(g *Graph, circles ...[]int32) *stage {
	n := g.Len()
	s := &stage{first: g.first, neighbour: g.neighbour, spring: make([]float64, len(g.strength)), mass: make([]float64, n)}
	sum := make([]float64, n)
	for i := range n {
		s.mass[i] = 1
		for _, strength := range g.strengths(i) {
			sum[i] += strength
		}
	}
	for i := range n {
		for k := g.first[i]; k < g.first[i+1]; k++ {
			j := g.neighbour[k]
			s.spring[k] = g.strength[k] / min(sum[i], sum[j])
			for _, circle := range circles {
				if circle[i] != circle[j] {
					s.spring[k] *= bridging
				}
			}
		}
	}
	s.prepare()
	return s
}

// coarsen returns the stages of a graph, from the circles that Louvain ends with to the people.
func coarsen(g *Graph, chance *rand.Rand) []*stage {
	var within [][]int32
	for l := newLevel(g); ; {
		joined, count := l.join(chance)
		if count == l.graph.Len() {
			break
		}
		within = append(within, slices.Clone(joined))
		l = l.fold(joined, count)
	}
	stages := []*stage{bodies(g, circlesOf(within)...)}
	for _, w := range within {
		finer := stages[len(stages)-1]
		coarser := finer.gather(w)
		if len(coarser.mass) < 2 {
			break
		}
		finer.within = w
		stages = append(stages, coarser)
	}
	slices.Reverse(stages)
	for i, s := range stages {
		s.ticks, s.heat = 80, 3
		if i == 0 {
			s.ticks, s.heat = 400, math.Sqrt(float64(g.Len()))
		}
		if i == len(stages)-1 {
			s.ticks = 120
		}
	}
	return stages
}

// circlesOf returns, for each step of joining, which circle everybody is in after it.
func circlesOf(within [][]int32) [][]int32 {
	var circles [][]int32
	for k, w := range within {
		if k > 0 {
			inner := circles[k-1]
			outer := make([]int32, len(inner))
			for i, c := range inner {
				outer[i] = w[c]
			}
			w = outer
		}
		circles = append(circles, w)
	}
	return circles
}

// gather makes each group of bodies one.
func (s *stage) gather(within []int32) *stage {
	count := int(slices.Max(within)) + 1
	c := &stage{mass: make([]float64, count), first: make([]int32, 1, count+1)}
	members := make([][]int32, count)
	for i, w := range within {
		c.mass[w] += s.mass[i]
		members[w] = append(members[w], int32(i))
	}
	at := make([]int32, count) // where the spring to a body lies, counted from 1, for the body at hand
	for w := range count {
		start := len(c.neighbour)
		for _, i := range members[w] {
			for k := s.first[i]; k < s.first[i+1]; k++ {
				to := within[s.neighbour[k]]
				if int(to) == w {
					continue
				}
				if at[to] == 0 {
					c.neighbour, c.spring = append(c.neighbour, to), append(c.spring, 0)
					at[to] = int32(len(c.neighbour))
				}
				c.spring[at[to]-1] += s.spring[k]
			}
		}
		for _, to := range c.neighbour[start:] {
			at[to] = 0
		}
		c.first = append(c.first, int32(len(c.neighbour)))
	}
	c.prepare()
	return c
}

func (s *stage) prepare() {
	n := len(s.mass)
	s.stiff = make([]float64, n)
	s.x, s.y, s.vx, s.vy = make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		for k := s.first[i]; k < s.first[i+1]; k++ {
			s.stiff[i] += s.spring[k]
		}
		s.stiff[i] = s.stiff[i]/s.mass[i] + homing
	}
}

// scatter puts the bodies anywhere.
func (s *stage) scatter(chance *rand.Rand) {
	people := 0.0
	for _, m := range s.mass {
		people += m
	}
	radius := math.Sqrt(float64(repulsion * people))
	for i := range s.x {
		x, y := disc(chance)
		s.x[i], s.y[i] = float64(radius*x), float64(radius*y)
	}
}

// tries is how many beginnings of the coarsest stage are compared, and triable how many bodies it may have for that.
const (
	tries   = 8
	triable = 400
)

// untangle brings the bodies to rest from several beginnings and keeps the picture in which connections are shortest. What
// is twisted among the few bodies of the coarsest stage stays twisted.
func (s *stage) untangle(chance *rand.Rand) {
	least := math.Inf(1)
	var x, y []float64
	for range tries {
		s.scatter(chance)
		if len(s.x) > triable {
			return
		}
		clear(s.vx)
		clear(s.vy)
		for s.tick = 0; !s.resting(); {
			s.step()
		}
		if length := s.length(); length < least {
			least, x, y = length, slices.Clone(s.x), slices.Clone(s.y)
		}
	}
	s.x, s.y, s.tick = x, y, s.ticks-1
}

// length is that of all springs, each counted as much as it draws.
func (s *stage) length() float64 {
	sum := 0.0
	for i := range s.x {
		for k := s.first[i]; k < s.first[i+1]; k++ {
			dx, dy := s.x[i]-s.x[s.neighbour[k]], s.y[i]-s.y[s.neighbour[k]]
			sum += float64(s.spring[k] * math.Sqrt(float64(dx*dx)+float64(dy*dy)))
		}
	}
	return sum
}

// open puts the bodies of the finer stage where those they belong to are, spread over the room these take.
func (s *stage) open(finer *stage, chance *rand.Rand) {
	for i, w := range finer.within {
		dx, dy := disc(chance)
		radius := math.Sqrt(float64(repulsion * (s.mass[w] - finer.mass[i])))
		finer.x[i], finer.y[i] = s.x[w]+float64(radius*dx), s.y[w]+float64(radius*dy)
	}
}

// hold moves everybody so that those who are held are in the middle of their places, and puts these there for good.
func (s *stage) hold(held []bool, places []Point) {
	var count, px, py, x, y float64
	for i, yes := range held {
		if yes {
			count++
			px, py, x, y = px+places[i].X, py+places[i].Y, x+s.x[i], y+s.y[i]
		}
	}
	dx, dy := (px-x)/count, (py-y)/count
	for i, yes := range held {
		s.x[i], s.y[i] = s.x[i]+dx, s.y[i]+dy
		if yes {
			s.x[i], s.y[i] = places[i].X, places[i].Y
		}
	}
	s.fixed, s.cx, s.cy = held, px/count, py/count
}

// settleAt puts everybody where they are to be.
func (s *stage) settleAt(places []Point) {
	for i, p := range places {
		s.x[i], s.y[i] = p.X, p.Y
	}
}

func (s *stage) resting() bool { return s.tick >= s.ticks }

// step moves every body once. A body goes as far as its forces drive it over what resists (a step of Jacobi's method), and
// less far the cooler it is.
func (s *stage) step() {
	left := 1 - float64(s.tick)/float64(s.ticks)
	limit := float64(s.heat*left) + 0.02
	zeal := 0.1 + float64(0.5*left)
	s.tick++
	s.tree.grow(s.x, s.y, s.mass)
	order := s.tree.order
	share(len(order), func(low, high int) {
		for at := low; at < high; at++ {
			i := order[at]
			if s.fixed != nil && s.fixed[i] {
				continue
			}
			dx, dy := s.force(at)
			dx, dy = float64(zeal*dx)+float64(0.4*s.vx[i]), float64(zeal*dy)+float64(0.4*s.vy[i])
			if far := math.Sqrt(float64(dx*dx) + float64(dy*dy)); far > limit {
				dx, dy = dx*limit/far, dy*limit/far
			}
			s.vx[i], s.vy[i] = dx, dy
		}
	})
	for i := range s.x {
		s.x[i] += s.vx[i]
		s.y[i] += s.vy[i]
	}
}

// force returns where the body at a place of the tree is driven to, in steps that its springs would allow.
func (s *stage) force(at int) (x, y float64) {
	i := s.tree.order[at]
	px, py := s.x[i], s.y[i]
	for k := s.first[i]; k < s.first[i+1]; k++ {
		j := s.neighbour[k]
		x += float64(s.spring[k] * (s.x[j] - px))
		y += float64(s.spring[k] * (s.y[j] - py))
	}
	rx, ry := s.tree.push(px, py)
	x = x/s.mass[i] + float64(repulsion*rx) - float64(homing*(px-s.cx))
	y = y/s.mass[i] + float64(repulsion*ry) - float64(homing*(py-s.cy))
	return x / s.stiff[i], y / s.stiff[i]
}
