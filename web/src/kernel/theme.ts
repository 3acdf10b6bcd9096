import { createTheme, type CSSVariablesResolver, type MantineColorSchemeManager } from '@mantine/core'

const sans = [
  'Inter Variable',
  'Noto Sans Arabic Variable',
  'Noto Sans Hebrew Variable',
  'Noto Sans Armenian Variable',
  'Noto Sans Georgian Variable',
]
const serif = [
  'Source Serif 4 Variable',
  'Noto Naskh Arabic Variable',
  'Noto Serif Hebrew Variable',
  'Noto Serif Armenian Variable',
  'Noto Serif Georgian Variable',
]
const stack = (families: readonly string[], last: string) =>
  [...families.map((family) => `'${family}'`), last].join(', ')

export const theme = createTheme({
  primaryColor: 'stamp',
  primaryShade: { light: 7, dark: 6 },
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: stack(sans, 'system-ui, sans-serif'),
  fontFamilyMonospace: stack(['JetBrains Mono Variable'], 'ui-monospace, monospace'),
  headings: { fontFamily: stack(sans, 'system-ui, sans-serif'), fontWeight: '600' },
  colors: {
    stamp: [
      '#F7F3FC',
      '#EDE6F8',
      '#DBCDF0',
      '#C1A9E3',
      '#AC8ED4',
      '#906CBD',
      '#7853A6',
      '#623F8C',
      '#4D306E',
      '#36224E',
    ],
    gray: [
      '#FCFAF7',
      '#F5F3F1',
      '#EDEBE8',
      '#E1DFDD',
      '#CECCC9',
      '#A6A4A2',
      '#83817F',
      '#676664',
      '#494745',
      '#1D1B1A',
    ],
    dark: [
      '#ECEAEF',
      '#C8C6CB',
      '#A2A1A5',
      '#7F7E82',
      '#3C3B3F',
      '#313033',
      '#262528',
      '#1C1B1E',
      '#141316',
      '#0F0E11',
    ],
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'sm',
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
    Paper: { defaultProps: { withBorder: true } },
    Tooltip: { defaultProps: { openDelay: 400 } },
    Table: { defaultProps: { verticalSpacing: 'xs' } },
    Modal: { defaultProps: { radius: 'lg', transitionProps: { transition: 'fade', duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { transition: 'fade', duration: 120 } } },
  },
})

const light = {
  sunken: '#F5F3F1',
  page: '#FCFAF7',
  surface: '#FFFFFF',
  hover: '#EDEBE8',
  'line-soft': '#EDEBE8',
  line: '#E1DFDD',
  'line-strong': '#83817F',
  text: '#1D1B1A',
  'text-2': '#494745',
  'text-3': '#676664',
  accent: '#623F8C',
  'accent-text': '#623F8C',
  'accent-soft': '#F7F3FC',
  'accent-line': '#DBCDF0',
  focus: '#623F8C',
  attention: '#7B530D',
  'attention-mark': '#B17915',
  'attention-soft': '#FDF2DD',
  serious: '#934012',
  'serious-mark': '#BC5A29',
  'serious-soft': '#FDEFE7',
  settled: '#2C5F40',
  'settled-mark': '#3F7E57',
  'settled-soft': '#EAF6ED',
  ink: '#494745',
}

const dark: Record<keyof typeof light, string> = {
  sunken: '#0F0E11',
  page: '#141316',
  surface: '#1C1B1E',
  hover: '#262528',
  'line-soft': '#262528',
  line: '#313033',
  'line-strong': '#7F7E82',
  text: '#ECEAEF',
  'text-2': '#C8C6CB',
  'text-3': '#A2A1A5',
  accent: '#7853A6',
  'accent-text': '#C1A9E3',
  'accent-soft': '#241D2E',
  'accent-line': '#4D3A66',
  focus: '#C1A9E3',
  attention: '#E6BD77',
  'attention-mark': '#C99A4C',
  'attention-soft': '#2E2314',
  serious: '#F0A276',
  'serious-mark': '#CF7B49',
  'serious-soft': '#321E16',
  settled: '#8BCCA1',
  'settled-mark': '#5DA678',
  'settled-soft': '#1A281F',
  ink: '#C8C6CB',
}

const own = (tokens: Record<string, string>) =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--sf-${name}`, value]))

const mantine = {
  '--mantine-color-body': 'var(--sf-page)',
  '--mantine-color-text': 'var(--sf-text)',
  '--mantine-color-dimmed': 'var(--sf-text-3)',
  '--mantine-color-placeholder': 'var(--sf-text-3)',
  '--mantine-color-anchor': 'var(--sf-accent-text)',
  '--mantine-color-error': 'var(--sf-serious)',
  '--mantine-color-default': 'var(--sf-surface)',
  '--mantine-color-default-color': 'var(--sf-text)',
  '--mantine-color-default-hover': 'var(--sf-hover)',
  '--mantine-color-default-border': 'var(--sf-line-strong)',
}

/** The tokens of the look, and Mantine's own variables pointed at them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--sf-serif': stack(serif, 'Georgia, serif') },
  light: { ...own(light), ...mantine },
  dark: { ...own(dark), ...mantine },
})

/** The choice of light or dark is kept with the account on the server, and nothing in the browser. */
export const forgetfulManager: MantineColorSchemeManager = {
  get: (chosen) => chosen,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}
