package app

import "kaffeerunde/backend/book"

// History serves what was done, and takes it back.
type History struct{ session *session }

// List returns a stretch of the history, the newest first.
func (h *History) List(offset, limit int) (v OperationPage, err error) {
	defer rescue(&err)
	v = OperationPage{Offset: offset, Items: []OperationView{}}
	ctx, b, err := h.session.library()
	if err != nil {
		return v, err
	}
	page, err := b.History(ctx, offset, limit)
	v.Total, v.CanUndo, v.CanRedo = page.Total, page.CanUndo, page.CanRedo
	v.Items = each(page.Items, operationView)
	return v, err
}

// Undo takes back an operation, 0 the newest, with the later ones that stand on it, and returns them, the newest first.
func (h *History) Undo(operation int64) (v []OperationView, err error) {
	defer rescue(&err)
	ctx, b, err := h.session.library()
	if err != nil {
		return list(v), err
	}
	return h.session.operations(b.Undo(ctx, operation))
}

// Redo does what the newest undo took back again.
func (h *History) Redo() (v []OperationView, err error) {
	defer rescue(&err)
	ctx, b, err := h.session.library()
	if err != nil {
		return list(v), err
	}
	return h.session.operations(b.Redo(ctx))
}

// Read returns what an operation changed, and which later ones an undo of it takes along.
func (h *History) Read(operation int64) (v OperationDetail, err error) {
	defer rescue(&err)
	ctx, b, err := h.session.library()
	if err != nil {
		return operationDetail(book.OperationDetail{}), err
	}
	d, err := b.OperationDetail(ctx, operation)
	return operationDetail(d), err
}
