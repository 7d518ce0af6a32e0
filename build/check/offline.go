package main

import "context"

// offline does the main job in the terminal in a network namespace without any interface. Where the system does not let one be
// made it is skipped.
func offline(ctx context.Context) outcome {
	alone := []string{"--map-root-user", "--net"}
	if !installed("unshare") {
		return outcome{skipped: 1}
	}
	if _, err := output(ctx, ".", nil, "unshare", append(alone, "true")...); err != nil {
		return outcome{skipped: 1}
	}
	return command("unshare", append(alone, "sh", "build/demo.sh", "build/bin/kaffeerunde-window")...)(ctx)
}
