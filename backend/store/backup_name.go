package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"
)

const (
	// backupSuffix follows the path of a book in the name of the folder with its backups.
	backupSuffix = ".backups"
	backupEnding = ".db"
	// backupTime is how the time of a backup is written in its name, in UTC.
	backupTime = "2006-01-02T15-04-05Z"
	// reasonSchema is that of a backup from before the schema changed.
	reasonSchema = "schema"
)

// BackupFolder is where the backups of the book at path lie: beside it.
func BackupFolder(path string) string { return path + backupSuffix }

// MakeBackupFolder makes the folder for backups where there is none, for the owner only, and returns its path.
func MakeBackupFolder(path string) (string, error) {
	folder := BackupFolder(path)
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", fmt.Errorf("make a folder for backups: %w", fault(err))
	}
	return folder, nil
}

// BackupName is the name of a backup that is made at a time for a reason, which is a word of small letters.
func BackupName(at time.Time, reason string) string {
	return at.UTC().Format(backupTime) + "." + reason + backupEnding
}

// ParseBackupName reads what BackupName wrote, and reports whether it did.
func ParseBackupName(name string) (at time.Time, reason string, ok bool) {
	rest, isBook := strings.CutSuffix(name, backupEnding)
	stamp, reason, cut := strings.Cut(rest, ".")
	if !isBook || !cut || strings.Trim(reason, "abcdefghijklmnopqrstuvwxyz") != "" || reason == "" {
		return time.Time{}, "", false
	}
	at, err := time.Parse(backupTime, stamp)
	return at, reason, err == nil
}
