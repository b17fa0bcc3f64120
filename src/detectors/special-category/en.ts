/** English cues. Conditions: the usual names of groups in ICD-10 chapters I to XXI (https://icd.who.int/browse10); else own lists. */
import type { SpecialCategoryWords } from './words.ts';

const DISEASES = `cerebral_palsy cystic_fibrosis spina_bifida hiv aids cancer leukemia leukaemia lymphoma melanoma tumor tumour diabetes epilepsy asthma tuberculosis hepatitis
  depression anxiety schizophrenia psychosis ptsd adhd ocd autism asperger dementia alzheimer
  parkinson sclerosis bulimia anorexia endometriosis syphilis gonorrhea chlamydia herpes lupus crohn
  arthritis fibromyalgia psoriasis cirrhosis covid malaria stroke pneumonia down_syndrome down's_syndrome eating_disorder
  personality_disorder anxiety_disorder panic_attacks panic_disorder high_blood_pressure heart_attack heart_failure heart_disease
  heart_condition kidney_failure kidney_disease liver_disease sickle_cell blood_clot chronic_pain concussion miscarriage abortion
  hysterectomy mastectomy vasectomy tourette narcolepsy insomnia celiac_disease coeliac_disease mental_illness bipolar_disorder
  learning_disability disability addiction drinking_problem gambling_problem drug_problem hpv vertigo migraines scoliosis
  osteoporosis sepsis gout hypertension`;

export const en: SpecialCategoryWords = {
  roles: {
    is: 'is am was be been s m became remains as identifies outed spent spends sits sat',
    has: `has have had having got suffers suffer suffered suffering diagnosed contracted caught battles battling battled fights fighting beat
      survived living lives developed develops undergoing underwent treated hospitalized hospitalised died diagnosis tested born`,
    joins: `member joined joins belongs votes voted vote voting supports supporter activist supported leader delegate campaigns campaigned
      candidate representative steward`,
    barrier: `about against at near like book books film movie article research into works work worked working wrote writes painted made makes
      bought sells sell read reads reading drew house street visited visits photo picture poster ribbon money charity recipe recipes museum who
      which that if deal than for invented invents`,
    preposition: 'of by to for in on with from than at the',
    closing: `and but or so yet since for in on at as by of with from again now too also because which that who when while after before is was
      has had will would can could due this last until till if then therefore during treatment therapy surgery symptoms medication
      yesterday today diagnosis man woman person guy girl boy lady like to his her my anymore already right stage type years year again yet still she he they i we you not never really very at everything nothing
      these there once twice thrice until about along following caused over and/or`,
    thing: `research researcher charity awareness ribbon museum temple church fund fundraiser centre center ward clinic hospital app book poster
      friendly campaign movement history studies magazine festival parade bar club food recipes month day week course lecture art wing wall
      card flyer banner conference foundation institute department community group prevention`,
    figure: 'to that',
    against:
      'zodiac horoscope astrology rising ascendant sign game novel recipe authentication plugin api parameter boolean checkbox setting settings feature stream streams endpoint server button',
  },
  cues: {
    health: {
      has: DISEASES,
      own: `chemo chemotherapy radiotherapy dialysis pregnancy depression miscarriage abortion therapist psychiatrist antidepressants
        hiv_status cancer_treatment disability dementia autism adhd hiv diabetes epilepsy cancer schizophrenia bipolar_disorder
        mental_health rehab overdose insulin psychotherapy eating_disorder addiction suicide_attempt alcoholism`,
      is: `pregnant diabetic epileptic autistic schizophrenic bipolar anorexic bulimic alcoholic disabled blind deaf paralyzed paralysed
        infertile hiv_positive suicidal asthmatic dyslexic anemic terminally_ill mentally_ill seriously_ill chronically_ill drug_addict
        addict addicted immunocompromised wheelchair_user in_rehab in_a_coma on_sick_leave on_antidepressants on_dialysis on_insulin
        on_methadone in_remission depressed hospitalized hospitalised neurodivergent`,
      does: `miscarried overdosed takes_antidepressants take_antidepressants takes_insulin take_lithium takes_lithium takes_methadone addicted_to_drugs addicted_to_heroin addicted_to_alcohol addicted_to_cocaine addicted_to_painkillers addicted_to_gambling
        attempted_suicide had_an_abortion had_a_stroke lost_the_baby on_sick_leave in_a_wheelchair`,
    },
    religion: {
      is: `muslim jewish catholic protestant orthodox buddhist hindu sikh atheist mormon jew christian jehovah's_witness evangelical baptist
        lutheran sunni shia shiite agnostic scientologist pagan believer`,
      does: `converted_to_islam converted_to_judaism converted_to_christianity converted_to_catholicism converts_to_islam fasts_for_ramadan
        fasts_during_ramadan fasting_for_ramadan keeps_kosher eats_halal goes_to_mass goes_to_church prays_five_times left_the_church
        goes_to_the_mosque was_baptised was_baptized practises_islam practices_islam`,
      joins: 'scientology jehovah mormons church mosque parish congregation synagogue sect cult',
    },
    politics: {
      is: `communist socialist republican democrat conservative_voter anarchist fascist neo-nazi nazi marxist libertarian tory feminist_activist
        far-right far-left trumper`,
      joins: `party republicans democrats labour conservatives tories greens green_party afd cdu spd libdems liberals communists socialists trump
        biden obama harris brexit ukip reform_uk sinn_féin snp antifa putin le_pen macron labour_party`,
    },
    union: {
      joins: 'union unions unison unite trade_union labor_union labour_union teamsters',
      is: 'union_member union_rep union_representative shop_steward union_steward unionized unionised',
    },
    'sexual-life': {
      is: `gay lesbian bisexual bi queer homosexual transgender trans transsexual asexual pansexual nonbinary non-binary intersex polyamorous
        promiscuous`,
      does: 'sleeps_with_men sleeps_with_women has_an_affair had_an_affair',
      own: 'sexual_orientation sex_life sexuality coming_out affair',
    },
    ethnicity: {
      is: `roma romani gypsy kurdish arab black hispanic latino latina aboriginal indigenous biracial mixed-race mixed_race native_american
        african-american tatar chechen uyghur yazidi kurd inuit romany asian`,
      does: `of_roma_origin of_kurdish_origin of_turkish_origin of_turkish_descent of_arab_descent of_jewish_descent of_african_descent
        of_armenian_origin of_armenian_descent of_asian_descent of_indian_descent`,
      own: 'ethnicity ethnic_origin skin_color skin_colour',
    },
    conviction: {
      is: `convicted_felon felon ex-convict convict in_prison in_jail on_parole on_probation sex_offender registered_sex_offender behind_bars
        imprisoned jailed incarcerated`,
      own: `criminal_record prison_sentence prison_record parole_officer probation_officer arrest`,
      does: `was_convicted been_convicted was_sentenced been_sentenced got_convicted was_arrested been_arrested got_arrested served_time
        went_to_prison went_to_jail served_prison pleaded_guilty found_guilty charged_with was_jailed got_out_of_prison released_from_prison
        was_imprisoned`,
    },
  },
};
