namespace ClientMgmt;

/// <summary>
/// Refuses ids and subjects that would turn a request into another one. The URL builder escapes everything else, but an
/// empty, <c>.</c> or <c>..</c> segment collapses the path: on DocSpace, deleting the client with an empty id would
/// delete all clients of the caller.
/// </summary>
internal static class ClientIds
{
    public static void Check(string clientId, IReadOnlyCollection<string> reserved)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);

        // A gateway may decode an escaped slash before it resolves the path, so each part counts.
        if (clientId.Split('/', '\\').Any(part => part is "" or "." or ".."
            || reserved.Contains(part, StringComparer.OrdinalIgnoreCase)))
        {
            throw new ArgumentException("The id would be taken for a part of the API's paths.", nameof(clientId));
        }
    }

    public static string CheckSubject(string? subject)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        return subject;
    }
}
