using System.Globalization;
using System.Text;

namespace ClientMgmt;

/// <summary>
/// What a server of dynamic registration gives to manage a client: an address and a key. The two belong together and change
/// together (RFC 7592 section 3). Neither is printed.
/// </summary>
public sealed record ClientRegistration
{
    /// <summary>The id of the client.</summary>
    public required string ClientId { get; init; }

    /// <summary><c>registration_client_uri</c>: where the client is read, changed and deleted. It is used as it is.</summary>
    public required Uri ClientUri { get; init; }

    /// <summary><c>registration_access_token</c>: the key, which the server may replace with every answer.</summary>
    public required Secret AccessToken { get; init; }

    /// <summary>When the key was received.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>
    /// When a change began whose end is not known: the server may have replaced the key, and the answer with the new one may be
    /// lost. <see langword="null"/> if there is none.
    /// </summary>
    public DateTimeOffset? ChangeBegunAt { get; init; }

    /// <summary>
    /// Whether that change is the deletion of the client. If the server no longer takes the key, the client was deleted.
    /// </summary>
    public bool IsBeingDeleted { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(ClientId)} = {ClientId}, {nameof(SavedAt)} = {SavedAt:u}");
        if (ChangeBegunAt is { } begun)
        {
            builder.Append(CultureInfo.InvariantCulture, $", {nameof(ChangeBegunAt)} = {begun:u}, {nameof(IsBeingDeleted)} = {IsBeingDeleted}");
        }

        return true;
    }
}
