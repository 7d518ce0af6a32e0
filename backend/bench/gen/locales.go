package main

import "strings"

type locale struct {
	weight        int
	given, family []string
	ascii         [2][]string // for e-mail addresses; nil: fold the names
	cities        []string
	streets       []string
	country, cc   string
	orgs          []string
	notes         []string
	eastern       bool
}

func words(s string) []string { return strings.Fields(s) }
func lines(s string) []string { return strings.Split(s, "|") }

var locales = []locale{
	{weight: 34, country: "Deutschland", cc: "+49",
		given:   words("Jörg Anna Lukas Maria Jürgen Käthe Björn Sören Günther Ursula Stefan Petra Thomas Sabine Michael Monika Andreas Claudia Wolfgang Heike Leon Mia Noah Emma Paul Hannah Felix Lena Jonas Lea Maximilian Sophie Özlem Mehmet Ayşe Tobias Julia Matthias Katharina Florian Theresa Jan Antje Uwe Silke Ralf Birgit Dirk Anke Moritz"),
		family:  words("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Pohl Engel Horn Busch Bergmann Voigt Sauer Arnold Wolff Pfeiffer Yılmaz Öztürk Çelik"),
		cities:  words("Berlin München Köln Düsseldorf Hamburg Nürnberg Saarbrücken Göttingen Lübeck Würzburg"),
		streets: words("Hauptstraße Schloßallee Bahnhofstraße Gartenweg Lindenstraße Königstraße Mühlgasse Bergstraße"),
		orgs:    lines("Bäckerei Grün GmbH|Stadtwerke Köln|Universität Göttingen|Schäfer & Söhne KG|Musikverein e.V.|Nordlicht Software AG"),
		notes:   lines("Kennt Anna vom Chor, mag Käse|Bitte nur abends anrufen; tagsüber im Büro|Treffen beim Sommerfest 2023, Nachbarin von Familie Weiß")},
	{weight: 30, country: "United States", cc: "+1",
		given:   words("James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie"),
		family:  words("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers O'Brien McDonald"),
		cities:  lines("New York|Chicago|Portland|Austin|Boston|San Francisco|Denver|Seattle"),
		streets: lines("Main St|Oak Avenue|Maple Dr|2nd Street|Park Blvd|Sunset Rd"),
		orgs:    lines("Acme, Inc.|Blue River Media|City of Portland|Parker & Hall LLP|Open Door Community Center"),
		notes:   lines("Met at the 2022 conference, works on maps|Allergic to peanuts; brings guitar|Ask about the book club\nBirthday party in June")},
	{weight: 10, country: "France", cc: "+33",
		given:   words("Jean Hélène François Chloé Zoé Léa Théo Élodie Benoît Céline Jérôme Aurélie Loïc Anaïs Rémi Noémie Luc Inès Hugo Margaux"),
		family:  words("Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel García Besançon Gérard André Mercier Dupont Lambert Bonnet François Léger Legrand Fournier Girard Roux Vincent Müller"),
		cities:  words("Paris Lyon Nîmes Orléans Besançon Béziers"),
		streets: lines("rue de l'Église|avenue Foch|place de la République|rue Molière"),
		orgs:    lines("Café de la Gare|Société Générale|Mairie de Nîmes"),
		notes:   lines("Amie de Zoé, végétarienne|À rappeler après l'été")},
	{weight: 8, country: "Polska", cc: "+48",
		given:   words("Łukasz Małgorzata Paweł Agnieszka Michał Świętosława Grzegorz Żaneta Jakub Zofia Stanisław Bożena"),
		family:  words("Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Król"),
		cities:  words("Kraków Łódź Gdańsk Poznań"),
		streets: lines("ul. Długa|ul. Święty Marcin|al. Jerozolimskie"),
		orgs:    lines("Piekarnia Żyto|Politechnika Łódzka"),
		notes:   lines("Zna Pawła z uczelni|Prosić o zdjęcia z wesela")},
	{weight: 8, country: "中国", cc: "+86", eastern: true,
		given:   words("伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 子涵 浩然"),
		family:  words("王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 欧阳 司马"),
		ascii:   [2][]string{words("wei fang na min jing li qiang lei jun yang yong jie tao ming chao"), words("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo")},
		cities:  words("北京市 上海市 广州市 深圳市 杭州市"),
		streets: words("长安街 南京路 中山路 人民路"),
		orgs:    lines("华为技术有限公司|北京大学|阳光书店"),
		notes:   lines("大学同学，喜欢摄影|周末一起打羽毛球")},
	{weight: 3, country: "日本", cc: "+81", eastern: true,
		given:   words("翔太 美咲 健一 陽子 大輔 さくら 拓也 恵子 直樹 由美"),
		family:  words("佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田"),
		ascii:   [2][]string{words("shota misaki kenichi yoko daisuke sakura takuya keiko naoki yumi"), words("sato suzuki takahashi tanaka ito watanabe yamamoto nakamura")},
		cities:  words("東京都 大阪市 京都市"),
		streets: words("銀座 梅田 河原町"),
		orgs:    lines("株式会社さくら|京都大学"),
		notes:   lines("合唱団のメンバー|花見に招待する")},
	{weight: 5, country: "مصر", cc: "+20",
		given:   words("محمد أحمد فاطمة عائشة علي حسن مريم زينب عمر خالد نور ليلى يوسف سارة إبراهيم"),
		family:  words("الحسن المصري العلي حداد خوري نجار الشامي منصور صالح عبدالله حمدان قاسم"),
		ascii:   [2][]string{words("mohamed ahmed fatima aisha ali hassan mariam omar khaled nour layla youssef sara"), words("hassan masri haddad khoury najjar shami mansour saleh hamdan qasim")},
		cities:  words("القاهرة الإسكندرية الجيزة"),
		streets: lines("شارع التحرير|شارع الهرم"),
		orgs:    lines("جامعة القاهرة|مكتبة النور"),
		notes:   lines("صديق من الجامعة|يحب القهوة والكتب")},
	{weight: 2, country: "Россия", cc: "+7",
		given:   words("Анна Иван Ольга Сергей Наталья Дмитрий Елена Алексей"),
		family:  words("Иванов Смирнов Кузнецов Попов Васильев Петров Соколов"),
		ascii:   [2][]string{words("anna ivan olga sergey natalya dmitry elena"), words("ivanov smirnov kuznetsov popov petrov sokolov")},
		cities:  words("Москва Казань"),
		streets: lines("ул. Ленина|Невский проспект"),
		orgs:    lines("Книжный дом"),
		notes:   lines("Познакомились в поезде")},
}

var (
	categories = words("Family Friends Work Choir Neighbours Football Wedding School Vendor Volunteer VIP Press")
	titles     = lines("Teacher|Software Engineer|Nurse|Photographer|Head of Sales|Volunteer|Ärztin|Caterer")
	domains    = words("gmail.com gmx.de web.de outlook.com icloud.com yahoo.fr example.org posteo.de")
	telKinds   = words("CELL CELL CELL HOME WORK")
	fold       = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "è", "e", "ë", "e", "ê", "e",
		"á", "a", "í", "i", "ï", "i", "î", "i", "ç", "c", "ş", "s", "ı", "i", "ł", "l", "ś", "s", "ż", "z", "ź", "z",
		"ń", "n", "ó", "o", "ą", "a", "ę", "e", "ć", "c", "'", "", " ", "")
)
