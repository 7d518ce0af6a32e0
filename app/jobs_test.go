package app

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"
)

func TestJobs(t *testing.T) {
	t.Run("a cancelled job ends with the context's error and frees its name", func(t *testing.T) {
		j := newJobs(func(ProgressView) {}, time.Now)
		err := j.run(t.Context(), "import", func(ctx context.Context, _ tick) error {
			j.cancel("import")
			<-ctx.Done()
			return ctx.Err()
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("run = %v, want %v", err, context.Canceled)
		}
		if err := j.run(t.Context(), "import", func(context.Context, tick) error { return nil }); err != nil {
			t.Errorf("the second run of the name = %v, want nil", err)
		}
	})
	t.Run("a name runs once at a time", func(t *testing.T) {
		j := newJobs(func(ProgressView) {}, time.Now)
		err := j.run(t.Context(), "import", func(ctx context.Context, _ tick) error {
			return j.run(ctx, "import", func(context.Context, tick) error { return nil })
		})
		if !errors.Is(err, errJobRuns) {
			t.Errorf("run within run = %v, want %v", err, errJobRuns)
		}
	})
	t.Run("cancelling what does not run is no fault", func(t *testing.T) {
		newJobs(func(ProgressView) {}, time.Now).cancel("nothing")
	})
	t.Run("progress is absolute, numbered, thinned out, and ends at the end", func(t *testing.T) {
		var sent []ProgressView
		clock := time.Unix(0, 0)
		j := newJobs(func(p ProgressView) { sent = append(sent, p) }, func() time.Time { return clock })
		err := j.run(t.Context(), "import", func(_ context.Context, report tick) error {
			for n := range int64(10) {
				clock = clock.Add(progressEvery / 4)
				report(n+1, 10, int(n+1))
			}
			return nil
		})
		if err != nil {
			t.Fatalf("run = %v", err)
		}
		want := []ProgressView{
			{Job: "import", Seq: 1, Done: 1, Total: 10, Count: 1},
			{Job: "import", Seq: 2, Done: 5, Total: 10, Count: 5},
			{Job: "import", Seq: 3, Done: 9, Total: 10, Count: 9},
			{Job: "import", Seq: 4, Done: 10, Total: 10, Count: 10},
		}
		if !reflect.DeepEqual(sent, want) {
			t.Errorf("sent %+v, want %+v", sent, want)
		}
	})
}
