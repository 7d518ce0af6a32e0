package app

import (
	"context"
	"log/slog"
	"path/filepath"

	"kaffeerunde/backend/book"
)

// Shell is what the page asks of the program around it.
type Shell struct{ session *session }

// Start waits until the book is open and returns what the first frame needs. A book that cannot be opened is no error of
// the call: the view's Problem says why.
func (s *Shell) Start() (v StartView, err error) {
	defer rescue(&err)
	ctx, b, bookErr := s.session.library()
	v = StartView{
		Mac: onMac(), Version: s.session.version, Book: s.session.path,
		Language: s.session.locale("").Language(), Files: s.session.takeFiles(), Aside: s.session.takeAside(),
	}
	if bookErr != nil {
		v.Problem = problemView(bookErr)
		return v, nil
	}
	if err := describe(ctx, b, &v); err != nil {
		return v, err
	}
	v.Language = s.session.locale(v.Settings.Language).Language()
	s.session.theme(v.Settings.Theme)
	return v, nil
}

func describe(ctx context.Context, b *book.Book, v *StartView) error {
	settings, err := b.Settings(ctx)
	if err != nil {
		return err
	}
	v.Settings = settingsView(settings)
	if v.People, err = b.Count(ctx); err != nil {
		return err
	}
	v.SampleHere, err = b.HasSample(ctx)
	return err
}

// importPatterns are the files that an import takes. File dialogs tell capitals apart.
const importPatterns = "*.vcf;*.vcard;*.csv;*.tsv;*.xlsx;*.xlsm;*.zip;*.VCF;*.CSV;*.XLSX;*.ZIP"

// ChooseFiles asks for files of contacts; none when the dialog was closed.
func (s *Shell) ChooseFiles() (paths []string, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return list(paths), err
	}
	words := s.session.words(ctx, b)
	paths, err = s.session.desktop.chooseFiles(ctx, dialog{
		Title: words.T("dialog.import"), Kind: words.T("dialog.contacts"), Patterns: importPatterns,
	})
	return list(paths), err
}

// ChoosePhoto asks for a picture; "" when the dialog was closed.
func (s *Shell) ChoosePhoto() (path string, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return "", err
	}
	words := s.session.words(ctx, b)
	return s.session.desktop.chooseFile(ctx, dialog{
		Title: words.T("dialog.photo"), Kind: words.T("dialog.pictures"),
		Patterns: "*.jpg;*.jpeg;*.png;*.gif;*.webp;*.JPG;*.JPEG;*.PNG",
	})
}

// OpenLink hands a mail, telephone or https address to the system; others are refused.
func (s *Shell) OpenLink(address string) (err error) {
	defer rescue(&err)
	target, err := link(address)
	if err != nil {
		return err
	}
	return s.session.desktop.open(target)
}

// Copy puts text on the clipboard.
func (s *Shell) Copy(text string) (err error) {
	defer rescue(&err)
	ctx, _, err := s.session.library()
	if err != nil {
		return err
	}
	return s.session.pane.copy(ctx, text)
}

// OpenFile opens a file that this window wrote with the program the system has for it.
func (s *Shell) OpenFile(path string) (err error) {
	defer rescue(&err)
	if !s.session.wrote(path) {
		return errNotOurs
	}
	return s.session.desktop.open(path)
}

// ShowFile opens the folder of the book, or of a file that this window wrote.
func (s *Shell) ShowFile(path string) (err error) {
	defer rescue(&err)
	if path != s.session.path && !s.session.wrote(path) {
		return errNotOurs
	}
	return s.session.desktop.show(path)
}

// Leave closes the window: what was written is saved or given up.
func (s *Shell) Leave() (err error) {
	defer rescue(&err)
	s.session.leave()
	return nil
}

// Stay tells that the page asks the person what is to become of what they wrote, and that the window stays until then.
func (s *Shell) Stay() (err error) {
	defer rescue(&err)
	s.session.stay()
	return nil
}

// Report logs that the page met an error nobody caught. The message may quote what is on the screen, so only its length and
// its first word, the name of the error, are kept.
func (s *Shell) Report(message string) (err error) {
	defer rescue(&err)
	slog.Error("the page met an error", "kind", errorName(message), "length", len(message))
	return nil
}

// wrote tells whether the path is a file that this window wrote. The page cannot have anything else opened.
func (s *session) wrote(path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.written[filepath.Clean(path)]
}

func (s *session) remember(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written[filepath.Clean(path)] = true
}

// errorName returns the leading name of a JavaScript error ("TypeError"), "Error" when there is none.
func errorName(message string) string {
	for i, r := range message {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if r == ':' && i > 0 {
			return message[:i]
		}
		if !letter {
			break
		}
	}
	return "Error"
}
