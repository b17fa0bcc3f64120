/** French cues. Conditions: the usual names of groups in CIM-10 chapters I to XXI (https://icd.who.int/browse10); else own lists. */
import type { SpecialCategoryWords } from './words.ts';

export const fr: SpecialCategoryWords = {
  roles: {
    is: 'est suis était devenu devenue été es sois',
    has: `a ai avait eu souffre souffrait diagnostiqué diagnostiquée diagnostiquer atteint atteinte fait contracté attrapé combat traité traitée
      soigné soignée mort morte décédé décédée vit subi développé diagnostic`,
    joins: `membre adhérent adhérente adhère syndiqué syndiquée vote voté votait votera encarté encartée milite militant militante soutient
      sympathisant sympathisante appartient rejoint partisan partisane élu élue délégué déléguée`,
    barrier: `sur contre pour livre film musée travaille écrit lit aime vend acheté recherche recettes ruban chercheur association anti`,
    preposition: 'par pour dans sur avec chez',
    figure: 'à au aux',
    against: 'astrologique zodiaque horoscope ascendant signe jeu roman recettes',
  },
  cues: {
    health: {
      has: `vih sida cancer leucémie lymphome tumeur diabète épilepsie asthme tuberculose hépatite dépression schizophrénie psychose tdah tdha autisme
        démence alzheimer parkinson sclérose boulimie anorexie endométriose syphilis herpès arthrite fibromyalgie psoriasis cirrhose avc
        infarctus trisomie hypertension migraines covid handicap fausse_couche avortement ivg burn-out troubles_bipolaires trouble_bipolaire
        crises_d_angoisse crises_d_épilepsie mucoviscidose lupus addiction polyarthrite lèpre paludisme`,
      own: `chimio chimiothérapie grossesse dépression dialyse avortement ivg fausse_couche handicap psychiatre séropositivité radiothérapie autisme
        schizophrénie addiction cancer tentative_de_suicide alcoolisme diabète`,
      is: `enceinte diabétique épileptique autiste schizophrène bipolaire anorexique boulimique alcoolique handicapé handicapée aveugle sourd sourde
        paralysé paralysée stérile séropositif séropositive toxicomane dépressif dépressive suicidaire asthmatique dyslexique trisomique
        cancéreux malade_mentale en_arrêt_maladie sous_antidépresseurs en_cure_de_désintoxication en_fauteuil_roulant en_dépression en_rémission
        hémophile malvoyant malvoyante`,
      does: `prend_des_antidépresseurs prends_des_antidépresseurs prends_du_lithium prend_du_lithium perdu_le_bébé avorté prend_de_l_insuline
        fait_une_overdose`,
    },
    religion: {
      is: `musulman musulmane juif juive catholique protestant protestante bouddhiste hindou hindoue sikh athée mormon mormone chrétien chrétienne
        orthodoxe évangélique témoin_de_jéhovah croyant croyante pratiquant pratiquante sunnite chiite baptiste`,
      does: `converti_à_l_islam convertie_à_l_islam converti_au_judaïsme converti_au_catholicisme mange_casher mange_halal fait_le_ramadan
        va_à_la_messe va_à_la_mosquée porte_le_voile convertie_au_judaïsme`,
      joins: 'scientologie secte église_évangélique paroisse',
    },
    politics: {
      is: 'communiste socialiste nazi fasciste anarchiste royaliste marxiste d_extrême_droite d_extrême_gauche lepéniste macroniste',
      joins: `parti rassemblement rn fn le_pen macron mélenchon lfi insoumise insoumis républicains ps pcf écologistes verts zemmour reconquête
        trump bardella communiste`,
    },
    union: {
      joins: 'syndicat cgt cfdt fo sud',
      is: 'syndiqué syndiquée délégué_syndical déléguée_syndicale syndicaliste',
    },
    'sexual-life': {
      is: `gay lesbienne bisexuel bisexuelle bi queer homosexuel homosexuelle homo transgenre trans transsexuel transsexuelle asexuel asexuelle
        pansexuel non-binaire pédé`,
      does: 'fait_son_coming-out couche_avec_des_hommes',
      own: 'orientation_sexuelle vie_sexuelle homosexualité coming-out',
    },
    ethnicity: {
      is: `rom rome tzigane gitan gitane kurde arabe noir noire métis métisse maghrébin maghrébine berbère kabyle tchétchène tatar black beur
        asiatique`,
      does: 'd_origine_kurde d_origine_arabe d_origine_maghrébine d_origine_turque d_origine_rom d_origine_africaine d_origine_juive',
      own: 'couleur_de_peau origine_ethnique',
    },
    conviction: {
      is: 'en_prison en_détention incarcéré incarcérée détenu détenue sous_bracelet_électronique repris_de_justice en_garde_à_vue délinquant',
      own: 'casier_judiciaire condamnation peine_de_prison',
      has: 'casier_judiciaire',
      does: `condamné_pour condamnée_pour été_condamné été_condamnée été_arrêté été_arrêtée fait_de_la_prison sorti_de_prison sortie_de_prison
        condamné_à condamnée_à arrêté_pour arrêtée_pour été_incarcéré`,
    },
  },
};
