/** Given names of one origin, a name a line; after `|` their short and fond forms. Latin, Cyrillic, Arabic and Hebrew letters. */
export const givenNames = `
alexander aleksandr oleksandr aliaksandr alexandre alessandro alejandro aleksander alexandros sandor aleksandar iskandar iskander skandar aleksandre александр олександр аляксандр александар اسكندر اسكندار الكسندر אלכסנדר | sasha sashko sania shura alex sandro sander lesha xander alik саша сашко саня шура алик сашка алекс олесь oles ales алесь
alexandra aleksandra oleksandra alessandra alejandra александра олександра аляксандра | sasha sandra shura lesia саша саня шура леся sashka
alexei alexey aleksei aleksey oleksii oleksiy aliaksei alexis alexius алексей олексій аляксей алексій | lyosha lesha liosha alyosha alexeika oleksa lioha леша алеша лешка леха олекса льоша лёша alik
nikolai nikolay nikolaj mykola mikalai mikola nicholas nicolas nikolaos nikola nicola niccolo nikolaus mikolaj mikulas miklos nikoloz нікалай николай микола мікалай миколай никола نيقولا نقولا نيكولا ניקולאי | kolya kolia kolka nick nicky klaus niko nikos nico коля мыкола микольця никос
vladimir volodymyr uladzimir wladimir vladimiro wlodzimierz vladimer владимир володимир уладзімір | volodya volodia vova vovka vovan vlad vladik володя вова вовка влад
vladislav vladyslav uladzislau wladyslaw ladislav laszlo владислав уладзіслаў | vlad vladik slava влад владик слава
mikhail mykhailo mihail michael michel miguel michele mikael mihai mihailo michal mikheil mikayel mikhael mikail mikhailo mixail михаил михайло міхаіл михаило ميخائيل ميكائيل מיכאל | misha mishka mike mick mickey micky mishko mihas михась миша мишка мишко mikha
ivan john jan johann johannes giovanni juan jean joao ioan ioannis ivane hovhannes hovanes yohannes yohanan yahya sean ian iwan jovan johan hans janos иван іван ян иоанн ованес йован يحيى يوحنا حنا יוחנן | vanya vania vanka ivas johnny jack jock giannis yannis yanis hansi ivo ваня ванька янис иво
petr petro piotr pyotr peter pierre pedro pietro petrus petros petar boutros butros botros pjotr piatro petre bedros пётр петр петро пятро петар بطرس بيتر פיוטר פטר | petya petia pete petrik petrus петя петька петрик
pavel pavlo paul pablo paolo paulo paval pawel paulus pavlos boulos bulos pal павел павло павал بولس بول פבל פאול | pasha pavlik pashka паша павлик пашка
sergei sergey serhii serhiy sergiy siarhei sergio serge sergius sergiusz sarkis sergej сергей сергій сяргей سيرجي سركيس סרגיי | seryozha seryoga serezha serhiyko серёжа сережа серега сергійко
andrei andrey andrii andriy andrew andre andreas andrzej andres andrea andrej anders andras andranik андрей андрій андрэй андреј اندراوس اندريه אנדריי | andriusha andriy andy drew андрюша андрійко дюша
dmitry dmitri dmitrii dmytro dzmitry dimitri dimitrios dimitris dimitar dmitar demetrios demetrius дмитрий дмитро дзмітрый зміцер димитрий zmitser | dima mitya dimka dimitro mitia jim дима митя димон дімка
yuri yury yurii yuriy iurii jurij yurij jerzy juri юрий юрій يوري יורי | yura yurko yurka gosha юра юрко гоша юрась
georgy georgii heorhii george georg georges jorge giorgio georgios giorgi gheorghe gevorg kevork jerzy jiri juraj gyorgy georgi georgiy jurgen георгий георгій гиорги джордж геворг جورج جرجس جرجي ג׳ורג׳ | gosha zhora goga gio gia gogi gevo giorgos yorgos гоша жора гога гия
egor yegor yehor егор єгор ягор | egorka егорка
evgeny yevgeny yevhen evgenii evgeniy yauhen eugene eugen eugenio eugeniusz jewgeni yevgeniy evgenij евгений євген яўген יבגני | zhenya zhenia jenya gene женя женька геня євгенко
evgenia yevgenia yevheniia evgeniya eugenia eugenie евгения євгенія яўгенія | zhenya zhenia jenya женя женька
grigory grigorii hryhorii hryhoriy ryhor gregory gregor gregorio gregoire grigor grigol krikor grzegorz grigoris grigorij григорий григорій рыгор грыгорый غريغوريوس גריגורי | grisha greg hryts hrytsko гриша гриць грицько
vasily vasilii vasyl vasil basil basile vasilios vassilis basilio wasyl wassili vasiliy василий василь باسيل باسيليوس וסילי | vasya vasia vasylko вася васька василько
fyodor fedor fedir theodor theodore teodor theodoros todor fiodar theodoros фёдор федор федір фёдар тодор теодор | fedya fedia fedko ted teddy theo федя федька федько
stepan stephen steven stefan stephan stephane esteban stefano stefanos istvan sciapan stepanos szczepan степан стефан сцяпан اسطفان ستيفان | styopa stepa steve steva stevie стёпа степа степко
yakov yakiv jacob jakob jacques giacomo iakovos yaqub yaqoub yaakov hakob hagop jakub iakob яков яків якаў якуб иаков يعقوب יעקב | yasha jake kobi яша яшка
iosif yosyp joseph josef jose giuseppe jozef yusuf youssef yosef yousef yousuf yusif hovsep josip ioseb yusup isuf iosef иосиф йосип осип юсуф юзеф язэп يوسف יוסף | joe joey pepe pepito beppe osip yossi soso sepp осип йося ося
ilya illia ilia elijah elias eliyahu ilyas elie ilias eliahu iliya elio yeghia egia илья ілля ілья ильяс элияху الياس ايليا אליהו איליה | eli ilyusha илюша эли
matvei matvey matvii matthew matthias mateusz matteo mateo matthieu mathieu matthaios matei matfei матвей матвій мацвей матфей متى | matt matty motya мотя
luka lukas luke lucas luca lukasz luc loukas ghukas lukian лука лукаш лукьян لوقا | lukash
mark marc marco marcus marko markos marek margos маркус марко марк مرقس ماركو | markus
foma thomas tomas tommaso toma tom tovmas tomasz khoma фома хома томас توما توماس תומס | tommy tom
semyon semen simon shimon simeon szymon simone symon siamion shmavon семён семен симон сямён سمعان שמעון | senya syoma simonetto сеня сёма семко
daniil danylo daniel daniele danil danyil danijel daniyal даниил данило данііл даниэль دانيال دانيل דניאל | danya dan danny danko даня данько данила данила danila
david dawid davit davyd dawud dawood daud davud daoud давид давід дауд داود داوود דוד דויד | dave davy dudi dodik дудик
anton antin antony anthony antoine antonio antonios antoni antun antonius антон антін антоний انطون انطوان انطونيوس | tony toni tosha antosha тоша антоша
artem artyom artemii artemy artemios artsiom артем артём артемій арцём | tyoma tioma тёма тема
kirill kyrylo cyril kiril kyrill kirillos kyrylo cirillo кирилл кирило кірыл كيرلس | kirya киря
maxim maksym maksim maxime massimo maximus massimiliano максим максім مكسيم | max maks макс
igor ihor ihar ingvar игорь ігор ігар | gosha garik ihorko игорёк гарик гоша
oleg oleh aleh олег алег | olezhka olezko олежка
konstantin kostiantyn kostyantyn constantine konstantinos costantino kanstantsin konstantine konstanty константин костянтин канстанцін قسطنطين | kostya kostia kostas costas kostyk dinos костя костик костас
leonid leonidas леонид леонід леанід | lyonya lenya лёня леня льоня
lev leo leon lew leone levko лев лео леў левко леонтий | lyova leva лёва лева
roman romain romano роман раман | roma romka ромка рома
ruslan руслан | rusik руся
rostislav rostyslav растислав ростислав rastislau расціслаў | rostik slava ростик слава
stanislav stanislaw stanislaus stanislau станислав станіслав станіслаў | stas slava стас слава
vyacheslav viacheslav viachaslau wjatscheslaw vaclav waclaw wenceslas вячеслав в'ячеслав вячаслаў | slava slavik слава славик
yaroslav jaroslav jaroslaw yaraslau ярослав яраслаў | slava yarik slavko ярик слава славко
bohdan bogdan bahdan богдан багдан | danko
gennady gennadi hennadii hienadz gennadiy hennadiy геннадий геннадій генадзь | gena генa гена
valery valerii valeriy valerio valere valero valeri valeriano валерий валерій валерый | valera lera валера
valentin valentyn valentino valiantsin валентин валянцін | valya valik валя валик
viktor victor vittorio viktar vitor віктар виктор віктор فيكتور | vitya vitia vic витя вітя витёк
vitaly vitalii vitaliy vital vitalis виталий віталій віталь | vitalik vitya виталик віталик
anatoly anatolii anatoliy anatol anatole анатолий анатолій анатоль | tolya tolik tolia толя толик
arkady arkadii arkadiy arkadiusz arkadios аркадий аркадій | arkasha аркаша
boris borys barys борис барыс | borya боря
eduard edward edouard eduardo edvard эдуард едуард эдвард | edik ed eddie эдик едик ted
timofei timofey tymofii timothy timothee timoteo tsimafei тимофей тимофій | tima tim timosha тима тимоша
filipp pylyp philip philippe filip felipe filippo philippos филипп пилип філіп فيليب | phil fil pip
zakhar zakhary zachary zacharias zechariah zakaria zakariya zekeriya захар захарий زكريا זכריה | zach zack
afanasy afanasii opanas athanasios panas afanasiy афанасий опанас панас апанас | afonia афоня thanasis
nikita mykyta niketas nicetas mikita никита микита мікіта | nika никитка
mstislav mstyslav мстислав | stiva slava
gleb hlib hleb глеб гліб
denis denys dennis dionysios dionisio dyonis денис дяніс | deniska dionisis
trofim trokhym trophimos трофим трохим
efim yukhym yefim euthymios iukhym ефим юхим яўхім
nikifor nykyfor nikephoros никифор никифір
kuzma cosmas kozma kuzma kosma козьма кузьма
emelyan omelian yemelyan emilian омелян емельян
fyodora teodora theodora feodora теодора феодора | dora dorka
anna hanna anne ann ana hannah ganna anne annette ania ane анна ганна ханна حنة آنا חנה אנה | anya ania anechka nyura annie nan nancy anita hanusia аня анечка нюра ганнуся галя anka
elena olena alena yelena helen helena helene eleni ilona elene jelena eleanor heleni елена олена алена аліна алёна هيلين ايلينا ילנה | lena lenka alyona aliona lenochka olenka olesia леся лена ленка алёна оленка нелли nelly nell
ekaterina kateryna yekaterina katsiaryna catherine katherine katarina catarina caterina katarzyna katharina katerina ekaterine katalin kathryn екатерина катерина кацярына катарина כתרינה كاترين | katya katia katka kate kathy katie kasia cathy kitty katyusha kati eka trina катя катька катруся kat
elizaveta yelyzaveta elizabeth elisabeth isabel isabella elisabetta yelizaveta elisaveta elzbieta lisaveta elisheva елизавета єлизавета лізавета אלישבע | liza lisa liz lizzie beth betty bess ela elsa elise лиза ліза лизонька
maria mariia mariya mary marie miriam maryam mariam marija marya maryja mariami мария марія марыя مريم ماري ماريا מרים מריה | masha manya marusia molly polly maruska mia mary mimi ria маша маня маруся
natalia nataliia natalya natalie nathalie nataliya natallia наталья наталія наталия наталля | natasha nata natalka talia ната наташа наталка
tatiana tetiana tatyana tetyana taciana татьяна тетяна таццяна | tanya tania tata таня тетянка
olga olha volha helga ольга вольга | olya olia olenka оля ольга
irina iryna irene eirene irena irini ирина ірина ірына | ira irka irisha ира іра ірка
svetlana svitlana sviatlana светлана світлана святлана | sveta svetik света світа
lyudmila liudmyla ludmila lyudmyla liudmila lyudmila людмила людміла | lyuda lyusya liuda mila люда мила люся люся
galina halyna halina galyna галина галіна | galya halia galka галя галька
ksenia kseniya xenia oksana aksana kseniia oxana ksenija ксения ксенія оксана аксана | ksyusha oksanka ксюша ксеня
yulia yuliia julia iuliia yuliya julie giulia juliya юлия юлія | yulka yulya yulia юля юлька
nadezhda nadiia nadia nadiya nadzeya nadezda надежда надія надзея | nadya nadia надя надька
lyubov liubov lubov lyubou любовь любов | lyuba luba люба
vera vira vera viera вера віра | verka verochka верочка
sofia sofiya sophia sophie zofia sofya safiya sofija sofiia софия софія софья سوفيا صوفيا סופיה | sonya sonia соня zosia
daria dariia darya dariya дарья дарія дарина дарына daryna | dasha dashka даша одарка
anastasia anastasiia nastassia anastasiya anastazja анастасия анастасія настасся | nastya nastia asya stasya настя ася stacy
polina paulina pauline apollinaria appolinariya палина поліна полина паулина | polya поля
valentina valentyna valentine валентина валянціна | valya tina валя
viktoria viktoriia victoria viktoriya vittoria виктория вікторія | vika vicky tori вика віка
margarita margaryta margaret marguerite margareta malgorzata margherita margit маргарита маргарыта | rita margo peggy maggie meg greta gosia madge рита марго
evdokia yavdokha avdotya eudoxia evdokiya yevdokiia евдокия євдокія явдоха авдотья | dusya dunya дуся дуня
praskovya paraskeva paraska praskovia параскева параска прасковья парасковія | parasha параша paraskevi
pelageya pelahiia pelagia пелагея пелагія
agrafena ahrafena agrippina agripina аграфена агрипина горпина | grusha груша horpyna
akulina okulina akylina акулина якилина
tamara tamar thamar tamari тамара тамар | toma тома
mohammed muhammad mohammad mohamed muhammed mohamad muhamad mehmet mehmed mahomet magomed mukhammad mamadou muhammadu mukhamed mahamadou mahamat мохаммед мухаммад мухаммед магомед мухамед محمد מוחמד | mhd mohd muhd md moh mamed mahmud мамед
ahmad ahmed akhmed ahmet akhmad achmed ahmadou amadou ахмед ахмад ахмат احمد אחמד אחמד
mahmoud mahmud makhmud mehmood mahmut mahmood махмуд محمود
ali aly eli али علي על
hasan hassan khasan hasen hacene хасан гасан حسن
hussein husayn hussain hossein husein hussien khusein huseyin houssein husain huseyn хусейн гусейн حسين חוסיין
ibrahim abraham avraham ebrahim brahim abram ibragim avram abramo abraam ibrahima avraam авраам абрам ибрагим ібрагім ابراهيم אברהם | avi abe bram abie ави
ismail ismael ishmael esmail ismayil yishmael исмаил измаил اسماعيل ישמעאל
ishaq isaac isaak itzhak yitzhak ishak izaak sahak yitzchak isak исаак исак ицхак исхак اسحاق اسحق יצחק | itzik ike zak ицик
musa moses moshe moussa moisei moise moises mousa musa moishe movses моисей моше муса موسى משה | moshiko moti mo
harun aaron aron aharon haroun аарон харун арон هارون אהרון אהרן
sulaiman solomon shlomo suleiman suleyman soliman salomon soleiman sulayman сулейман соломон шломо سليمان שלמה | sol shloimi
isa issa eisa иса عيسى
yunus jonah younes yunis jonas yonah iona younis юнус иона йона يونس יונה
ayyub job ayoub ayub iyov ayub аюб иов ايوب איוב
nuh noah nooh noe noach noy нух ной نوح נח
adam adem adamo адам ادم אדם
yaqub jacob yakov yakub yacoub yaqoob якуб якоб يعقوب
hawa eve eva chava hava havva ева хава حواء חוה
sara sarah sarra sarai саара сара сарра سارة שרה | sally sadie surele
khadija khadijah hadija khadidja hatice xadica хадиджа خديجة
fatima fatma fatimah fatemeh fatoumata fatime fatimeh фатима فاطمة فاطمه | fatu fatou
aisha aicha ayesha aysha ayse aishah aishe айша айше عائشة عايشة
zainab zeinab zaynab zeynep zineb zainabu зейнаб зайнаб زينب
abdullah abdallah abdulla abdalla abdoulaye абдулла абдуллах عبدالله
abdurrahman abdulrahman abdelrahman abdrahman abderrahmane abdul-rahman абдурахман абдуррахман عبدالرحمن | abdou
omar umar omer oumar umer омар умар عمر
uthman osman othman usman ousmane осман усман عثمان
yusuf joseph yousef youssef юсуф يوسف
khalil halil khaleel khelil халил خليل
jamal gamal djamel cemal djamal djamal джамал جمال
mustafa mostafa moustapha mustapha mustafo мустафа مصطفى
rachel rahel rahil rakhil raquel рахиль راحيل רחל | rachele рая raya
rivka rebecca rebekah rebeka revekka ривка ревекка רבקה | becky riva
leah lea liya lia лия леа לאה
deborah dvora debora devora дебора двора דבורה | debbie
esther ester hester estera есфирь эстер אסתר | esti etti
ruth rut рут רות | ruthie
mordechai mordecai mordkhai мордехай мардахай מרדכי | moti motke motel
chaim haim hayim khaim hayyim хаим חיים | vita vital
baruch barukh borukh барух ברוך
tzvi zvi hirsch hersh tsvi herschel цви гирш צבי
dov ber berl бер дов דב
ze'ev zeev wolf zev volf velvel зеев вольф זאב
aryeh arieh leib leyb лейб арье אריה | lev
menachem mendel menahem mendl менахем мендель מנחם
yehuda judah juda yehudah leib jude иегуда юда يهودا יהודה | yudi idel
binyamin benjamin benyamin veniamin veniamyn beniamino вениамин веніамін биньямин بنيامين בנימין | ben benny bibi beni beniek веня
yehoshua joshua josue yeshua ехошуа יהושע | josh shuki
yisrael israel izrail srul израиль ישראל | srulik
shmuel samuel samuil samuele samvel самуил шмуэль самвел صموئيل שמואל | sam sammy shmulik
gavriel gabriel gabriele gavriil havrylo jibril jabrail gavrilo гавриил гаврило габриэль جبريل جبرائيل גבריאל | gabi gabe gavrik
rafael raphael rafail raffaele rafayel рафаэль рафаил רפאל رافائيل | rafi rafa
natan nathan nathaniel natanael нафанаил натан נתן נתנאל | nat
eliezer lazar elazar lazarus eleazar lazaros lazarus лазарь элиэзер אליעזר אלעזר | lazer
pinchas phineas pinhas пинхас פנחס | pini
william wilhelm guillaume guglielmo guillermo willem vilhelm vilem willelm вильгельм уильям وليم | bill billy will willy liam wim
robert roberto ruprecht rupert робер роберт روبرت | bob bobby rob robbie bert
richard ricardo riccardo ричард рихард ريتشارد | dick rick ricky rich
charles carl karl carlos carlo karol karel karoly charlie карл чарльз карлос شارل | chuck charlie chaz
henry heinrich henri enrique enrico henrik hendrik henryk генрих генри хенрик هنري | harry hank heinz hal
edward eduard edouard eduardo | ed eddie ned ted teddy
frederick friedrich federico frederic frederik fryderyk фридрих فريدريك | fred freddy fritz
francis francois francisco francesco franz frantisek franciszek ferenc франц франциск | frank paco pancho fran
lawrence laurence lorenzo laurent lorenz lavrentii lavrenty lauri лаврентий лоренс | larry lars
anthony antonio | tony
margaret marguerite | peggy maggie meg rita
dorothy dorothea dorota дорофея | dolly dot dora
barbara varvara barbora варвара барбара | varya babs basia варя
susan susanna suzanne zuzana shoshana сусанна шушан سوسن שושנה | sue susie suzy
martha marta marfa марта марфа مرثا
magdalena madeleine maddalena magdalina магдалина مجدلية | magda lena
lucy lucia lucie luce lusine люция | lucita
agnes agnieszka ines agnessa инес агнесса | aga
teresa theresa therese tereza тереза | terry tess
jadwiga hedwig edvige ядвига
wojciech vojtech adalbert войцех
casimir kazimierz kazimir kazimiera казимир | kazik
ludwig louis luigi luis ludwik lajos lodovico ludvik aloysius людвиг луис لويس | lou louie wiggerl
joachim joaquin yoakim akim ioakim iakym аким яким иоаким | chimo
alfred alfredo alfredas альфред | fred alfie
albert alberto adalberto albrecht альберт البرت | al bert
ernest ernesto ernst эрнест | ernie
james jaime | jim jimmy jamie jem
christopher cristoforo christoph krzysztof kristof christoforos cristobal христофор кристофер | chris kit krzys
christina kristina cristina khrystyna krystyna христина кристина | tina chris kris
patrick patricio patrice padraig патрик | pat paddy
patricia patrizia патриция | pat patty trish
catherine kathleen | kate kathy
ann anne nancy | nan nancy
geoffrey jeffrey gottfried godfrey jeff | geoff jeff
hugh hugo ugo гуго | huey
ralph rolf raoul raul рауль
rudolf rudolph rodolfo рудольф | rudi
walter gualtiero valter вальтер | wally walt
roger ruggero rogelio rodger рожер
raymond ramon raimondo raimund раймонд | ray
stephen | steve
gregory | greg
kenneth | ken kenny
ronald ronaldo рональд | ron ronnie
donald дональд | don donny
gerald gerard gerardo gerhard жерар герард | gerry jerry
leonard leonardo leonhard леонард | len lenny
nicholas | nick
matthew | matt
daniel | dan danny
samuel | sam sammy
benjamin | ben benny
abigail avigail авигаль אביגיל | abby gail
jennifer | jen jenny
jessica jesca | jess jessie
deborah | debbie deb
pamela | pam
cynthia | cindy
victoria | vicky
ketevan katherine keto qetevan кетеван | keto qeti keti
nino nina nune нино | nina
zurab zurabi зураб | zura
irakli heracles iraklii hercules ираклий иракли
levan leuan леван | levaniko
hakob | hago kobi
hovhannes ohannes john ованнес | hovik ohan
karapet garabed карапет
garegin karekin гарегин
boghos poghos paul погос
bedros petros petrosik
krikor grigor | koko
sargis sarkis sergei саркис | serzh
vartan vardan вартан вардан
ioannis john yannis giannis | giannis yiannis
konstantinos | kostas costas dinos kostis
dimitrios | dimitris mitsos jimmy takis
evangelos vangelis evangelia | vangelis vaggelis lia
panagiotis panayotis | panos takis panayis
athanasios | thanasis nasos
spyridon spiros spyros | spyros spiros
charalampos haralambos | babis lambis haris
anastasios anastas | tasos
theodoros | thodoris
emmanuel manuel emanuele manolis immanuel emmanouil эммануил мануэль עמנואל | manny manolo manu manolis
salvatore salvador sauveur | toto turi
vincent vincenzo vicente vikenty винсент викентий | vince vinnie
dominic domingo domenico dominik dominique доминик | nick mimmo
jerome girolamo geronimo hieronymus jeronimo | gerry
julian julio julius giulio yulian juliano юлиан юлий | jules
ignatius ignacio ignazio ignacy ignat hnat игнат игнатий | nacho iggy
bernard bernardo bernhard бернард | bernie
sebastian sebastiano sebastien себастьян | seb bastian
martin martino marten martyn мартин مارتن | marty
augustine agustin august augusto агустин август | gus tino
`
