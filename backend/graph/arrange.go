package graph

import (
	"math"
	"slices"
)

const (
	// gap is the width of the cells that parts are laid out by, and the room around each.
	gap = 2.0 * Apart
	// ringWidth is how far those who stand alone are from each other.
	ringWidth = 1.6 * Apart
)

// arrange puts the parts beside each other and those who stand alone around them.
func (l *Layout) arrange() []Point {
	points := make([]Point, l.graph.Len())
	placed := make([]bool, l.graph.Len())
	var taken board
	put := func(person int, p Point) {
		points[person], placed[person] = p, true
	}
	for person := range points {
		if p, ok := l.held[person]; ok {
			put(person, p)
			taken.mark(p)
		}
	}
	for _, c := range l.clouds {
		if c.held == nil {
			continue
		}
		for i, p := range c.points() {
			put(c.people[i], p)
			taken.mark(p)
		}
	}
	for _, c := range l.clouds {
		if c.held != nil {
			continue
		}
		own := c.points()
		shift := taken.fit(own)
		for i, p := range own {
			put(c.people[i], Point{p.X + shift.X, p.Y + shift.Y})
		}
	}
	l.surround(points, placed)
	return points
}

// surround puts those who stand alone on rings around the others, from the bottom of the innermost.
func (l *Layout) surround(points []Point, placed []bool) {
	if len(l.alone) == 0 {
		return
	}
	var others []Point
	widest := 0.0
	lonely := map[int]bool{}
	for person := range points {
		if len(l.graph.Neighbours(person)) == 0 {
			lonely[person] = true
		}
	}
	for person, p := range points {
		if placed[person] {
			others = append(others, p)
			if !lonely[person] {
				widest = max(widest, math.Sqrt(float64(p.X*p.X)+float64(p.Y*p.Y)))
			}
		}
	}
	crowd := gatherCells(others)
	ring := 0
	if widest > 0 {
		ring = int(math.Ceil(widest/ringWidth)) + 2
	}
	for left := l.alone; len(left) > 0; ring++ {
		for _, at := range slots(ring) {
			if len(left) == 0 {
				return
			}
			if crowd.clear(at, others) {
				points[left[0]] = at
				left = left[1:]
			}
		}
	}
}

// slots returns the places of a ring, the lowest first, then by turns to its left and right.
func slots(ring int) []Point {
	if ring == 0 {
		return []Point{{}}
	}
	radius := float64(ring) * ringWidth
	count := int(2 * math.Pi * float64(ring))
	all := make([]Point, count)
	for k := range all {
		turn := float64((k+1)/2) * 2 * math.Pi / float64(count)
		if k%2 == 1 {
			turn = -turn
		}
		all[k] = Point{float64(radius * math.Sin(turn)), float64(-radius * math.Cos(turn))}
	}
	return all
}

// board remembers which cells of the plane are taken.
type board struct {
	taken map[[2]int32]bool
	from  map[int]int // where to begin to look for room for so many cells
	spots [][2]int32  // cells by their distance from the middle
	reach int32
}

func (b *board) mark(p Point) {
	if b.taken == nil {
		b.taken = map[[2]int32]bool{}
	}
	x, y := int32(math.Floor(p.X/gap)), int32(math.Floor(p.Y/gap))
	for dx := int32(-1); dx <= 1; dx++ {
		for dy := int32(-1); dy <= 1; dy++ {
			b.taken[[2]int32{x + dx, y + dy}] = true
		}
	}
}

// fit finds the free room nearest to the middle for a part and returns by how much the part is to be moved there, and takes it.
func (b *board) fit(points []Point) Point {
	if b.taken == nil {
		b.taken = map[[2]int32]bool{}
	}
	if b.from == nil {
		b.from = map[int]int{}
	}
	left, right, bottom, top := extent(points)
	mx, my := (left+right)/2, (bottom+top)/2
	own := shape(points, mx, my)
	at := b.from[len(own)]
	for ; ; at++ {
		if at >= len(b.spots) {
			b.widen()
		}
		spot := b.spots[at]
		if !slices.ContainsFunc(own, func(c [2]int32) bool { return b.taken[[2]int32{c[0] + spot[0], c[1] + spot[1]}] }) {
			break
		}
	}
	b.from[len(own)] = at
	spot := b.spots[at]
	for _, c := range own {
		b.taken[[2]int32{c[0] + spot[0], c[1] + spot[1]}] = true
	}
	return Point{float64(float64(spot[0])*gap) - mx, float64(float64(spot[1])*gap) - my}
}

// shape returns the cells that a part takes when its middle is at (mx, my), with those that it encloses.
func shape(points []Point, mx, my float64) [][2]int32 {
	rows, columns := map[int32][2]int32{}, map[int32][2]int32{}
	stretch := func(m map[int32][2]int32, key, v int32) {
		s, ok := m[key]
		if !ok {
			s = [2]int32{v, v}
		}
		m[key] = [2]int32{min(s[0], v), max(s[1], v)}
	}
	var left, right, bottom, top int32
	for _, p := range points {
		x, y := int32(math.Floor((p.X-mx)/gap+0.5)), int32(math.Floor((p.Y-my)/gap+0.5))
		// A point takes the cells that it is within half a gap of.
		for dx := int32(-1); dx <= 1; dx++ {
			for dy := int32(-1); dy <= 1; dy++ {
				stretch(rows, y+dy, x+dx)
				stretch(columns, x+dx, y+dy)
			}
		}
		left, right, bottom, top = min(left, x-1), max(right, x+1), min(bottom, y-1), max(top, y+1)
	}
	var own [][2]int32
	for y := bottom; y <= top; y++ {
		for x := left; x <= right; x++ {
			row, column := rows[y], columns[x]
			if row[0] <= x && x <= row[1] && column[0] <= y && y <= column[1] {
				own = append(own, [2]int32{x, y})
			}
		}
	}
	return own
}

// widen looks at cells that are farther out.
func (b *board) widen() {
	inner := b.reach
	b.reach = 2*b.reach + 8
	var ring [][2]int32
	for x := -b.reach; x <= b.reach; x++ {
		for y := -b.reach; y <= b.reach; y++ {
			if d := x*x + y*y; d <= b.reach*b.reach && (d > inner*inner || inner == 0) {
				ring = append(ring, [2]int32{x, y})
			}
		}
	}
	slices.SortStableFunc(ring, func(p, q [2]int32) int { return int(p[0]*p[0]+p[1]*p[1]) - int(q[0]*q[0]+q[1]*q[1]) })
	b.spots = append(b.spots, ring...)
}

func extent(points []Point) (left, right, bottom, top float64) {
	left, bottom = math.Inf(1), math.Inf(1)
	right, top = math.Inf(-1), math.Inf(-1)
	for _, p := range points {
		left, right, bottom, top = min(left, p.X), max(right, p.X), min(bottom, p.Y), max(top, p.Y)
	}
	return left, right, bottom, top
}
