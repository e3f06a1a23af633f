const PATHS = {
  home: 'M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5',
  lock: 'M6 9V7a4 4 0 0 1 8 0v2m-9 0h10v7H5z',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'm5 5 10 10M15 5 5 15',
  reply: 'M4 4h12v9H9l-4 3v-3H4z',
  edit: 'm4 16 1-4 8-8 3 3-8 8z',
  trash: 'M4 6h12M8 6V4h4v2m-6 0 .7 10h6.6L14 6',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  send: 'M3 4l14 6-14 6 2.4-6z',
  up: 'M7 9v7H4V9zm0 0 3-6c1.500 0 2 1 2 2l-.5 3H16l-1.500 8H7',
  down: 'M7 11V4H4v7zm0 0 3 6c1.500 0 2-1 2-2l-.5-3H16l-1.500-8H7',
  hash: 'M8 4 6.500 16M13.500 4 12 16M4 8h12.500M3.500 12H16',
  group:
    'M7.500 10a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM3 16c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4m0-11a2.500 2.500 0 0 1 1.500 4.700M14 12.300c1.800.5 3 1.800 3 3.700',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
