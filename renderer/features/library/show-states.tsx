import type { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { errorWords } from '../../ui/error-words'
import { Page } from '../../ui/page'
import { Late, Skeleton } from '../../ui/skeleton'

/** The show could not be read. */
export function ShowProblem({ error }: { readonly error: AppError }) {
  const queries = useQueryClient()
  const { title, text } = errorWords(error)
  return (
    <Page>
      <Banner
        kind="error"
        title={title}
        action={
          <Button
            size="sm"
            onPress={() =>
              void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
            }
          >
            {m.app_try_again()}
          </Button>
        }
      >
        {text}
      </Banner>
    </Page>
  )
}

/** The show is on its way. */
export const ShowWaiting = () => (
  <Page>
    <Late>
      <Skeleton width="200px" height={16} />
      <Skeleton width="56%" height={80} above={16} />
      <Skeleton width="72%" height={14} above={24} />
      <Skeleton width="100%" height={4} above={24} />
      <Skeleton width="92%" height={14} above={32} />
      <Skeleton width="96%" height={14} />
      <Skeleton width="64%" height={14} />
    </Late>
  </Page>
)
