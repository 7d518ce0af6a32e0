package contact

// Draft is everything a person edits of somebody. Name may be empty: it is then made of N. A Value, Address, Date, Topic or
// Position with an Index edits that content line, with NewLine it adds one; a line of these kinds that is not mentioned is
// removed. All else of the card stays as it is.
type Draft struct {
	Name                            string
	N                               Name
	Nicknames                       []string
	Organisation, Unit, Title, Role string
	Since, Until                    string
	Further                         []Position
	Topics                          []Topic
	Phones, Emails, Links           []Value
	Messengers                      []Value
	Addresses                       []Address
	Dates                           []Date
	Notes                           []string
	Tags                            []string
}

// Draft returns what an unchanged edit of the person would send.
func (p Person) Draft() Draft {
	d := Draft{
		Name: p.Name, N: p.N, Nicknames: p.Nicknames,
		Organisation: p.Organisation, Unit: p.Unit, Title: p.Title, Role: p.Role, Since: p.Since, Until: p.Until,
		Further: p.Further, Topics: p.Topics,
		Phones: p.Phones, Emails: p.Emails, Links: p.Links, Messengers: p.Messengers,
		Addresses: p.Addresses, Dates: p.Dates, Notes: p.Notes, Tags: p.Tags,
	}
	if p.Derived {
		d.Name = ""
	}
	return d
}
