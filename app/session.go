package app

type session struct{ jobs *jobs }
