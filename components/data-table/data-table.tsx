'use client'

import { functionalUpdate, useTable, type ColumnDef, type Header, type RowData, type SortingState } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinClasses } from '../ui/class-names'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '../ui/table'
import { dataTableFeatures, type DataTableFeatures } from './features'

interface DataTableProps<Row extends RowData> {
  /** What the table holds, for screen readers. */
  label: string
  /** Keep columns and data stable between renders: at module scope, in state or in useMemo. */
  columns: ColumnDef<DataTableFeatures, Row>[]
  data: readonly Row[]
  getRowId: (row: Row) => string
  initialSorting?: SortingState
  /** With onSortingChange, the order is kept by the caller, in the address say. */
  sorting?: SortingState
  onSortingChange?: (sorting: SortingState) => void
  /** The rows come in the order of `sorting` and stay in it, because somebody else sorted them. */
  isSorted?: boolean
  /** Shown in place of the rows when there are none. */
  empty: ReactNode
}

const HIDE = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden' } as const

/** A table whose headers sort it. The order starts as given by initialSorting; rows without a value come last. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, data, getRowId, initialSorting = [], sorting, onSortingChange, isSorted = false, empty } = props
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data,
    getRowId,
    initialState: { sorting: initialSorting },
    ...(sorting && onSortingChange
      ? { state: { sorting }, onSortingChange: (change) => onSortingChange(functionalUpdate(change, sorting)) }
      : {}),
    defaultColumn: { sortUndefined: 'last' },
    enableSortingRemoval: false,
    manualSorting: isSorted,
  })
  const rows = table.getRowModel().rows
  if (rows.length === 0) return <>{empty}</>
  return (
    <Table label={label}>
      <TableHead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <SortableHeader key={header.id} header={header}>
                {header.isPlaceholder ? null : <table.FlexRender header={header} />}
              </SortableHeader>
            ))}
          </tr>
        ))}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id} className="hover:bg-sunk/60">
            {row.getAllCells().map((cell) => (
              <TableCell key={cell.id} className={columnClasses(cell.column.columnDef.meta)}>
                <table.FlexRender cell={cell} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

function columnClasses(meta: { align?: 'start' | 'end'; hideBelow?: keyof typeof HIDE } | undefined): string {
  return joinClasses(meta?.align === 'end' && 'text-end', meta?.hideBelow !== undefined && HIDE[meta.hideBelow])
}

/** Words of a header may stand below each other: in some languages they are longer than any figure under them. */
function SortableHeader<Row extends RowData>({ header, children }: { header: Header<DataTableFeatures, Row>; children: ReactNode }) {
  const { column } = header
  const classes = joinClasses('py-1 whitespace-normal!', columnClasses(column.columnDef.meta))
  if (!column.getCanSort()) return <TableHeader className={classes}>{children}</TableHeader>
  const direction = column.getIsSorted()
  const { header: words } = column.columnDef
  // Else it is broken at its hyphen.
  const isOneWord = typeof words === 'string' && !words.includes(' ')
  const Icon = direction === 'asc' ? ArrowUp : direction === 'desc' ? ArrowDown : ChevronsUpDown
  return (
    <TableHeader aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none'} className={classes}>
      <button
        type="button"
        onClick={column.getToggleSortingHandler()}
        className={joinClasses(
          'inline-flex min-h-7 items-center gap-1 rounded-sm leading-tight hover:text-ink',
          column.columnDef.meta?.align === 'end' ? 'text-end' : 'text-start',
          direction !== false && 'text-ink',
        )}
      >
        <span className={isOneWord ? 'whitespace-nowrap' : 'min-w-16'}>{children}</span>
        <Icon aria-hidden className={joinClasses('size-3.5 shrink-0', direction === false && 'opacity-60')} />
      </button>
    </TableHeader>
  )
}
