// Command gen writes a deterministic phone-style vCard export.
//
//	gen --n 1000 --seed 1 --version 3.0 --photos 0.2 --dups 0.05 --truth truth.tsv > contacts.vcf
//	gen --n 3000 --version 4.0 --network > network.vcf
//
// 2.1 looks like an Android export (bare types, every non-ASCII value quoted-printable with soft
// breaks), 3.0 like an iPhone one (PRODID, type= parameters, itemN. groups), 4.0 like a server's
// (urn:uuid UIDs, tel: URIs, data: photos). --version mix takes the three in turn. With --doubles the
// book holds known duplicates and people who only look like some. With
// --network people live and work together, sing and meet, and say so in RELATED; circles and events are
// their tags. The same flags give the same bytes with the same Go release (photos come from image/jpeg).
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
)

func main() {
	n := flag.Int("n", 1000, "number of cards")
	seed := flag.Uint64("seed", 1, "seed")
	version := flag.String("version", "3.0", "2.1, 3.0, 4.0 or mix")
	photos := flag.Float64("photos", 0, "share of cards with a photo of about 30 KB, 0 to 1")
	dups := flag.Float64("dups", 0, "share of cards made from an earlier one, 0 to 1: 85% the same person, 15% a relative")
	truth := flag.String("truth", "", "write the planted duplicate pairs (copy, original; from 0) to this file")
	network := flag.Bool("network", false, "people who know each other: households, companies, circles and events; no copies, and not in version 2.1")
	doubles := flag.Int("doubles", 0, "how many of the cards are second ones of somebody, in the ways of people's books, beside as many that only look like it")
	flag.Parse()
	switch *version {
	case "2.1", "3.0", "4.0", "mix":
	default:
		log.Fatalf("gen: unknown version %q", *version)
	}
	if *network && (*version == "2.1" || *version == "mix" || *dups > 0) {
		log.Fatal("gen: --network goes with --version 3.0 or 4.0 and without --dups")
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	var pairs *bufio.Writer
	if *truth != "" {
		f, err := os.Create(*truth)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close()
		pairs = bufio.NewWriter(f)
		defer pairs.Flush()
	}
	r := rand.New(rand.NewPCG(*seed, 0x5ca1ab1e))
	var pool [][]byte
	if *photos > 0 {
		pool = photoPool(*seed)
	}
	var townspeople []card
	if *network {
		townspeople = townCards(r, *n)
	}
	var doubled []card
	var original []int
	if *doubles > 0 {
		doubled, original = bookOfDoubles(r, *n, *doubles)
	}
	var originals []card // kept only when copies are wanted
	var index []int
	for i := range *n {
		var c card
		switch {
		case *network:
			c = townspeople[i]
		case *doubles > 0:
			c = doubled[i]
			if pairs != nil && original[i] >= 0 {
				fmt.Fprintf(pairs, "%d\t%d\n", i, original[i])
			}
		case len(originals) > 0 && r.Float64() < *dups:
			k := r.IntN(len(originals))
			if chance(r, 15) {
				c = relative(r, originals[k]) // looks alike, is somebody else: not in the truth
				break
			}
			c = alter(r, originals[k])
			if pairs != nil {
				fmt.Fprintf(pairs, "%d\t%d\n", i, index[k])
			}
		default:
			c = newCard(r)
			if *dups > 0 {
				originals, index = append(originals, c), append(index, i)
			}
		}
		if r.Float64() < *photos {
			c.photo = stamped(pool[r.IntN(len(pool))], uint32(i))
		}
		v := *version
		if v == "mix" {
			v = [...]string{"2.1", "3.0", "4.0"}[i%3]
		}
		write(out, &c, v)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
