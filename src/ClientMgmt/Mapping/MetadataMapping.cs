using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Values;

namespace ClientMgmt.Mapping;

/// <summary>
/// One row of a backend's table. Reading, writing, comparing, the capabilities and the documentation all come from it.
/// </summary>
/// <param name="Capability">The metadata's name, and when it may be set.</param>
/// <param name="JsonName">The vendor's name for it in the client that the server returns.</param>
/// <param name="Codec">How its value is translated.</param>
/// <param name="IsVendor">Whether the value lives among the vendor properties, because no standard has a name for it.</param>
internal sealed record MetadataMapping(MetadataCapability Capability, string JsonName, Codec Codec, bool IsVendor = false)
{
    /// <summary>The vendor's name for it in requests, where that is another one.</summary>
    public string RequestName { get; init; } = JsonName;

    /// <summary>
    /// Says why the server would refuse a value, given whether a client is created; null where it would not, or where that is not
    /// known.
    /// </summary>
    public Func<object, bool, string?>? Rule { get; init; }

    /// <summary>
    /// What the server makes of it when an update leaves it out, in words; null if there is nothing then.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>The same as a value, where that is known.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>The JSON text that stands in a request for a value that is cleared; null for what its codec puts there.</summary>
    public string? Cleared { get; init; }

    /// <summary>Of what is required at creation, what else can supply it; null if nothing can.</summary>
    public string? Substitute { get; init; }

    /// <summary>Why it must not be cleared though it may be changed; null if it may.</summary>
    public string? WhyNotCleared { get; init; }

    /// <summary>Of a list, the vendor's words that the specification knows; null if any text may stand there.</summary>
    public IReadOnlyCollection<string>? KnownWords { get; init; }

    public string Name => Capability.Name;

    /// <summary>Where <see cref="StandardValues"/> has the value of a standard property.</summary>
    public int Place { get; } = IsVendor ? -1 : StandardValues.PlaceOf(Capability.Name);

    /// <summary>Whether a value is what the server has where none is set.</summary>
    public bool IsDefault(object? value) => DefaultValue is not null
        && MetadataValues.AreEqual(Name, DefaultValue, value is JsonElement json ? WireValues.StringOrNull(json) : value);

    /// <summary>A row for a property that the vendor alone knows.</summary>
    public static MetadataMapping Vendor(string name, bool settable = true, string? remark = null, Type? type = null) => new(
        new MetadataCapability(name) { SettableAtCreation = settable, Updatable = settable, Remark = remark, ValueType = type },
        name,
        new JsonCodec(),
        IsVendor: true);
}
