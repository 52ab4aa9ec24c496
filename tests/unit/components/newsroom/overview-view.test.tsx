// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { OverviewView } from '@/components/newsroom/overview-view'
import type { GroupFigures, NewsroomOverview } from '@/lib/contracts/compare'
import { renderWorded } from '@/tests/factories/render-worded'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }))

afterEach(cleanup)

const counts = { comments: 0, replies: 0, articles: 0, waiting: 0, rejected: 0, decided: 0 }
const figures: GroupFigures = {
  ...counts,
  offTopicShare: null,
  uncivilShare: null,
  civility: null,
  medianWaitSeconds: null,
  p90WaitSeconds: null,
}
const overview: NewsroomOverview = {
  ...{ from: '2026-11-01', to: '2026-11-14', whole: figures, judged: 0, before: figures, busiest: [], sections: [], days: [] },
  appeals: { received: 0, granted: 0, upheld: 0, medianAnswerSeconds: null, reasons: [] },
}
const links = () => screen.queryAllByRole('link').map((link) => link.textContent)

describe('the overview of a site', () => {
  it('to which nothing has come says how it begins, and shows no figures', () => {
    renderWorded(<OverviewView overview={overview} workload={{ from: '', to: '', people: [] }} isNew canConnect />)
    expect(screen.getByText('No comments have arrived yet')).toBeTruthy()
    expect(links()).toEqual(['Connect the CMS', 'Import a page'])
    expect([screen.queryByText('Median wait'), screen.queryByRole('table')]).toEqual([null, null])
  })

  it('leads those who may not connect it nowhere', () => {
    renderWorded(<OverviewView overview={overview} workload={null} isNew canConnect={false} />)
    expect(links()).toEqual([])
  })

  it('says that the days hide what there is where there are comments in others', () => {
    renderWorded(<OverviewView overview={overview} workload={null} isNew={false} canConnect />)
    expect(screen.getByText('No comments in these days')).toBeTruthy()
    expect([links(), screen.queryByRole('table')]).toEqual([[], null])
  })
})
