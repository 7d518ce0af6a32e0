package graph

import (
	"math"
	"math/rand/v2"
	"slices"
)

// How the forces stand to each other. Where nobody is drawn anywhere but to those around, people have a share of
// 1/(π·repulsion) of the plane each, which lets neighbours come as near as about 1.5 times [Apart].
const (
	repulsion = 0.72
	// homing draws everybody to the middle of their part, so that circles which little connects do not drift apart.
	homing = 0.08
	// bridging is how much weaker a connection between two circles draws than one within a circle, once for each size of
	// circles that it leads out of.
	bridging = 0.6
)

// cloud is one part of a graph that hangs together, coming to rest. Its circles find their places as single bodies first, then
// the circles within them, and people last (multilevel layout after Hu: Efficient, high-quality force-directed graph drawing,
// 2005).
type cloud struct {
	people []int
	held   []bool // nil when nobody is
	places []Point
	stages []*stage // the coarsest first; the last one has the people
	at     int
	chance *rand.Rand
}

func newCloud(g *Graph, people []int, held map[int]Point, chance *rand.Rand) *cloud {
	c := &cloud{people: people, chance: chance}
	kept := 0
	for i, person := range people {
		if at, ok := held[person]; ok {
			if c.held == nil {
				c.held, c.places = make([]bool, len(people)), make([]Point, len(people))
			}
			c.held[i], c.places[i] = true, at
			kept++
		}
	}
	part := g.part(people)
	switch {
	case kept == len(people):
		// Nobody moves.
		s := bodies(part)
		s.settleAt(c.places)
		c.stages = []*stage{s}
	case 2*kept >= len(people):
		s := bodies(part, part.circleOf(chance))
		c.stages = []*stage{s}
		s.x, s.y = beside(part, c.held, c.places, chance)
		s.hold(c.held, c.places)
		s.ticks, s.heat = 60, 1.5
	default:
		c.stages = coarsen(part, chance)
		if len(c.stages) == 1 {
			c.stages[0].scatter(chance)
		} else {
			c.stages[0].untangle(chance)
		}
		if c.held != nil && len(c.stages) == 1 {
			c.finest().hold(c.held, c.places)
		}
	}
	return c
}

func (c *cloud) finest() *stage { return c.stages[len(c.stages)-1] }

func (c *cloud) resting() bool { return c.at == len(c.stages)-1 && c.finest().resting() }

// step moves the bodies of the stage at hand once, or takes it apart when they rest.
func (c *cloud) step() {
	if c.resting() {
		return
	}
	s := c.stages[c.at]
	if !s.resting() {
		s.step()
	}
	if s.resting() && c.at == 0 && c.held == nil {
		s.lieDown()
	}
	if s.resting() && c.at < len(c.stages)-1 {
		next := c.stages[c.at+1]
		s.open(next, c.chance)
		c.at++
		if next == c.finest() && c.held != nil {
			next.hold(c.held, c.places)
		}
	}
}

// progress is the share of its ticks that have gone by, each counted by its bodies.
func (c *cloud) progress() float64 {
	done, all := 0.0, 0.0
	for _, s := range c.stages {
		done += float64(s.tick * len(s.x))
		all += float64(s.ticks * len(s.x))
	}
	if all == 0 {
		return 1
	}
	return done / all
}

// points returns where its people are, in the order of people.
func (c *cloud) points() []Point {
	points := make([]Point, len(c.people))
	s := c.stages[c.at]
	for i := range points {
		body := int32(i)
		for k := len(c.stages) - 1; k > c.at; k-- {
			body = c.stages[k].within[body]
		}
		points[i] = Point{s.x[body], s.y[body]}
	}
	return points
}

// part returns the graph of some people, who are numbered in their order.
func (g *Graph) part(people []int) *Graph {
	number := make([]int32, g.Len())
	for i := range number {
		number[i] = -1
	}
	for i, person := range people {
		number[person] = int32(i)
	}
	p := &Graph{first: make([]int32, 1, len(people)+1)}
	for _, person := range people {
		for k, j := range g.Neighbours(person) {
			if number[j] >= 0 {
				p.neighbour = append(p.neighbour, number[j])
				p.strength = append(p.strength, g.strengths(person)[k])
			}
		}
		p.first = append(p.first, int32(len(p.neighbour)))
	}
	return p
}

// circleOf returns the circle of everybody as a number, in a graph that hangs together.
func (g *Graph) circleOf(chance *rand.Rand) []int32 {
	circle := make([]int32, g.Len())
	for c, people := range g.Circles(chance) {
		for _, i := range people {
			circle[i] = int32(c)
		}
	}
	return circle
}

// beside returns first places for everybody: those who are held where they are, the others beside their neighbours, nearest
// first.
func beside(g *Graph, held []bool, places []Point, chance *rand.Rand) (x, y []float64) {
	n := g.Len()
	x, y = make([]float64, n), make([]float64, n)
	placed := slices.Clone(held)
	var queue []int32
	for i := range n {
		if held[i] {
			x[i], y[i] = places[i].X, places[i].Y
			queue = append(queue, int32(i))
		}
	}
	for head := 0; head < len(queue); head++ {
		for _, i := range g.Neighbours(int(queue[head])) {
			if placed[i] {
				continue
			}
			sum, sx, sy := 0.0, 0.0, 0.0
			for _, j := range g.Neighbours(int(i)) {
				if placed[j] {
					sum, sx, sy = sum+1, sx+x[j], sy+y[j]
				}
			}
			dx, dy := disc(chance)
			x[i], y[i] = sx/sum+dx, sy/sum+dy
			placed[i] = true
			queue = append(queue, i)
		}
	}
	return x, y
}

// disc returns a point of the unit disc.
func disc(chance *rand.Rand) (x, y float64) {
	for {
		x, y = float64(2*chance.Float64())-1, float64(2*chance.Float64())-1
		if float64(x*x)+float64(y*y) <= 1 {
			return x, y
		}
	}
}

// lieDown turns the bodies so that they spread most to the sides, as screens do.
func (s *stage) lieDown() {
	var xx, yy, xy, mx, my, sum float64
	for i, m := range s.mass {
		mx, my, sum = mx+float64(m*s.x[i]), my+float64(m*s.y[i]), sum+m
	}
	mx, my = mx/sum, my/sum
	for i, m := range s.mass {
		dx, dy := s.x[i]-mx, s.y[i]-my
		xx += float64(m * float64(dx*dx))
		yy += float64(m * float64(dy*dy))
		xy += float64(m * float64(dx*dy))
	}
	// The direction of the main axis, by the half-angle formulas: roots are the same on every machine, sines are not.
	long := math.Sqrt(float64((xx-yy)*(xx-yy)) + float64(4*float64(xy*xy)))
	if long == 0 {
		return
	}
	double := (xx - yy) / long
	cos, sin := math.Sqrt(max(0, (1+double)/2)), math.Sqrt(max(0, (1-double)/2))
	if xy < 0 {
		sin = -sin
	}
	for i := range s.x {
		dx, dy := s.x[i]-mx, s.y[i]-my
		s.x[i], s.y[i] = float64(dx*cos)+float64(dy*sin), float64(dy*cos)-float64(dx*sin)
	}
}
