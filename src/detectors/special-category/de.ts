/** German cues. Conditions: the usual names of groups in ICD-10-GM chapters I to XXI (https://www.bfarm.de); else own lists. */
import type { SpecialCategoryWords } from './words.ts';

export const de: SpecialCategoryWords = {
  roles: {
    is: 'ist bin war wurde wird geworden sei',
    has: `hat habe hatte leidet leide litt erkrankt erkrankte diagnostiziert diagnostizierte festgestellt bekam bekommt erlitt überlebt überlebte
      kämpft starb gestorben behandelt diagnose trotz wegen`,
    joins: `mitglied wählt wählte wähle gewählt beigetreten engagiert unterstützt anhänger anhängerin gehört angehört aktivist aktivistin
      parteimitglied sympathisiert`,
    barrier: `über gegen für buch film museum arbeitet schreibt geschrieben liest mag kauft gekauft verkauft zwischen rezepte schleife spur
      vom`,
    preposition: 'von für auf mit',
    figure: 'vor für gegenüber',
    against: 'sternzeichen horoskop aszendent tierkreis spiel roman rezepte spur spendenaktion',
  },
  cues: {
    health: {
      has: `hiv aids krebs brustkrebs lungenkrebs hautkrebs darmkrebs prostatakrebs blutkrebs leukämie diabetes epilepsie asthma tuberkulose
        hepatitis depression depressionen angststörung angststörungen schizophrenie psychose adhs ads ptbs autismus demenz alzheimer parkinson
        sklerose bulimie magersucht anorexie endometriose syphilis herpes rheuma arthritis fibromyalgie schuppenflechte leberzirrhose
        schlaganfall herzinfarkt tumor hirntumor down-syndrom panikattacken burnout burn-out fehlgeburt abtreibung behinderung
        schwerbehinderung essstörung zwangsstörung borderline bluthochdruck migräne neurodermitis morbus_crohn covid corona suchtproblem
        alkoholproblem drogenproblem metastasen multiple_sklerose`,
      own: `chemo chemotherapie schwangerschaft depression depressionen dialyse abtreibung fehlgeburt behinderung psychiater therapeutin
        strahlentherapie krebserkrankung hiv-infektion autismus demenz schizophrenie sucht krebs suizidversuch magersucht epilepsie diabetes`,
      is: `schwanger* schwangere diabetiker diabetikerin autist autistin autistisch schizophren bipolar magersüchtig alkoholiker alkoholikerin
        alkoholkrank drogenabhängig drogensüchtig behindert schwerbehindert blind gehörlos taub querschnittsgelähmt unfruchtbar hiv-positiv
        depressiv suizidal epileptiker epileptikerin legastheniker krebskrank dement pflegebedürftig krankgeschrieben psychisch_krank
        chronisch_krank unheilbar_krank suchtkrank spielsüchtig asthmatiker autistisch* behinderte behinderter behinderten depressive depressiver schizophrene schizophrener in_therapie`,
      does: 'nimmt_antidepressiva nehme_antidepressiva nimmt_lithium nehme_lithium spritzt_insulin hatte_eine_abtreibung abgetrieben',
    },
    religion: {
      is: `muslimisch* jüdisch* katholisch* evangelisch* muslim muslimin moslem muslima jude jüdin jüdisch katholisch katholik katholikin evangelisch protestant protestantin buddhist buddhistin
        hindu sikh atheist atheistin mormone mormonin christ christin orthodox gläubig zeuge_jehovas zeugin_jehovas alevit alevitin sunnit
        schiit konfessionslos`,
      does: `zum_islam_konvertiert zum_judentum_konvertiert zum_christentum_konvertiert konvertierte_zum_islam aus_der_kirche_ausgetreten
        lebt_koscher fastet_im_ramadan betet_fünfmal geht_in_die_moschee trägt_kopftuch`,
      joins: 'scientology sekte freikirche kirchengemeinde moscheegemeinde',
    },
    politics: {
      is: 'kommunist kommunistin sozialist sozialistin nazi neonazi rechtsextrem linksextrem faschist anarchist marxist reichsbürger rechtsradikal',
      joins: `afd cdu csu spd fdp grünen grüne die_linke linkspartei bsw npd partei fpö övp spö svp kommunistischen trump putin erdogan`,
    },
    union: {
      joins: 'gewerkschaft ig_metall verdi ver.di gew dgb',
      is: 'gewerkschafter gewerkschafterin gewerkschaftsmitglied in_der_gewerkschaft im_betriebsrat in_einer_gewerkschaft in_der_ig_metall',
    },
    'sexual-life': {
      is: `schwul* lesbisch* homosexuell* bisexuell* transsexuell* schwul lesbisch lesbe bisexuell bi queer homosexuell transgender trans transsexuell asexuell pansexuell nichtbinär nonbinär intersexuell
        polyamor`,
      does: 'outete_sich sich_geoutet',
      own: 'sexualität sexualleben outing affäre',
    },
    ethnicity: {
      is: `roma sinti sinto sintiza romni zigeuner zigeunerin kurde kurdin kurdisch araber araberin farbig dunkelhäutig jeside jesidin tatar
        tatarin tschetschene tschetschenin aramäer uigure uigurin`,
      own: 'hautfarbe ethnie',
      does: 'kurdischer_herkunft türkischer_herkunft arabischer_herkunft türkischer_abstammung jüdischer_abstammung',
    },
    conviction: {
      is: `vorbestraft straffällig im_gefängnis in_haft im_knast inhaftiert sexualstraftäter auf_bewährung verurteilt`,
      own: 'vorstrafe vorstrafen haftstrafe bewährungshelfer strafakte verurteilung',
      has: 'vorstrafe vorstrafen',
      does: `haft_verurteilt freiheitsstrafe_verurteilt geldstrafe_verurteilt gefängnis_verurteilt wurde_verhaftet betrugs_verhaftet
        diebstahls_verurteilt betrugs_verurteilt körperverletzung_verurteilt verhaftet saß_im_gefängnis sitzt_im_gefängnis
        sitzt_in_haft festgenommen bewährung_verurteilt verurteilt`,
    },
  },
};
