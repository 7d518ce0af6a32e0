# make run     install what is missing, build, open the window (without a display: the same work in the terminal)
# make test    everything that has to hold; the last line is "N passed, N failed"
# make build   the program, build/bin/kaffeerunde
# make install the program for you, into ~/.local, with its entry in the desktop's menu; "make uninstall" takes it away
# make bench   our figures beside those of peers, as ratios
# make dev     the window on Vite's server, with reload
# make clean   remove what was built

.POSIX:
.SUFFIXES:
.PHONY: run test build install uninstall bench dev clean setup setup-test bindings shots FORCE

PROGRAM = build/bin/kaffeerunde
PREFIX = $(HOME)/.local
ENTRY = $(PREFIX)/share/applications/kaffeerunde.desktop
ICON = $(PREFIX)/share/icons/hicolor/scalable/apps/kaffeerunde.svg
TAGS = desktop,production,webkit2_41
VERSION = $$(git describe --tags --always --dirty 2>/dev/null || echo dev)
MODULES = frontend/node_modules/.package-lock.json

run: build
	@sh build/run.sh $(PROGRAM)

build: setup frontend/dist/index.html
	go build -trimpath -tags $(TAGS) -ldflags "-s -w -X main.version=$(VERSION)" -o $(PROGRAM) .

# The menu may not have ~/.local/bin in its path, so the entry names the whole of it.
install: build
	install -D -m 755 $(PROGRAM) $(PREFIX)/bin/kaffeerunde
	install -D -m 644 build/icon/kaffeerunde.svg $(ICON)
	install -D -m 644 build/linux/kaffeerunde.desktop $(ENTRY)
	sed -i 's|^Exec=kaffeerunde|Exec="$(PREFIX)/bin/kaffeerunde"|' $(ENTRY)
	-@update-desktop-database -q $(PREFIX)/share/applications 2>/dev/null

uninstall:
	rm -f $(PREFIX)/bin/kaffeerunde $(ICON) $(ENTRY)
	-@update-desktop-database -q $(PREFIX)/share/applications 2>/dev/null

test: setup-test $(MODULES) frontend/dist/index.html
	@go build -o build/bin/check ./build/check
	@build/bin/check $(ONLY)

bench: build
	go run ./backend/bench

# The window shows what Vite serves and reloads when a file changes; the backend is the real one.
dev: setup $(MODULES)
	go build -tags dev,webkit2_41 -o build/bin/kaffeerunde-dev .
	@sh build/dev.sh

setup:
	@sh build/setup.sh

setup-test:
	@sh build/setup.sh test

$(MODULES): frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Vite is quick enough to be asked each time something of the page or of the catalogue is newer than what it built.
frontend/dist/index.html: $(MODULES) FORCE
	@if [ ! -e $@ ] || [ -n "$$(find frontend backend/locale -newer $@ -type f -not -path '*/node_modules/*' -not -path '*/dist/*' \
		-not -path '*/e2e/*' -not -path '*/test-results/*' -print -quit)" ]; then \
		cd frontend && npm run --silent build -- --logLevel warn && touch dist/.gitkeep; fi

bindings:
	tsoutputtype=interfaces go run -tags bindings . > /dev/null
	@find frontend/wailsjs -type f -exec chmod 644 {} +

shots: setup-test $(MODULES) frontend/dist/index.html
	@sh build/shots.sh

clean:
	rm -rf build/bin build/demo build/shots build/test frontend/dist/assets frontend/dist/index.html frontend/test-results

FORCE:
