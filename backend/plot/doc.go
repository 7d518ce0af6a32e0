// Package plot draws a picture of a network into a file: as SVG, in which every name is text that can be searched, or as PNG.
// Both draw the same scene, which is composed once: where the nodes are, which names have room, what the colours mean. Names
// are measured and drawn in the fonts of the contact sheet, so every script that this prints is drawn here too.
package plot
