/** Spanish cues. Conditions: the usual names of groups in CIE-10 chapters I to XXI (https://icd.who.int/browse10); else own lists. */
import type { SpecialCategoryWords } from './words.ts';

export const es: SpecialCategoryWords = {
  roles: {
    is: 'es soy era está estoy estaba fue se_volvió hizo',
    has: `tiene tengo tenía tuvo padece padezco padecía sufre sufro sufría sufrió diagnosticaron diagnosticado diagnosticada detectaron contrajo
      enfermo murió falleció lucha superó hizo diagnóstico contraído por`,
    joins: `miembro vota votó voto votará afiliado afiliada afiliar militante milita militó apoya simpatizante pertenece integrante activista
      partidario partidaria delegado delegada unió`,
    barrier: `sobre contra para libro película museo trabaja escribió escribe lee gusta vende compró investigación recetas lazo investigador
      anti`,
    preposition: 'por para sobre con',
    figure: 'a al ante',
    against: 'zodiaco zodíaco horóscopo ascendente signo juego novela recetas fútbol',
  },
  cues: {
    health: {
      has: `vih sida cáncer leucemia linfoma tumor diabetes epilepsia asma tuberculosis hepatitis depresión esquizofrenia psicosis tdah autismo
        demencia alzheimer alzhéimer parkinson párkinson esclerosis bulimia anorexia endometriosis sífilis herpes artritis fibromialgia psoriasis
        cirrosis ictus infarto hipertensión migrañas covid discapacidad aborto ansiedad síndrome_de_down trastorno_bipolar lupus adicción
        derrame embarazo_de_riesgo toc tept`,
      own: `quimio quimioterapia embarazo depresión diálisis aborto discapacidad psiquiatra radioterapia autismo esquizofrenia adicción cáncer
        intento_de_suicidio alcoholismo diabetes anorexia`,
      is: `embarazada diabético diabética epiléptico epiléptica autista esquizofrénico esquizofrénica bipolar anoréxica bulímica alcohólico
        alcohólica discapacitado discapacitada ciego ciega sordo sorda paralítico estéril seropositivo seropositiva drogadicto drogadicta
        depresivo depresiva asmático asmática disléxico celíaco celíaca toxicómano de_baja_por_depresión en_silla_de_ruedas con_depresión
        en_coma ingresada_en_psiquiatría hemofílico`,
      does: `abortó toma_antidepresivos tomo_antidepresivos tomo_litio toma_litio perdió_el_bebé de_baja_por_depresión pincha_insulina
        toma_metadona perdió_al_bebé`,
    },
    religion: {
      is: `musulmán musulmana judío judía católico católica protestante budista hindú sij ateo atea mormón mormona cristiano cristiana ortodoxo
        ortodoxa evangélico evangélica testigo_de_jehová creyente practicante suní chií agnóstico agnóstica`,
      does: `convirtió_al_islam convertí_al_islam convirtió_al_judaísmo convirtió_al_cristianismo come_kosher come_halal ayuna_en_ramadán va_a_misa
        hace_el_ramadán va_a_la_mezquita lleva_velo`,
      joins: 'cienciología secta parroquia opus',
    },
    politics: {
      is: 'comunista socialista nazi neonazi fascista anarquista marxista facha carlista de_extrema_derecha de_extrema_izquierda trumpista peronista chavista',
      joins: `vox pp psoe podemos sumar erc junts bildu pnv ciudadanos partido_popular partido_socialista partido_comunista trump maduro
        petro milei morena bolsonaro`,
    },
    union: {
      joins: 'sindicato ccoo ugt comisiones_obreras cgt cnt',
      is: 'sindicalista delegado_sindical delegada_sindical',
    },
    'sexual-life': {
      is: `gay lesbiana bisexual bi queer homosexual transgénero trans transexual asexual pansexual no_binario no_binaria marica maricón intersexual`,
      does: 'salió_del_armario acuesta_con_hombres acuesta_con_mujeres',
      own: 'orientación_sexual vida_sexual homosexualidad',
    },
    ethnicity: {
      is: `gitano gitana kurdo kurda árabe negro negra mestizo mestiza mulato mulata indígena mapuche quechua bereber moro mora afrodescendiente
        checheno`,
      does: 'de_etnia_gitana de_origen_kurdo de_origen_árabe de_origen_judío de_origen_africano de_raza_negra',
      own: 'color_de_piel origen_étnico',
    },
    conviction: {
      is: 'en_la_cárcel en_prisión preso presa encarcelado encarcelada exconvicto en_libertad_condicional recluso delincuente condenado condenada',
      own: 'antecedentes_penales condena antecedentes',
      has: 'antecedentes_penales',
      does: `fue_condenado fue_condenada fue_detenido fue_detenida fue_arrestado fue_arrestada condenado_por condenada_por condenado_a salió_de_prisión
        salió_de_la_cárcel cumplió_condena cumple_condena detenido_por detenida_por`,
    },
  },
};
