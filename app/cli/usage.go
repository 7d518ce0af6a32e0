package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
)

// usageError says that a command line is not one. key and args are its sentence in the catalogue, verb is what it was about.
type usageError struct {
	key  string
	args []any
	verb *kong.Node
}

func (e *usageError) Error() string { return e.key }

// newUsageError finds out what a person has to hear about a command line that kong could not take. It looks at the grammar
// and the line rather than at kong's sentence, which is in English only.
func newUsageError(root *kong.Node, args []string, cause error) error {
	words := withoutBook(args)
	node := descend(root, words)
	rest := words[len(path(node)):]
	if len(node.Children) > 0 {
		if len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
			return unknownVerb(root, node, rest[0])
		}
		if flag := unknownFlag(root, node, rest); flag != "" {
			return &usageError{key: "cli.error.unknown-flag", args: []any{"flag", flag}, verb: node}
		}
		return &usageError{key: "cli.error.no-verb", args: []any{"verbs", strings.Join(childNames(node), ", ")}, verb: node}
	}
	if flag := unknownFlag(root, node, rest); flag != "" {
		return &usageError{key: "cli.error.unknown-flag", args: []any{"flag", flag}, verb: node}
	}
	var told *usageError
	if errors.As(cause, &told) {
		return &usageError{key: told.key, args: told.args, verb: node}
	}
	if err := wrongFlags(node); err != nil {
		return err
	}
	if err := wrongValues(root, node, rest); err != nil {
		return err
	}
	for _, argument := range node.Positional {
		if argument.Required && !argument.Set {
			return &usageError{key: "cli.error.missing." + argument.Name, verb: node}
		}
	}
	if err := tooManyWords(root, node, rest); err != nil {
		return err
	}
	for _, flag := range node.Flags {
		if flag.Required && !flag.Set {
			return &usageError{key: "cli.error.missing." + flag.Name, verb: node}
		}
	}
	return &usageError{key: "cli.error.usage", verb: node}
}

// wrongValues looks for a flag that needs a value and has none, and for one that takes none and has one.
func wrongValues(root, node *kong.Node, words []string) error {
	for i, word := range words {
		if word == "--" {
			return nil
		}
		name, _, joined := strings.Cut(word, "=")
		flag := flagNamed(root, node, name)
		switch {
		case flag == nil:
		case flag.IsBool() && joined:
			return &usageError{key: "cli.error.no-value", args: []any{"flag", name}, verb: node}
		case !flag.IsBool() && !joined && (i+1 == len(words) || isFlag(words[i+1])):
			return &usageError{key: "cli.error.missing-value", args: []any{"flag", name}, verb: node}
		}
	}
	return nil
}

// tooManyWords tells of a word that a verb has no use for. A name that the shell took apart is put together again, to show how
// it is written.
func tooManyWords(root, node *kong.Node, words []string) error {
	taken := 0
	for _, argument := range node.Positional {
		if argument.IsCumulative() {
			return nil
		}
		taken++
	}
	var found []string
	for i := 0; i < len(words); i++ {
		name, _, joined := strings.Cut(words[i], "=")
		flag := flagNamed(root, node, name)
		switch {
		case flag != nil && !flag.IsBool() && !joined:
			i++
		case !isFlag(words[i]):
			found = append(found, words[i])
		}
	}
	if len(found) <= taken {
		return nil
	}
	if taken == 1 && node.Positional[0].Name == "person" {
		line := strings.Join(append(path(node), `"`+strings.Join(found, " ")+`"`), " ")
		return &usageError{key: "cli.error.quotes", args: []any{"line", programName + " " + line}, verb: node}
	}
	return &usageError{key: "cli.error.too-many", args: []any{"word", found[taken]}, verb: node}
}

// flagNamed is the flag of the verb or of the program that is written so, "--tag" or "-o"; nil for none.
func flagNamed(root, node *kong.Node, name string) *kong.Flag {
	for _, flags := range [][]*kong.Flag{root.Flags, node.Flags} {
		for _, flag := range flags {
			if name == "--"+flag.Name || flag.Short != 0 && name == "-"+string(flag.Short) {
				return flag
			}
		}
	}
	return nil
}

// isFlag tells whether a word is written as a flag is; a single dash is a file.
func isFlag(word string) bool { return len(word) > 1 && word[0] == '-' }

// wrongFlags looks for a value that a flag does not know and for two flags that exclude each other.
func wrongFlags(node *kong.Node) error {
	groups := map[string]string{}
	for _, flag := range node.Flags {
		if !flag.Set {
			continue
		}
		if value := flag.Target.String(); flag.Enum != "" && !flag.EnumMap()[value] {
			choices := strings.ReplaceAll(strings.Trim(flag.Enum, ","), ",", ", ")
			return &usageError{key: "cli.error.choice", args: []any{"flag", "--" + flag.Name, "value", value, "choices", choices}, verb: node}
		}
		for _, group := range flag.Xor {
			if other := groups[group]; other != "" {
				return &usageError{key: "cli.error.together", args: []any{"one", "--" + other, "other", "--" + flag.Name}, verb: node}
			}
			groups[group] = flag.Name
		}
	}
	return nil
}

// number is a whole number on the command line, from 0.
type number int64

// UnmarshalText reads the digits. The error is a usageError.
func (n *number) UnmarshalText(text []byte) error {
	value, err := strconv.ParseInt(string(text), 10, 64)
	if err != nil || value < 0 {
		return &usageError{key: "cli.error.number", args: []any{"value", string(text)}}
	}
	*n = number(value)
	return nil
}

func unknownVerb(root, node *kong.Node, word string) error {
	verb := func(last string) string { return strings.Join(append(path(node), last), " ") }
	names := childNames(node)
	if node == root {
		names = verbs
	}
	if near := nearest(word, names); near != "" {
		return &usageError{key: "cli.error.unknown-verb-near", args: []any{"verb", verb(word), "near", verb(near)}, verb: node}
	}
	return &usageError{key: "cli.error.unknown-verb", args: []any{"verb", verb(word)}, verb: node}
}

func childNames(node *kong.Node) []string {
	var names []string
	for _, child := range node.Children {
		names = append(names, child.Name)
	}
	return names
}

// unknownFlag is the first flag of words that neither the verb nor the program has, "" when there is none.
func unknownFlag(root, node *kong.Node, words []string) string {
	known := func(name string) bool { return flagNamed(root, node, name) != nil }
	for _, word := range words {
		if word == "--" {
			break
		}
		name, _, _ := strings.Cut(word, "=")
		short := len(name) > 2 && name[1] != '-' && known(name[:2])
		if isFlag(name) && !known(name) && !short {
			return name
		}
	}
	return ""
}

// nearest is the name that a slip of the keyboard may have meant: at most two letters away, capitals or not. "" when none is
// so near.
func nearest(word string, names []string) string {
	best, found := 3, ""
	for _, name := range names {
		if d := distance(strings.ToLower(word), strings.ToLower(name)); d < best {
			best, found = d, name
		}
	}
	return found
}

// distance is how many letters have to be put in, left out or changed to get from a to b (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			step := diagonal
			if r != s {
				step++
			}
			diagonal = row[j+1]
			row[j+1] = min(step, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
