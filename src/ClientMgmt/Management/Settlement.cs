using ClientMgmt.Telemetry;

namespace ClientMgmt.Management;

/// <summary>Settles changes without an answer by reading back.</summary>
internal sealed class Settlement(Instruments telemetry)
{
    /// <summary>Makes a change and, if no answer tells whether it was made, reads back; null stands for not made.</summary>
    /// <exception cref="OutcomeUnknownException">That could not settle it.</exception>
    public async Task<T> SettleAsync<T>(Func<Task<T>> change, Func<Task<T?>> readBack, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (OutcomeUnknownException e)
        {
            telemetry.OutcomeUnknown(e.Error);
            if (await ReadBackAsync(e, readBack, cancellationToken).ConfigureAwait(false) is { } result)
            {
                telemetry.OutcomeSettled(e.Error);
                return result;
            }

            throw new OutcomeUnknownException(
                e.Error with { Summary = e.Error.Summary + " When it was read back, the change had not been made." }, e.InnerException);
        }
    }

    /// <summary>The same for changes that answer nothing.</summary>
    public Task SettleAsync(Func<Task> change, Func<Task<bool>> isMade, CancellationToken cancellationToken) => SettleAsync<object>(
        async () =>
        {
            await change().ConfigureAwait(false);
            return this;
        },
        async () => await isMade().ConfigureAwait(false) ? this : null,
        cancellationToken);

    /// <summary>Says what kept a change from being read back; of an error of the application's own code not its text.</summary>
    public static string Describe(Exception failure) =>
        failure is ClientManagementException known ? known.Error.Summary : $"{failure.GetType().Name} was thrown.";

    /// <summary>Whether an error is the caller's own cancellation.</summary>
    public static bool IsCancelled(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static async Task<T?> ReadBackAsync<T>(
        OutcomeUnknownException unknown, Func<Task<T?>> readBack, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await readBack().ConfigureAwait(false);
        }
        catch (Exception e) when (!IsCancelled(e, cancellationToken))
        {
            // An error of the application's own code alone would look as if nothing had been sent.
            throw new OutcomeUnknownException(
                unknown.Error with { Summary = $"{unknown.Error.Summary} Reading back failed too: {Describe(e)}" },
                e is ClientManagementException ? unknown.InnerException : e);
        }
    }
}
