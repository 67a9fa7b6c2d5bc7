namespace ClientMgmt.Cli.Configuration;

/// <summary>
/// Which changes have gone out to a server. What was stopped before that, at a limit of the server for example, was not made; of what
/// was stopped after it, nobody knows.
/// </summary>
internal sealed class SentChanges
{
    private readonly AsyncLocal<Change?> _current = new();
    private int _unanswered;

    /// <summary>Whether a change has gone out of which there is no answer.</summary>
    public bool AnyUnanswered => Volatile.Read(ref _unanswered) > 0;

    /// <summary>Begins to watch a change: the requests of whatever the caller does next belong to it.</summary>
    public Change Begin() => _current.Value = new Change();

    public DelegatingHandler Watch() => new Watcher(this);

    /// <summary>A change that is to be made.</summary>
    internal sealed class Change
    {
        private volatile bool _isSent;

        /// <summary>Whether a request of it has gone out.</summary>
        public bool IsSent => _isSent;

        public void Send() => _isSent = true;
    }

    private sealed class Watcher(SentChanges changes) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Whatever its method, the library gives a change content, if it is empty: Authlete rotates a secret by GET.
            if (request.Content is null)
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }

            changes._current.Value?.Send();
            Interlocked.Increment(ref changes._unanswered);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Interlocked.Decrement(ref changes._unanswered);
            return response;
        }
    }
}
