package graph

import "math"

// spread moves points apart until no two are nearer than [Apart], save two that are fixed.
func spread(points []Point, fixed []bool) {
	const wanted = 1.01 * Apart
	move := make([]Point, len(points))
	for range 80 {
		crowd := gatherCells(points)
		calm := true
		for i, p := range points {
			move[i] = Point{}
			if fixed[i] {
				continue
			}
			crowd.near(p, func(j int) {
				if j == i {
					return
				}
				dx, dy := p.X-points[j].X, p.Y-points[j].Y
				far := math.Sqrt(float64(dx*dx) + float64(dy*dy))
				if far >= 1.002*Apart {
					return
				}
				calm = false
				if far == 0 {
					// Two on one spot leave it in different directions.
					angle := float64(i)
					dx, dy, far = math.Cos(angle)*1e-3, math.Sin(angle)*1e-3, 1e-3
				}
				by := (wanted - far) / far / 2
				if fixed[j] {
					by *= 2
				}
				move[i].X += float64(by * dx)
				move[i].Y += float64(by * dy)
			})
		}
		if calm {
			return
		}
		for i := range points {
			points[i].X += move[i].X
			points[i].Y += move[i].Y
		}
	}
	settleRest(points, fixed)
}

// settleRest gives those who still stand too near to another the nearest free spot.
func settleRest(points []Point, fixed []bool) {
	crowd := gatherCells(nil)
	for i, p := range points {
		if fixed[i] {
			crowd.add(i, p, points)
		}
	}
	for i, p := range points {
		if fixed[i] {
			continue
		}
		points[i] = crowd.free(p, points)
		crowd.add(i, points[i], points)
	}
}

// cells find the points near a point. Each cell is one [Apart] wide.
type cells struct {
	points []Point
	first  map[[2]int32]int32 // the last point of a cell, from 1
	next   []int32            // the one before it
}

func gatherCells(points []Point) *cells {
	c := &cells{points: points, first: make(map[[2]int32]int32, len(points)), next: make([]int32, len(points))}
	for i, p := range points {
		c.add(i, p, points)
	}
	return c
}

func (c *cells) add(i int, p Point, points []Point) {
	c.points = points
	for len(c.next) <= i {
		c.next = append(c.next, 0)
	}
	k := cell(p)
	c.next[i] = c.first[k]
	c.first[k] = int32(i + 1)
}

func cell(p Point) [2]int32 {
	return [2]int32{int32(math.Floor(p.X / (1.01 * Apart))), int32(math.Floor(p.Y / (1.01 * Apart)))}
}

// near calls do for the points that may be within reach of p.
func (c *cells) near(p Point, do func(i int)) {
	k := cell(p)
	for x := k[0] - 1; x <= k[0]+1; x++ {
		for y := k[1] - 1; y <= k[1]+1; y++ {
			for i := c.first[[2]int32{x, y}]; i > 0; i = c.next[i-1] {
				do(int(i - 1))
			}
		}
	}
}

// free returns the spot nearest to p that is far enough from everyone.
func (c *cells) free(p Point, points []Point) Point {
	for ring := 0; ; ring++ {
		spots := max(1, 6*ring)
		for k := range spots {
			angle := 2 * math.Pi * float64(k) / float64(spots)
			radius := float64(ring) / 2
			at := Point{p.X + float64(radius*math.Cos(angle)), p.Y + float64(radius*math.Sin(angle))}
			if c.clear(at, points) {
				return at
			}
		}
	}
}

func (c *cells) clear(p Point, points []Point) bool {
	clear := true
	c.near(p, func(j int) {
		dx, dy := p.X-points[j].X, p.Y-points[j].Y
		clear = clear && float64(dx*dx)+float64(dy*dy) >= 1.002*1.002*Apart*Apart
	})
	return clear
}
