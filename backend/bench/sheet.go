package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// sheet compares the contact sheet of 200 people with photo and QR with what a bare PDF library and what Chromium take to draw
// as much.
func sheet(s setting) error {
	file, err := s.cards(200, "--photos", "1")
	if err != nil {
		return err
	}
	book, err := s.book(file)
	if err != nil {
		return err
	}
	pdf, page := filepath.Join(s.dir, "sheet.pdf"), filepath.Join(s.dir, "sheet.html")
	cs := []contender{
		{name: "cards", args: []string{s.program, "sheet", "--book", book, "--layout", "cards", "-o", pdf}},
		{name: "list", args: []string{s.program, "sheet", "--book", book, "--layout", "list", "-o", filepath.Join(s.dir, "list.pdf")}},
		{name: "fpdf", args: []string{s.peer, "fpdf", file, filepath.Join(s.dir, "fpdf.pdf")}},
	}
	browser, absent := chromium()
	if absent == nil {
		if _, err := measure(contender{args: []string{s.peer, "html", file, page}}); err != nil {
			return err
		}
		h := &home{folder: filepath.Join(s.dir, "chromium")}
		cs = append(cs, contender{name: "Chromium", home: h, before: h.clean, args: []string{
			browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
			"--user-data-dir=" + filepath.Join(h.folder, "profile"), "--no-pdf-header-footer",
			"--print-to-pdf=" + filepath.Join(s.dir, "chromium.pdf"), "file://" + page,
		}})
	}
	figures, err := compare(s.rounds, cs...)
	if err != nil {
		return err
	}
	beside("cards of 200 / fpdf, which shapes nothing", figures[0], figures[2], 2)
	beside("list of 200 / fpdf, which shapes nothing", figures[1], figures[2], 2)
	if absent == nil {
		beside("cards of 200 / Chromium, print", figures[0], figures[3], 0.15)
		beside("list of 200 / Chromium, print", figures[1], figures[3], 0.15)
	} else {
		skipped("beside Chromium", absent.Error())
	}
	return s.sheetSize(pdf, file)
}

// sheetSize compares the file with the photos that it holds.
func (s setting) sheetSize(pdf, file string) error {
	state, err := os.Stat(pdf)
	if err != nil {
		return err
	}
	photos, err := output(s.peer, "photos", file)
	if err != nil {
		return err
	}
	bytes, err := strconv.ParseFloat(strings.TrimSpace(photos), 64)
	if err != nil {
		return err
	}
	row{what: "size of the cards / their photos", unit: "MB", ours: []float64{float64(state.Size()) / 1e6}, peer: []float64{bytes / 1e6}, goal: 1.15}.print()
	return nil
}
