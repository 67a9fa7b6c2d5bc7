namespace ClientMgmt.Manifests;

/// <summary>What is wrong with a manifest, or with what it asks of a provider.</summary>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Location">Where; <see langword="null"/> if no one place is to blame.</param>
public sealed record ManifestProblem(string Message, ManifestLocation? Location = null)
{
    /// <summary>The client, by its id or else by its name; <see langword="null"/> if it is not about one.</summary>
    public string? Client { get; init; }

    /// <summary>The property by its standard name or, a vendor's, its JSON name; <see langword="null"/> if it is not about one.</summary>
    public string? Property { get; init; }

    /// <summary>One line: the place, the client and the property as far as they are known, and the message.</summary>
    public override string ToString() => string.Join(": ", new[]
    {
        Location?.ToString(), Client is null ? null : $"client {Client}", Property, Message,
    }.Where(part => part is not null));
}
