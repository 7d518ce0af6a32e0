package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// shortForms are given names with what people are called by them, the whole name first. Only what is well known is here, and
// it says nothing alone: it needs an organisation, a birthday or the like beside it. They are written as words spells them.
var shortForms = shortFormsOf(`
	johannes hans johann hannes
	josef joseph sepp jupp
	wilhelm willi willy
	heinrich heinz heiner
	friedrich fritz
	maximilian max
	alexander alex sascha
	alexandra alex sandra
	sebastian basti
	benjamin ben
	christian chris
	christopher chris
	christine chris christina
	matthias mathias matze
	michael mike michi
	andreas andi andy
	thomas tom tommy
	stefan stephan steffen
	georg schorsch
	ludwig lutz
	nikolas klaus nick niklas nikolaus
	katharina kathi kati katrin
	elisabeth elizabeth lisa liz beth sissi
	margarete margarethe grete gretel
	magdalena lena leni
	susanne susi
	ursula uschi ulla
	gabriele gabi
	barbara babsi
	johanna hanna hannah
	franziska franzi
	robert bob rob bobby robbie
	william bill will billy
	richard dick rick ricky
	james jim jimmy
	john jack johnny
	joseph joe
	edward ed ted eddie
	charles charlie chuck
	anthony tony
	daniel dan danny
	david dave
	steven steve stephen
	kenneth ken kenny
	samuel sam
	timothy tim
	gregory greg
	lawrence larry
	margaret maggie peggy meg
	katherine kate kathy katie
	catherine cathy kate
	jennifer jenny jen
	patricia pat patty
	patrick pat
	deborah debbie deb
	susan sue
	victoria vicky
	` + moreForms)

func shortFormsOf(table string) map[string][]string {
	forms := map[string][]string{}
	for line := range strings.Lines(table) {
		group := strings.Fields(line)
		for i := range group {
			group[i] = string(contracted([]byte(group[i]), 0))
		}
		for _, word := range group {
			forms[word] = append(forms[word], group[0])
			if heard := spoken(word); heard != word {
				forms[heard] = append(forms[heard], group[0])
			}
		}
	}
	return forms
}

// shortOf tells whether two given names are short for one, or one for the other.
func shortOf(v, w string) bool {
	for _, whole := range shortForms[v] {
		if slices.Contains(shortForms[w], whole) {
			return true
		}
	}
	return false
}

// appendInitials appends the first letters of names, and of what they are short for, each once.
func appendInitials(dst []rune, names string) []rune {
	add := func(name string) {
		if r, size := utf8.DecodeRuneInString(name); size > 0 && !slices.Contains(dst, r) {
			dst = append(dst, r)
		}
	}
	for name := range strings.SplitSeq(names, wordEnd) {
		add(name)
		for _, whole := range shortForms[name] {
			add(whole)
		}
	}
	return dst
}
