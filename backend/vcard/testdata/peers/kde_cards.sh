# Builds kde_cards.cpp and lets it print what KContacts reads in the vCard file that is named. "probe" only looks whether
# that can be built.
set -e
flags=$(pkg-config --cflags --libs Qt5Core Qt5Gui)
headers="-I/usr/include/KF5/KContacts -I/usr/include/KF5/KCoreAddons -I/usr/include/KF5/KConfig"
if [ "$1" = probe ]; then
  test -e /usr/include/KF5/KContacts/kcontacts/vcardconverter.h
  exec g++ --version
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
g++ -fPIC $headers -o "$folder/kde" "$(dirname "$0")/kde_cards.cpp" -lKF5Contacts $flags
"$folder/kde" "$1"
