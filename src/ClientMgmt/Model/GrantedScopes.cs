using System.Globalization;
using System.Collections.Immutable;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>The record of what a subject has granted to a client. It outlives the tokens. Lists are compared as sets.</summary>
public sealed record GrantedScopes
{
    /// <summary>The scopes of the last grant. <see langword="null"/>: no record; empty: a grant without scopes.</summary>
    public IReadOnlyList<string>? Latest { get; init => field = value?.ToImmutableArray(); }

    /// <summary>
    /// The scopes of all grants less those revoked. <see langword="null"/>: no record, or the backend keeps the last grant
    /// only.
    /// </summary>
    public IReadOnlyList<string>? Merged { get; init => field = value?.ToImmutableArray(); }

    /// <summary>The time of the last change, or <see langword="null"/> where there is no record.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Compares by value.</summary>
    /// <param name="other">The record to compare with.</param>
    public bool Equals(GrantedScopes? other) => other is not null
        && MetadataValues.AreEqual(nameof(Latest), Latest, other.Latest)
        && MetadataValues.AreEqual(nameof(Merged), Merged, other.Merged)
        && ModifiedAt == other.ModifiedAt;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Latest?.Count, Merged?.Count, ModifiedAt);

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Latest = ").Append(MetadataValues.Describe(Latest ?? (object)"none"))
            .Append(", Merged = ").Append(MetadataValues.Describe(Merged ?? (object)"none"))
            .Append(CultureInfo.InvariantCulture, $", ModifiedAt = {ModifiedAt:u}");
        return true;
    }
}
