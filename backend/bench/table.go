package main

import (
	"fmt"
	"slices"
)

// row is one line of the table: what we took beside what a peer took, in runs that stood side by side. A goal of 0 is none.
type row struct {
	what, unit string
	ours, peer []float64
	cpu        []float64 // the ratios of CPU seconds, nil where they were not counted
	goal       float64   // the ratio that is not to be exceeded
}

// heading prints the head of a section's table.
func heading(name string) {
	fmt.Printf("\n%-50s %11s %11s  %6s  %-15s %6s  %-9s %s\n", "== "+name, "ours", "peer", "ratio", "(spread)", "in CPU", "goal", "met")
}

// beside compares two contenders by time.
func beside(what string, ours, peer []figure, goal float64) {
	row{what: what, unit: "s", ours: seconds(ours), peer: seconds(peer), cpu: ratios(cpus(ours), cpus(peer)), goal: goal}.print()
}

// besidePeak compares two contenders by their peak memory.
func besidePeak(what string, ours, peer []figure, goal float64) {
	row{what: what, unit: "MiB", ours: peaks(ours), peer: peaks(peer), goal: goal}.print()
}

func (r row) print() {
	pairs := ratios(r.ours, r.peer)
	inCPU, goal, met := "", "", ""
	if r.cpu != nil {
		inCPU = amount(median(r.cpu))
	}
	if r.goal > 0 {
		goal = "<= " + amount(r.goal)
		met = r.met(median(pairs))
	}
	spread := fmt.Sprintf("%s to %s", amount(slices.Min(pairs)), amount(slices.Max(pairs)))
	fmt.Printf("%-50s %11s %11s  %6s  %-15s %6s  %-9s %s\n", r.what, quantity(median(r.ours), r.unit), quantity(median(r.peer), r.unit),
		amount(median(pairs)), spread, inCPU, goal, met)
}

// met tells a goal that only a busy machine kept from being met from one that was missed.
func (r row) met(ratio float64) string {
	switch {
	case ratio <= r.goal:
		return "yes"
	case r.cpu != nil && median(r.cpu) <= r.goal:
		return "in CPU"
	}
	return "no"
}

// within prints a figure of ours that has a bound of its own and no peer.
func within(what, unit string, ours, goal float64) {
	met := "yes"
	if ours > goal {
		met = "no"
	}
	fmt.Printf("%-50s %11s %11s  %6s  %-15s %6s  %-9s %s\n", what, quantity(ours, unit), "", "", "", "", "<= "+quantity(goal, unit), met)
}

// known prints a figure that is good to know and has no goal.
func known(what, unit string, ours float64) {
	fmt.Printf("%-50s %11s\n", what, quantity(ours, unit))
}

// skipped says why something was not measured.
func skipped(what, why string) { fmt.Printf("%-50s skipped: %s\n", what, why) }

func ratios(a, b []float64) []float64 {
	pairs := make([]float64, len(a))
	for i := range a {
		pairs[i] = a[i] / b[i]
	}
	return pairs
}

// amount writes a number with about three digits.
func amount(v float64) string {
	switch {
	case v >= 99.5:
		return fmt.Sprintf("%.0f", v)
	case v >= 9.95:
		return fmt.Sprintf("%.1f", v)
	case v >= 0.0995 || v == 0:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.3f", v)
}

func quantity(v float64, unit string) string {
	if unit == "" {
		return fmt.Sprintf("%.0f", v)
	}
	return amount(v) + " " + unit
}
