namespace ClientMgmt.Http;

/// <summary>
/// Follows one attempt through the handlers of the application: whether it went out to the server, and that a change goes out
/// once.
/// </summary>
internal sealed class Passage(bool isSafe)
{
    private readonly List<TransportSeal>? _passed = isSafe ? null : [];
    private bool _isAbandoned;

    public static HttpRequestOptionsKey<Passage> Key { get; } = new("ClientMgmt.Passage");

    /// <summary>Whether nothing is changed by it, so that it may go out several times.</summary>
    public bool IsSafe => _passed is null;

    /// <summary>Whether it came to the handlers at all; it does not where a factory of the application's own makes the client.</summary>
    public bool IsEntered { get; private set; }

    /// <summary>The handler that it went out by; null if it did not, or by a client that a handler of the application made.</summary>
    public HttpMessageHandler? Primary { get; private set; }

    /// <summary>How the first sending failed.</summary>
    public Exception? FirstFailure { get; set; }

    /// <summary>What answered the first sending.</summary>
    public HttpResponseMessage? FirstAnswer { get; set; }

    public void Enter() => IsEntered = true;

    /// <exception cref="SentTwiceException">It is a change, and has passed here already.</exception>
    /// <exception cref="OperationCanceledException">It is a change that nobody waits for any more.</exception>
    public void GoOut(TransportSeal seal, HttpMessageHandler primary)
    {
        if (_passed is null)
        {
            Primary = primary;
            return;
        }

        lock (_passed)
        {
            if (_isAbandoned && Primary is null)
            {
                throw new OperationCanceledException();
            }

            if (_passed.Contains(seal))
            {
                throw new SentTwiceException();
            }

            _passed.Add(seal);
            Primary = primary;
        }
    }

    /// <summary>Takes note that nobody waits for it any more, so that a change that has not gone out never will.</summary>
    public void Abandon()
    {
        if (_passed is not null)
        {
            lock (_passed)
            {
                _isAbandoned = true;
            }
        }
    }
}
