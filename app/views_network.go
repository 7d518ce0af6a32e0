package app

// Connection is how the other is connected with somebody: Kind says what the other is to them, as "connection.kind.<kind>" of
// the catalogue, and Word says it instead where it is not "". Closed says that no way leads over it.
type Connection struct {
	Person int64  `json:"person"`
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Word   string `json:"word"`
	Since  string `json:"since"`
	How    string `json:"how"`
	Note   string `json:"note"`
	Closed bool   `json:"closed"`
}

// ConnectionForm is what the dialog for a connection sends back.
type ConnectionForm struct {
	Kind   string `json:"kind"`
	Word   string `json:"word"`
	Since  string `json:"since"`
	How    string `json:"how"`
	Note   string `json:"note"`
	Closed bool   `json:"closed"`
}
