/** What follows `@` in code, tools and chat and is nobody's name. Lower case. */

/**
 * Sources: CSS at-rules (https://developer.mozilla.org/docs/Web/CSS/At-rule, Sass, Tailwind); tags of JSDoc, Javadoc, PHPDoc and
 * Doxygen; annotations of Java, Spring, JUnit, Kotlin, C#, Angular, NestJS, TypeORM and Android; decorators of Python; directives of
 * Objective-C, Swift, Blade and Razor; npm's dist-tags; group mentions of Slack, Discord and Teams.
 */
const WORDS = `
  charset counter-style container custom-media font-face font-feature-values font-palette-values import keyframes layer media
  namespace page property scope starting-style supports view-transition document viewport -webkit-keyframes include mixin extend
  use forward function return if else elseif endif for foreach endforeach each while debug warn error at-root tailwind apply screen
  variants responsive plugin theme utility custom-variant position-try
  ts-check experimental legacy abstract access alias api async augments author authors borrows callback category class classdesc code const constant
  constructor constructs copyright covers date default defaultvalue depends deprecated desc description enum event example examples
  exception exports external extends file fileoverview fires func global group hidden hideconstructor ignore implements inheritdoc
  inner instance interface internal kind lends license link listens literal member memberof method methodof mixes module name note
  now override overview package param params parameter parblock post pre private privateremarks protected provides
  public readonly remarks requires return returns satisfies sealed see serial since slice source static subpackage summary suppress
  suppresswarnings template test this throw throws title todo tparam type typedef typeparam union uses var variation version virtual
  yields brief details retval ingroup defgroup addtogroup ref sa par bug attention warning invariant mainpage section
  subsection dataprovider runtestsinseparateprocesses psalm phpstan jsx jsximportsource flow ts-ignore ts-expect-error ts-nocheck
  override autowired bean component configuration controller restcontroller service repository entity table column id
  generatedvalue getmapping postmapping putmapping deletemapping patchmapping requestmapping requestbody requestparam pathvariable
  valid notnull nullable nonnull notblank notempty size min max pattern email data getter setter builder slf4j noargsconstructor
  allargsconstructor requiredargsconstructor tostring equalsandhashcode transactional qualifier value profile primary lazy
  springbootapplication enableautoconfiguration componentscan conditionalonproperty crossorigin responsebody responsestatus
  exceptionhandler controlleradvice before after beforeeach aftereach beforeall afterall beforeclass afterclass disabled parameterizedtest mock
  injectmocks mockbean spy captor runwith extendwith displayname functionalinterface safevarargs retention target documented
  inherited native repeatable inject singleton named produces consumes path get put delete head patch query
  body onetomany manytoone manytomany onetoone joincolumn primarygeneratedcolumn createdatecolumn jsonproperty jsonignore
  jsoncreator serializedname parcelize composable preview suppresslint targetapi requiresapi mainthread workerthread uithread
  keep volatile synchronized throws jvmstatic jvmfield jvmoverloads file field receiver setparam delegate optin
  injectable input output viewchild viewchildren contentchild contentchildren hostlistener hostbinding directive pipe ngmodule
  attribute optional self skipself host schema prop resolver mutation subscription args field objecttype inputtype arg guards
  useguards usepipes useinterceptors
  staticmethod classmethod dataclass cached_property lru_cache cache wraps contextmanager abstractmethod overload final
  fixture pytest app_route login_required total_ordering singledispatch njit jit numba torch tf_function task shared_task
  raise raises rtype cvar ivar keyword kwarg newfield undocumented abstractproperty abstractstaticmethod abstractclassmethod types
  selector autoreleasepool synthesize dynamic implementation protocol end strong weak nonatomic try catch finally throw
  available objc objcmembers escaping autoclosure discardableresult main published state stateobject observedobject binding environment
  environmentobject viewbuilder mainactor sendable testable ibaction iboutlet nsmanaged propertywrapper resultbuilder
  csrf auth guest yield stack push endpush endsection extends isset empty switch case break php endphp vite model html
  await bind inherits functions addtaghelper rendersection renderbody using page
  latest next beta alpha canary rc stable nightly dev lts master head
  all here everyone channel team moderators mods online home work school least most best once time night noon midnight
  argv export export_ok
  username user handle yourname your_name yourusername your_username yourhandle your_handle
  you me your my the a an it on in at of to and or is
`;

const NOT_HANDLES: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** `@5pm`, `@60fps`, `@2x`, `@1080p`, `@v2`, `@100`. */
const MEASURE = /^v?\d+(?:[.:]\d+)*[a-z%]{0,4}$/i;

/** `name` is what follows `@`, in any case. */
export function isNoHandle(name: string): boolean {
  return NOT_HANDLES.has(name.toLowerCase()) || MEASURE.test(name) || /^__\w*__$/.test(name);
}
