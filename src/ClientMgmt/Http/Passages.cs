namespace ClientMgmt.Http;

/// <summary>
/// Knows the passage of the change that is under way in a flow of calls, for requests that have lost theirs: a handler of the
/// application may send a copy without the options.
/// </summary>
internal sealed class Passages
{
    private readonly AsyncLocal<Passage?> _current = new();

    public Passage? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Passage.Key, out Passage? own) ? own : _current.Value;

    /// <summary>Begins an attempt. It ends with the asynchronous method that calls this: what such a method sets in an AsyncLocal is undone when it returns.</summary>
    public Passage Begin(HttpRequestMessage request, bool isSafe)
    {
        var passage = new Passage(isSafe);
        request.Options.Set(Passage.Key, passage);
        if (!isSafe)
        {
            _current.Value = passage;
        }
        else if (_current.Value is not null)
        {
            // What a handler reads while it sends a change is no part of that change.
            _current.Value = null;
        }

        return passage;
    }
}
