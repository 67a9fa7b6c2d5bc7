using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ClientMgmt.Telemetry;

/// <summary>Tells what every operation of a provider does: one span and one duration each.</summary>
internal sealed class OperationObserver(string provider, Instruments telemetry, TimeProvider time)
{
    public Task<T> ObserveAsync<T>(ClientOperation operation, Func<Task<T>> run) =>
        telemetry.IsObserved ? RecordAsync(operation, run) : run();

    /// <summary>Tells of a list that is refused before it begins.</summary>
    public void Refused(ClientOperation operation, Exception failure)
    {
        using Activity? span = Spans.StartOperation(provider, operation);
        End(span, operation, TimeSpan.Zero, failure);
    }

    // The caller's code runs between two items: what is current there is the caller's, and its time does not count. The
    // token of the list is with the items already; here is only that of an enumeration, since one made of both would be
    // known to no caller.
    public async IAsyncEnumerable<T> ObserveAsync<T>(
        ClientOperation operation, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using Activity? span = Spans.StartOperation(provider, operation);
        TimeSpan elapsed = TimeSpan.Zero;
        Exception? failure = null;
        IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                long started = time.GetTimestamp();
                try
                {
                    Activity.Current = span ?? Activity.Current;
                    if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (Exception e)
                {
                    failure = e;
                    throw;
                }
                finally
                {
                    elapsed += time.GetElapsedTime(started);
                }

                yield return enumerator.Current;
            }
        }
        finally
        {
            await enumerator.DisposeAsync().ConfigureAwait(false);
            End(span, operation, elapsed, failure);
        }
    }

    private async Task<T> RecordAsync<T>(ClientOperation operation, Func<Task<T>> run)
    {
        long started = time.GetTimestamp();
        using Activity? span = Spans.StartOperation(provider, operation);
        Exception? failure = null;
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            End(span, operation, time.GetElapsedTime(started), failure);
        }
    }

    private void End(Activity? span, ClientOperation operation, TimeSpan elapsed, Exception? failure)
    {
        if (failure is not null)
        {
            Spans.FailOperation(span, failure);
        }

        telemetry.EndOperation(provider, operation, elapsed, failure);
    }
}
