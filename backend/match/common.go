package match

import (
	"strings"
	"sync"
)

// common are frequent names, most of them one letter from another frequent one: two of them that differ are two names, and
// none of them is a slip of the finger. They are written as words spells them, and as they sound.
var common = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, name := range words(`
		Müller Möller Miller Mueller Moller Schmidt Schmitz Schmitt Schmid Schneider Schreiber Fischer Weber Wagner Becker Beck Berger Berg Bergmann
		Schulz Schulze Scholz Schultz Hoffmann Hofmann Hofer Huber Hübner Hubner Bauer Baumann Braun Brand Brandt Brandes Kaiser Keiser Keller Kellner
		Koch Kock Koller Köhler Kohler Krause Kraus Krauss Kramer Krämer Kremer Lang Lange Langer Lehmann Lohmann Hartmann Hartwig Hermann Herrmann
		Jansen Janssen Hansen Jensen Hensen Johansen Petersen Pedersen Peters Peter Larsen Larsson Karlsson Carlsson Olsen Olsson Nielsen Nilsen Nilsson
		Vogel Vogler Vogt Voigt Winter Winkler Wolf Wolff Wulff Walter Walther Werner Weiss Weise Wiese Winkel Roth Rode Rohde Richter Ritter Reuter Reiter
		Sommer Simon Stein Steiner Stern Seidel Seidler Sauer Maurer Mauer Maier Meier Mayer Meyer Meister Meissner Neumann Naumann Neubauer Otto
		Pohl Pfeiffer Pfeifer Arnold Albers Elbers Albert Alber Busch Bush Böhm Bohm Bohn Bach Bauch Buch Dietrich Dietz Ernst Engel Engels Franke Frank
		Friedrich Fuchs Graf Gross Groß Günther Haas Hahn Hein Heine Heinz Heinze Horn Jung Junge Kern Kunz Kuntz Kunze Kurz Lorenz Ludwig Martin Marten
		Martens Marx Merz Nowak Novak Paul Pauli Sander Sanders Schäfer Schaefer Schubert Schumacher Schuster Schwarz Thomas Thoma Ziegler Zimmer
		Zimmermann Adams Adam Kowalski Kowalczyk Kowal Lewandowski Demir Demirci Kaya Kara Yilmaz Yildiz Yildirim Sahin Celik Aydin Arslan Aslan Dogan
		Anna Hanna Hannah Johanna Joanna Jana Jan Jane Jonas Johannes Karin Katrin Kathrin Kerstin Kirsten Christian Christine Christina Christiane Kristina
		Martin Marvin Martina Marina Marie Maria Mario Marius Markus Marco Marc Lena Lene Lina Nina Tina Nora Laura Lara Lars Clara Klara Carla Karla
		Julia Julian Juliane Juliana Stefan Stefanie Stefania Daniel Daniela Danielle Michael Michaela Michelle Andrea Andreas Andre Simon Simone Simona
		Petra Peter Helga Helge Olga Inge Inga Ines Iris Tanja Tonja Sonja Sven Svenja Timo Tim Tom Tobias Thomas Mehmet Metin Murat Mustafa Yunus Yusuf Emre Emine
		Hassan Hussein Karim Khalid Khaled Samir Samira Amir Amira Farida Fatima Farid Hamid Hamad Ahmed Ahmad`) {
		all[name], all[spoken(name)] = true, true
	}
	return all
})

// mistyped tells whether one of two words may be a slip for the other.
func mistyped(v, w string, least int) bool {
	return slip(v, w, least) && !(common()[v] && common()[w])
}

// moreForms are what people are called at home, and how names are spelled in the Latin of several languages.
var moreForms = strings.TrimSpace(`
	mohammed muhammad mohamed mohammad muhammed mohamad muhamed mohamet
	ahmed ahmad achmed
	hussein hossein husain hussain hossain husayn husein
	hassan hasan hassen
	yusuf yousef youssef yousuf yussuf jussuf
	fatima fatma fatimah fatemeh
	khaled khalid chalid chaled
	jamal gamal djamal dschamal
	said saeed saied sayed
	abdullah abdallah abdulla
	abdulrahman abdelrahman abdurrahman abderrahman
	ibrahim ebrahim brahim
	omar umar omer
	othman osman uthman
	aisha ayesha aischa aicha aysha
	leila layla laila leyla
	noor nour nur
	sergej sergey sergei serge
	alexander aleksandr aleksander oleksandr sasha sascha
	dmitri dmitry dimitri dmitriy dmytro dima
	yuri juri yury iouri
	mikhail michail mischa misha
	nikolai nikolaj nikolay kolja
	vladimir wladimir wolodymyr volodymyr wolodja
	tatjana tatiana tanja tanya
	natalja natalia nataliya natascha natasha
	olga olha
	maria mariya marija mascha masha
	malgorzata gosia malgosia
	katarzyna kasia
	agnieszka aga agnes
	wojciech wojtek
	krzysztof krzysiek christoph
	aleksandra ola
	barbara basia
	joanna asia
	anna ania anja anya
	magdalena magda
	tomasz tomek thomas
	piotr piotrek peter
	pawel paul
	jan janek
	jose pepe
	francisco paco pancho
	ignacio nacho
	guadalupe lupe
	stefanie stephanie steffi steffie
	manuela manu
	manuel manu
	gerhard gerd gert
	wolfgang wolf
	reinhard reiner reinhold
	karl carl charly kalle
	ulrich uli ulli
	ulrike uli ulli
	martina tina
	christina tina
	bettina tina betty
	angelika geli
	veronika vroni
	theresa resi therese
	regina gina
	antonia toni
	anton toni tony
	jakob jacob
	klara clara
	katharina katharine catharina
	philipp philip phillip
	mustafa moustafa mostafa
	zoltan zoli
	laszlo laci
	istvan pista stefan
	erzsebet erzsi elisabeth`)
