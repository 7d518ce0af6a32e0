package app

// TodayView is a quiet look at the day. Event has the ID 0 where none is ahead.
type TodayView struct {
	Event   NextEvent      `json:"event"`
	Threads []ThreadAtHand `json:"threads"`
	Drawer  []PersonRow    `json:"drawer"`
}

// NextEvent is the event that comes next. When is "2006-01-02" or "2006-01-02 15:04".
type NextEvent struct {
	ID    int64  `json:"id"`
	Title string `json:"title"`
	When  string `json:"when"`
	Place string `json:"place"`
}

// ThreadAtHand is an open thread with the occasion that it fits, "today.why.<code>"; the code is "" for one that fits none.
type ThreadAtHand struct {
	Thread ThreadView `json:"thread"`
	Why    Reason     `json:"why"`
}

// MeView is the owner of the book. Person is 0 where nobody was named.
type MeView struct {
	Person        int64              `json:"person"`
	Code          CodeView           `json:"code"`
	Introductions []IntroductionView `json:"introductions"`
}

// CodeView is a QR code: Path draws it in the syntax of SVG over Size units; Size is 0 where there is none.
type CodeView struct {
	Size int    `json:"size"`
	Path string `json:"path"`
}

// IntroductionView is how one introduces oneself on one kind of occasion: in German and in English, in some ten seconds and in some
// thirty.
type IntroductionView struct {
	ID       int64  `json:"id"`
	Occasion string `json:"occasion"`
	ShortDE  string `json:"shortDe"`
	LongDE   string `json:"longDe"`
	ShortEN  string `json:"shortEn"`
	LongEN   string `json:"longEn"`
}

// SheetHead is what stands above the people of a sheet.
type SheetHead struct {
	Title        string   `json:"title"`
	Date         string   `json:"date"`
	Place        string   `json:"place"`
	Introduction string   `json:"introduction"`
	Questions    []string `json:"questions"`
}
