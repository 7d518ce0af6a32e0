package book

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"kaffeerunde/backend/store"
)

// readWholeLine reads what wholeLine wrote.
func readWholeLine(line []byte) ([]store.Column, error) {
	in := json.NewDecoder(bytes.NewReader(line))
	in.UseNumber()
	if first, err := in.Token(); err != nil || first != json.Delim('{') {
		return nil, fmt.Errorf("a line is no object: %w", errors.Join(err, errArchive))
	}
	var row []store.Column
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return nil, err
		}
		text, ok := name.(string)
		if !ok {
			return nil, errArchive
		}
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			return nil, err
		}
		value, err := wholeValue(raw)
		if err != nil {
			return nil, err
		}
		row = append(row, store.Column{Name: text, Value: value})
	}
	if _, err := in.Token(); err != nil {
		return nil, err
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return nil, errArchive
	}
	return row, nil
}

func wholeValue(raw json.RawMessage) (any, error) {
	switch raw[0] {
	case '{':
		in := json.NewDecoder(bytes.NewReader(raw))
		in.DisallowUnknownFields()
		var b wholeBytes
		if err := in.Decode(&b); err != nil {
			return nil, err
		}
		switch {
		case b.Text:
			return string(b.Base64), nil
		case b.Bytes != "":
			return []byte(b.Bytes), nil
		}
		return append([]byte{}, b.Base64...), nil
	case '[':
		var names []string
		if err := json.Unmarshal(raw, &names); err != nil {
			return nil, err
		}
		hashes := make([]store.Hash, len(names))
		for i, name := range names {
			var err error
			if hashes[i], err = store.ParseHash(name); err != nil {
				return nil, err
			}
		}
		return hashes, nil
	}
	in := json.NewDecoder(bytes.NewReader(raw))
	in.UseNumber()
	var value any
	if err := in.Decode(&value); err != nil {
		return nil, err
	}
	number, ok := value.(json.Number)
	if !ok {
		return value, nil
	}
	if whole, err := number.Int64(); err == nil {
		return whole, nil
	}
	return number.Float64()
}
