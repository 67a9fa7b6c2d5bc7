namespace ClientMgmt.Wire;

/// <summary>
/// Follows one attempt through the handlers of the application: whether it went out to the server, and that a change goes out
/// once. It travels in the options of the request.
/// </summary>
internal sealed class Passage(bool isSafe)
{
    private int _sendings;

    public static HttpRequestOptionsKey<Passage> Key { get; } = new("ClientMgmt.Passage");

    /// <summary>Whether it came to the handlers at all; it does not where a factory of the application's own makes the client.</summary>
    public bool IsEntered { get; private set; }

    /// <summary>Whether it is known for certain that no handler passed it on to the server.</summary>
    public bool WasHeldBack => IsEntered && _sendings == 0;

    /// <summary>The handler that it went out by; null if it did not.</summary>
    public HttpMessageHandler? Primary { get; private set; }

    /// <summary>How the first sending failed.</summary>
    public Exception? FirstFailure { get; set; }

    /// <summary>What answered the first sending.</summary>
    public HttpResponseMessage? FirstAnswer { get; set; }

    public void Enter() => IsEntered = true;

    /// <exception cref="SentTwiceException">It is a change, and was sent already.</exception>
    public void GoOut(HttpMessageHandler primary)
    {
        if (Interlocked.Increment(ref _sendings) > 1 && !isSafe)
        {
            throw new SentTwiceException();
        }

        Primary = primary;
    }
}
