package app

import "kaffeerunde/backend/book"

func importPreview(id string, p *book.Preview) ImportPreview {
	files := p.Files()
	v := ImportPreview{ID: id, Files: each(files, importFile), Changed: p.Changed(), Plan: importPlan(p.Plan())}
	for _, f := range files {
		v.Cards += f.Cards
		v.New += f.New
		v.Same += f.Same
		v.Similar += f.Similar
		v.Unreadable += f.Unreadable
		v.Repairs += f.Repairs
		v.Lines.Total += f.Lines.Total
		v.Lines.Shown += f.Lines.Shown
		v.Lines.Kept += f.Lines.Kept
		v.Lines.Unreadable += f.Lines.Unreadable
	}
	return v
}

func importPlan(p book.Plan) ImportPlan {
	return ImportPlan{Add: p.Add, Merge: p.Merge, Skip: p.Skip, Later: p.Later}
}

func importFile(f book.FileSummary) ImportFile {
	v := ImportFile{
		Name: f.Name, Path: f.Path, Bytes: f.Bytes, Cards: f.Cards, Encoding: f.Encoding, Guessed: f.Guessed,
		Versions: list(f.Versions), Producer: f.Producer, Repairs: f.Repairs,
		Table: TableKnowledge(f.Table), Layout: f.Layout, KeptColumns: list(f.KeptColumns),
		Groups: each(f.Groups, func(g book.GroupSummary) ImportGroup {
			return ImportGroup{Name: g.Name, Members: g.Members, Joined: g.Joined, Missing: list(g.Missing)}
		}),
	}
	if f.Problem != nil {
		v.Problem = &Problem{Code: f.Problem.Code, Args: arguments(f.Problem.Args)}
	}
	return v
}

func importRow(r book.Row) ImportRow {
	v := ImportRow{
		Index: r.Index, File: r.File, Card: r.Card, Line: r.Line, Name: r.Name, Detail: r.Detail, Changed: r.Changed,
		Organisation: r.Organisation,
		Reasons: each(r.Reasons, func(r book.Reason) Reason {
			return Reason{Code: r.Code, Args: arguments(r.Args)}
		}),
		Decision: Decision(r.Decision),
	}
	if r.Match != nil {
		match := personRow(*r.Match)
		v.Match = &match
	}
	if r.Twin != nil {
		v.Twin = &TwinView{Name: r.Twin.Name, File: r.Twin.File, Card: r.Twin.Card, Line: r.Twin.Line}
	}
	return v
}

func receiptView(r book.Receipt) ReceiptView {
	return ReceiptView{
		Operation: r.Operation, At: moment(r.At), Files: each(r.Files, importFile),
		Cards: r.Cards, Added: r.Added, Merged: r.Merged, Skipped: r.Skipped, Later: r.Later,
		Undecided: r.Undecided, Unreadable: r.Unreadable, Lines: lines(r.Lines), Repairs: r.Repairs,
		Undone: r.Undone, Sample: r.Sample, StandsOn: r.StandsOn,
	}
}

func repairRow(f book.Finding) RepairRow {
	return RepairRow{File: f.File, Card: f.Card, Line: f.Line, Reason: f.Reason, Text: f.Text, Made: f.Made}
}

func lines(l book.Lines) Lines {
	return Lines{Total: l.Total, Shown: l.Shown, Kept: l.Kept, Unreadable: l.Unreadable}
}
