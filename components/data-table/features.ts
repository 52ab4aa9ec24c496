import {
  createColumnHelper,
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  type ColumnHelper,
  type RowData,
} from '@tanstack/react-table'

/** What a column may say about its looks. */
interface ColumnLooks {
  /** Figures stand at the end, under one another. */
  align?: 'start' | 'end'
  /** Left out when the table is narrow. */
  hideBelow?: 'sm' | 'md' | 'lg'
}

/** What every sortable table of the desk can do; client-side, for tables that fit in one answer. */
export const dataTableFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic, text: sortFn_text },
  columnMeta: metaHelper<ColumnLooks>(),
})

export type DataTableFeatures = typeof dataTableFeatures

/** Starts the columns of a DataTable: `const column = createDataColumns<Row>()`, then `column.columns([column.accessor(…)])`. */
export function createDataColumns<Row extends RowData>(): ColumnHelper<DataTableFeatures, Row> {
  return createColumnHelper<DataTableFeatures, Row>()
}
