package guestlist

import (
	"strings"
	"unicode"
)

// plain returns a word as the vocabularies write it: lower case, umlauts written out, other marks off, letters only.
func plain(word string) string {
	lower := true
	for i := range len(word) {
		lower = lower && 'a' <= word[i] && word[i] <= 'z'
	}
	if lower {
		return word
	}
	var out strings.Builder
	out.Grow(len(word) + 4)
	for _, r := range word {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z':
			out.WriteRune(r)
		case unicode.IsLetter(r):
			if latin, ok := letters[r]; ok {
				out.WriteString(latin)
			} else {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

var letters = map[rune]string{
	'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'á': "a", 'à': "a", 'â': "a", 'ã': "a", 'å': "a", 'ą': "a", 'ç': "c", 'č': "c", 'ć': "c", 'é': "e", 'è': "e", 'ê': "e", 'ë': "e",
	'ę': "e", 'ě': "e", 'í': "i", 'ì': "i", 'î': "i", 'ï': "i", 'ı': "i", 'ł': "l", 'ñ': "n", 'ń': "n", 'ó': "o", 'ò': "o", 'ô': "o", 'õ': "o", 'ø': "o", 'ř': "r", 'š': "s", 'ś': "s", 'ş': "s",
	'ú': "u", 'ù': "u", 'û': "u", 'ů': "u", 'ý': "y", 'ž': "z", 'ź': "z", 'ż': "z", 'ğ': "g", 'ő': "oe", 'ű': "ue", '\u0307': "",
}

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[plain(word)] = true
	}
	return all
}

// The vocabularies. A word that can be somebody's name is in none of those that speak against a name.
var (
	salutations = set("herr herrn hr frau fr mr mrs ms miss mx mister madame mme monsieur senor senora signor signora familie ehepaar")
	titles      = set(`dr prof professor professorin doktor dipl ing diplom mag magister univ hon habil pd priv doz privatdozent privatdozentin dozent med phil rer nat jur oec pol theol iur hc
		sir dame lord lady rabbi pfarrer pfarrerin pastor pastorin freiherr freifrau graf graefin baron baronin prinz prinzessin inform kfm paed psych arch lt col gen capt rev hrsg dipling drmed dring drphil drjur drrernat dres drs profdr`)
	suffixes  = set("jun jr junior sen sr senior ii iii iv mba phd md esq ma ba msc bsc mph llm llb cpa pmp meng beng edd dds ma bed obe mbe cbe ret ad dphil lic")
	particles = set(`von vom van vander vanden der den de del della dello dalla di da do dos das du des la le las los el al ul as ter ten te op auf zu zum zur und y e bin ibn bint abu ben af av of mac mc san santa st`)
	// joining stand within a family name only, so that the word before them is a given name.
	leading = set("von vom van vander vanden de del della dello dalla di da do dos das du des la le ter ten zu zum zur bin ibn bint abu af av al el ad ash op")

	legal         = set(`gmbh ggmbh mbh ag kg ohg ug gbr kgaa ev eg ek ltd limited inc llc llp plc corp corporation sarl sas srl spa bv nv oy oyj aps kft zrt sro doo spzoo gesmbh stiftung foundation`)
	organisations = set(`universitaet uni university universite universidad hochschule fachhochschule fh th tu akademie academy college institut institute institution schule gymnasium school kindergarten kita verein
		verband bund kammer ihk handwerkskammer gewerkschaft partei fraktion verlag bank sparkasse volksbank versicherung versicherungen kasse praxis klinik klinikum krankenhaus hospital kanzlei apotheke labor labs lab
		werkstatt werk werke stadtwerke agentur agency consulting beratung consultants consultancy group gruppe holding solutions systems technologies technology tech software digital media medien
		studio studios atelier museum theater theatre oper buehne galerie gallery bibliothek archiv archive amt landesamt bundesamt ministerium behoerde stadt gemeinde landkreis bezirksamt senat bezirk kirche kirchengemeinde
		kollektiv collective netzwerk network initiative genossenschaft redaktion zeitung magazin radio fernsehen sender trust design architekten partners services service management marketing logistik
		hotel restaurant cafe buchhandlung librairie bookshop import export handel industrie industries energie energy solar bau immobilien gaertnerei hof kueche chor orchester
		society association union club haus house zentrum center centre office buero company firma unternehmen ventures capital partner analytics data cloud international global europe deutschland
		freie unabhaengige kontor manufaktur brauerei baeckerei tischlerei druckerei spedition reederei`)
	roles = set(`geschaeftsfuehrer geschaeftsfuehrerin geschaeftsfuehrung ceo cto cfo coo cmo cio cpo chro founder cofounder gruender gruenderin mitgruender mitgruenderin inhaber inhaberin owner leiter leiterin leitung
		abteilungsleiter abteilungsleiterin teamleiter teamleiterin projektleiter projektleiterin projektleitung bereichsleiter bereichsleiterin manager managerin head director direktor direktorin chief vice president
		vorstand vorstaendin vorsitzende vorsitzender chair vorstandsmitglied prokurist prokuristin berater beraterin consultant coach coachin trainer trainerin moderator moderatorin facilitator referent referentin
		redakteur redakteurin journalist journalistin autor autorin writer editor arzt aerztin doctor lehrer lehrerin teacher student studentin researcher wissenschaftler wissenschaftlerin forscher forscherin
		mitarbeiter mitarbeiterin assistent assistentin assistenz assistant sekretariat engineer ingenieur ingenieurin designer designerin developer entwickler entwicklerin architekt architektin programmer analyst
		producer regisseur regisseurin dramaturgin dramaturg schauspieler schauspielerin musiker musikerin kuenstler kuenstlerin artist illustratorin illustrator fotograf fotografin photographer
		anwalt anwaeltin rechtsanwalt rechtsanwaeltin lawyer steuerberater steuerberaterin notar notarin buergermeister buergermeisterin stadtrat stadtraetin minister ministerin staatssekretaer staatssekretaerin
		mdb mdl abgeordnete abgeordneter sprecher sprecherin speaker host gast guest freelancer freiberufler freiberuflerin selbststaendig selbstaendig executive officer lead senior junior sales product
		tischlermeister elektriker koch koechin uebersetzer uebersetzerin archivar archivarin bibliothekar bibliothekarin toningenieur cutter lotse kassenwart chorleiter chorleiterin klavierstimmerin dozent dozentin
		libraire volontaer volontaerin praktikant praktikantin azubi werkstudent werkstudentin pressesprecher pressesprecherin koordinator koordinatorin coordinator specialist`)

	// givens are given names, to tell a column of them, or which of two words is one.
	givens = set(`
		anna maria marie sophie sofie lena laura julia lea lara lisa katharina sarah sara johanna jana nina eva emma mia hannah hanna clara klara paula charlotte amelie luisa louisa nele ida frieda greta mathilda
		susanne sabine petra monika claudia andrea birgit ute heike anja tanja silke kerstin stefanie stephanie nicole melanie sandra katja katrin kathrin karin christine christina christiane barbara ursula renate helga
		ingrid gisela brigitte elke angelika gabriele ulrike martina daniela simone michaela anke antje britta dagmar doris elisabeth elfriede erika franziska friederike gudrun hannelore heidi henriette hilde ilse inge
		irene jutta konstanze lieselotte magdalena magda margarete marlene marion nadine natalie philippa ragnhild regina rita rosa ruth sibylle sigrid silvia svenja theresa verena vera veronika viola wiebke yvonne adelheid
		peter michael thomas andreas stefan stephan christian martin markus matthias frank klaus uwe juergen wolfgang bernd dieter manfred hans heinz karl karlheinz werner walter guenter guenther gerhard horst helmut
		alexander sebastian daniel tobias florian jan tim tom lukas lucas felix jonas leon paul max maximilian moritz julian niklas nico philipp philip simon david benjamin fabian marcel patrick dominik jens joerg kai
		lars malte nils niels ole olaf oliver ralf ralph rainer reiner roland ruben rudolf sven stephane torsten thorsten torben timo udo ulrich veit volker wilhelm joachim johannes josef jakob jacob konrad kurt leo leopold
		ludwig marco mario martin norbert oskar otto benedikt bjoern bjoernole carsten karsten dirk eberhard eckhard egon emil erich ernst erwin eugen fiete fridolin friedrich fritz georg gustav hartmut harald hendrik
		henrik herbert hermann holger hubert ingo anton arne arthur axel armin alfred albert adam
		john james robert william mary patricia jennifer linda elizabeth susan jessica karen nancy margaret harriet temi calvin claire emily olivia george charles joseph richard edward henry jack harry oscar
		kevin brian steven anthony mark donald kenneth fergus siobhan liam noah
		jean pierre jacques michel philippe francois francoise isabelle sylvie nathalie celine etienne maelle amelie noor joris pieter piet sander femke anouk kees
		jose juan carlos luis miguel pedro antonio ines carmen dolores pilar lucia joao paulo tiago giulia giovanni luca matteo francesca chiara paolo
		mehmet mustafa ahmet ali hasan hueseyin huseyin ibrahim ilker murat emre can cem kemal osman yusuf ayse fatma emine hatice zeynep elif selin cigdem guelay gulay isil cagri goekhan gokhan nur sevgi deniz
		mohammed muhammad mohamed ahmed omar khaled khalid hassan hussein youssef layan layla leila fatima aisha amina samir karim tarek nadia rania
		wojciech piotr pawel krzysztof agnieszka katarzyna malgorzata ewa joanna tomasz lukasz jakub zofia kasia gosia kamil marek
		ildiko zoltan istvan laszlo gabor attila erzsebet katalin zsuzsanna tamas balazs ferenc miklos eszter agnes reka
		jiri hana jana pavel ondrej vaclav tereza lenka petr radek
		ivan sergej sergey sergei dmitri dmitry olga natalia natalya svetlana tatjana tatiana vladimir igor oleg yuri juri boris ekaterina jelena elena irina anastasia oleksandr olena
		eleni giorgos georgios dimitris nikos konstantinos ioannis maria sofia
		minh hoa lan linh thao kwame kofi ama abena chidi ngozi signe astrid freja mette soren soeren rasmus lior noam`)
	// familiesFirst are family names of countries where they stand first, in their Latin spelling; none of them is a given name.
	familiesFirst = set("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng cao peng zeng xiao pan yuan cai jiang lu shen wei ye du su ding ren fan fang shi yao liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng wan duan qian yin ouyang nguyen tran pham vo vu dang bui ngo duong park choi jung kang cho yoon lim")

	headings = set("teilnehmerliste gaesteliste teilnehmer gaeste teilnehmende teilnehmerinnen anmeldungen anmeldeliste participants attendees guests guestlist attendee participant stand anwesenheitsliste namensliste einladungsliste referenten speakers gesamt total")
)
