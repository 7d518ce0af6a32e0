package graph

import "slices"

// The products below stand in float64( ) so that no processor joins them with the sum that follows: it would round once less,
// and the picture would differ from machine to machine.

// tree is a quadtree over points with a mass (Barnes and Hut: A hierarchical O(N log N) force-calculation algorithm, 1986).
// Its nodes lie in the order of a walk through them, and its points in the order of its leaves.
type tree struct {
	nodes []branch
	order []int32 // which point lies where
	keys  []uint64
	spare []uint64
	x, y  []float64
	mass  []float64
}

// branch is a square with its points order[low:high], their mass and where that lies. next is the node after all within it.
type branch struct {
	x, y, mass float64
	reach      float64 // the square of the distance from which on it counts as one point
	low, high  int32
	next       int32
	leaf       bool
}

const (
	// leafSize is up to how many points are not divided further.
	leafSize = 8
	// depth is how often a square is divided at most.
	depth = 16
	// openness is how wide a square may be to count as one point, as a share of its distance.
	openness = 0.9
)

// grow builds the tree over some points anew.
func (t *tree) grow(x, y, mass []float64) {
	n := len(x)
	if len(t.order) != n {
		t.order, t.keys, t.spare = make([]int32, n), make([]uint64, n), make([]uint64, n)
		t.x, t.y, t.mass = make([]float64, n), make([]float64, n), make([]float64, n)
	}
	left, bottom := slices.Min(x), slices.Min(y)
	side := max(slices.Max(x)-left, slices.Max(y)-bottom, 1e-9)
	scale := (1<<depth - 1) / side
	for i := range n {
		t.keys[i] = (interleave(uint32((x[i]-left)*scale))|interleave(uint32((y[i]-bottom)*scale))<<1)<<32 | uint64(i)
	}
	t.sort()
	for at, key := range t.keys {
		i := int32(uint32(key))
		t.order[at], t.x[at], t.y[at], t.mass[at] = i, x[i], y[i], mass[i]
	}
	t.nodes = t.nodes[:0]
	t.divide(0, int32(n), 0, side)
}

// sort puts the keys in ascending order, by their upper half: the lower one is in order already.
func (t *tree) sort() {
	for shift := 32; shift < 64; shift += 8 {
		var count [256]int32
		for _, key := range t.keys {
			count[byte(key>>shift)]++
		}
		sum := int32(0)
		for digit, c := range count {
			count[digit], sum = sum, sum+c
		}
		for _, key := range t.keys {
			digit := byte(key >> shift)
			t.spare[count[digit]] = key
			count[digit]++
		}
		t.keys, t.spare = t.spare, t.keys
	}
}

// divide adds the node of the points from low to high, which share the first 2*level bits of their keys.
func (t *tree) divide(low, high int32, level int, side float64) {
	at := len(t.nodes)
	t.nodes = append(t.nodes, branch{low: low, high: high, leaf: high-low <= leafSize || level == depth})
	if !t.nodes[at].leaf {
		shift := 62 - 2*level
		for from := low; from < high; {
			quarter := t.keys[from] >> shift
			to := from + 1
			for to < high && t.keys[to]>>shift == quarter {
				to++
			}
			t.divide(from, to, level+1, side/2)
			from = to
		}
	}
	b := &t.nodes[at]
	for i := low; i < high; i++ {
		b.mass += t.mass[i]
		b.x += float64(t.mass[i] * t.x[i])
		b.y += float64(t.mass[i] * t.y[i])
	}
	b.x /= b.mass
	b.y /= b.mass
	width := side / openness
	b.reach = float64(width * width)
	b.next = int32(len(t.nodes))
}

// push returns what drives a point away from all others: from each its mass by the distance.
func (t *tree) push(px, py float64) (fx, fy float64) {
	for at := int32(0); at < int32(len(t.nodes)); {
		b := &t.nodes[at]
		dx, dy := px-b.x, py-b.y
		square := float64(dx*dx) + float64(dy*dy)
		switch {
		case square > b.reach:
			f := b.mass / square
			fx += float64(f * dx)
			fy += float64(f * dy)
			at = b.next
		case b.leaf:
			for i := b.low; i < b.high; i++ {
				dx, dy := px-t.x[i], py-t.y[i]
				square := float64(dx*dx) + float64(dy*dy)
				f := t.mass[i] / (square + soft)
				fx += float64(f * dx)
				fy += float64(f * dy)
			}
			at = b.next
		default:
			at++
		}
	}
	return fx, fy
}

// soft keeps the force between two who are almost on top of each other within bounds.
const soft = 1e-4

// interleave puts a 0 between the bits of a number of 16 bits.
func interleave(v uint32) uint64 {
	v = (v | v<<8) & 0x00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f
	v = (v | v<<2) & 0x33333333
	v = (v | v<<1) & 0x55555555
	return uint64(v)
}
