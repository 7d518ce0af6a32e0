package app

import (
	"kaffeerunde/backend/contact"
)

// Me serves the owner of the book: their card as a code, and how they introduce themselves.
type Me struct{ session *session }

// Read returns who one is and how one introduces oneself.
func (m *Me) Read() (v MeView, err error) {
	defer rescue(&err)
	v.Introductions = []IntroductionView{}
	ctx, b, err := m.session.library()
	if err != nil {
		return v, err
	}
	id, err := b.Me(ctx)
	if err != nil {
		return v, err
	}
	code, err := b.MyCode(ctx)
	if err != nil {
		return v, err
	}
	introductions, err := b.Introductions(ctx)
	v.Person, v.Code, v.Introductions = int64(id), CodeView(code), each(introductions, introductionView)
	return v, err
}

// Introduce writes an introduction down, or changes the one of its id.
func (m *Me) Introduce(f IntroductionView) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := m.session.library()
	if err != nil {
		return v, err
	}
	_, change, err := b.SaveIntroduction(ctx, contact.Introduction(f))
	return m.session.changed(change, err)
}

// DropIntroduction deletes an introduction.
func (m *Me) DropIntroduction(id int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := m.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.DeleteIntroduction(ctx, id)
	return m.session.changed(change, err)
}

func introductionView(i contact.Introduction) IntroductionView { return IntroductionView(i) }
