package cli

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

var helpFlags = []string{"--help", "-h"}

// versionFlag stands alone or with a book, in place of a verb.
const versionFlag = "--version"

func asksVersion(args []string) bool {
	args = withoutBook(args)
	return len(args) > 0 && args[0] == versionFlag
}

// helpTopic tells whether a command line asks for help, and about what: "kaffeerunde help tag", "kaffeerunde tag --help",
// and, because somebody who types only the program's name and a book has no verb yet, an empty line.
func helpTopic(root *kong.Node, args []string) (topic []string, asked bool) {
	args = withoutBook(args)
	if len(args) == 0 {
		return nil, true
	}
	if args[0] == "help" {
		return args[1:], true
	}
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	for _, flag := range helpFlags {
		if slices.Contains(args, flag) {
			return path(descend(root, args)), true
		}
	}
	return nil, false
}

// descend follows the words of a command line down the verbs as far as they name one.
func descend(root *kong.Node, words []string) *kong.Node {
	node := root
	for _, word := range withoutBook(words) {
		child := childNamed(node, word)
		if child == nil {
			break
		}
		node = child
	}
	return node
}

func childNamed(node *kong.Node, name string) *kong.Node {
	for _, child := range node.Children {
		if child.Name == name {
			return child
		}
	}
	return nil
}

// path is the verbs that lead to a node: "tag", "add".
func path(node *kong.Node) []string {
	if node.Parent == nil {
		return nil
	}
	return append(path(node.Parent), node.Name)
}

func printHelp(t *terminal, root *kong.Node, topic []string) error {
	node := descend(root, topic)
	if len(path(node)) < len(topic) {
		return unknownVerb(root, node, topic[len(path(node))])
	}
	if node == root {
		t.printf("%s\n\n%s\n\n", t.T("cli.help"), t.T("cli.help.usage"))
		t.columns(verbRows(t, root.Children))
		t.printf("\n%s\n", t.T("cli.help.everywhere"))
		t.columns([][2]string{{flagForm(t, root.Flags[0]), t.T("cli.flag.book")}, {"-h, --help", t.T("cli.flag.help")}})
		t.printf("\n%s\n", t.T("cli.help.instead"))
		t.columns([][2]string{{versionFlag, t.T("cli.flag.version")}})
		t.paragraph(t.T("cli.help.more"))
		return nil
	}
	key := nodeKey(node)
	t.printf("%s\n", usageOf(t, node))
	t.paragraph(t.T(key + ".help"))
	rows := verbRows(t, node.Children)
	for _, argument := range node.Positional {
		rows = append(rows, [2]string{argumentForm(t, argument), argumentHelp(t, node, argument.Name)})
	}
	for _, flag := range node.Flags {
		rows = append(rows, [2]string{flagForm(t, flag), argumentHelp(t, node, flag.Name)})
	}
	if len(rows) > 0 {
		t.printf("\n")
		t.columns(rows)
	}
	if examples := key + ".examples"; t.Has(examples) {
		t.printf("\n%s\n%s\n", t.T("cli.help.examples"), indent(t.T(examples)))
	}
	return nil
}

// verbRows are verbs with what each is for. Those below another verb stand with their arguments, because one who reads about
// "tag" has no other place to see them all.
func verbRows(t *terminal, verbs []*kong.Node) [][2]string {
	var rows [][2]string
	for _, verb := range verbs {
		words := []string{verb.Name}
		if verb.Parent.Parent != nil {
			words = append(words, argumentForms(t, verb)...)
		}
		rows = append(rows, [2]string{strings.Join(words, " "), t.T(nodeKey(verb))})
	}
	return rows
}

// nodeKey is where the words of a verb stand in the catalogue: "cli.tag.add".
func nodeKey(node *kong.Node) string { return "cli." + strings.Join(path(node), ".") }

// argumentHelp is what an argument or a flag does, as its verb says it or as it is said for all verbs.
func argumentHelp(t *terminal, node *kong.Node, name string) string {
	if key := nodeKey(node) + "." + name; t.Has(key) {
		return t.T(key)
	}
	return t.T("cli.flag." + name)
}

// usageOf is the one line that shows how a verb is called.
func usageOf(t *terminal, node *kong.Node) string {
	words := append([]string{programName}, path(node)...)
	if len(node.Children) > 0 {
		var names []string
		for _, child := range node.Children {
			names = append(names, child.Name)
		}
		words = append(words, strings.Join(names, "|"))
	}
	words = append(words, argumentForms(t, node)...)
	grouped := map[string]bool{}
	for _, flag := range node.Flags {
		form := flagForm(t, flag)
		if len(flag.Xor) > 0 {
			if grouped[flag.Xor[0]] {
				continue
			}
			grouped[flag.Xor[0]] = true
			form = strings.Join(alternatives(t, node, flag.Xor[0]), "|")
		}
		if !flag.Required {
			form = "[" + form + "]"
		}
		if flag.IsSlice() {
			form += "…"
		}
		words = append(words, form)
	}
	return t.T("cli.usage", "line", strings.Join(words, " "))
}

func argumentForms(t *terminal, node *kong.Node) []string {
	var forms []string
	for _, argument := range node.Positional {
		forms = append(forms, argumentForm(t, argument))
	}
	return forms
}

// argumentForm is how an argument is written in a usage line: "FILE…" or "[QUERY]".
func argumentForm(t *terminal, argument *kong.Value) string {
	form := t.T("cli.placeholder." + argument.Name)
	if argument.IsSlice() && argument.Required {
		form += "…"
	}
	if !argument.Required {
		return "[" + form + "]"
	}
	return form
}

// flagForm is how a flag is written in a usage line: "-o FILE", "--layout list|cards|pocket" or "--json".
func flagForm(t *terminal, flag *kong.Flag) string {
	form := "--" + flag.Name
	if flag.Short != 0 {
		form = "-" + string(flag.Short)
	}
	switch {
	case flag.IsBool():
		return form
	case flag.Enum != "":
		return form + " " + strings.ReplaceAll(strings.Trim(flag.Enum, ","), ",", "|")
	}
	return form + " " + t.T("cli.placeholder."+flag.Name)
}

// alternatives are the flags of a verb that exclude each other.
func alternatives(t *terminal, node *kong.Node, group string) []string {
	var forms []string
	for _, flag := range node.Flags {
		if slices.Contains(flag.Xor, group) {
			forms = append(forms, flagForm(t, flag))
		}
	}
	return forms
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}
